package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.netcdf.Attribute.of;

import dev.shoal.netcdf.Attribute;
import java.time.Instant;

/** The attributes by which catalogues find a file (CF 1.8 section 2.6, ACDD 1.3). */
final class Discovery {

    private Discovery() {}

    /** Adds what every file of the archive says of itself. */
    static FileDraft describe(FileDraft draft, String id, String title, String summary, String dataType) {
        return draft.attributes(
                of("Conventions", "CF-1.8, ACDD-1.3"),
                of("title", title),
                of("summary", summary),
                of("id", id),
                of("naming_authority", "dev.shoal"),
                of("cdm_data_type", dataType),
                of("institution", "Shoal demo, made-up data"),
                of("source", "Synthetic: no measurement is in this file"),
                of("references", "https://cfconventions.org/"),
                of("history", "Written by shoal demo"),
                of("keywords", "EARTH SCIENCE > OCEANS"),
                of("keywords_vocabulary", "GCMD Science Keywords"),
                of("standard_name_vocabulary", "CF Standard Name Table v79"),
                of("license", "CC0-1.0"),
                of("creator_name", "Shoal"));
    }

    /** Adds the box in degrees. */
    static FileDraft box(FileDraft draft, double south, double north, double west, double east) {
        return draft.attributes(
                number("geospatial_lat_min", south),
                number("geospatial_lat_max", north),
                number("geospatial_lon_min", west),
                number("geospatial_lon_max", east),
                of("geospatial_lat_units", "degrees_north"),
                of("geospatial_lon_units", "degrees_east"));
    }

    /** Adds the time covered, in seconds since 1970 UTC. */
    static FileDraft times(FileDraft draft, double first, double last) {
        return draft.attributes(
                of("time_coverage_start", Instant.ofEpochSecond((long) first).toString()),
                of("time_coverage_end", Instant.ofEpochSecond((long) last).toString()));
    }

    /** Returns the attributes of a latitude coordinate. */
    static Attribute[] lat() {
        return new Attribute[] {
            of("standard_name", "latitude"), of("long_name", "latitude"), of("units", "degrees_north"), of("axis", "Y")
        };
    }

    /** Returns the attributes of a longitude coordinate. */
    static Attribute[] lon() {
        return new Attribute[] {
            of("standard_name", "longitude"), of("long_name", "longitude"), of("units", "degrees_east"), of("axis", "X")
        };
    }

    /** Returns the attributes of a time coordinate. */
    static Attribute[] time(String units) {
        return new Attribute[] {
            of("standard_name", "time"),
            of("long_name", "time"),
            of("units", units),
            of("calendar", "standard"),
            of("axis", "T")
        };
    }

    /** Returns the attributes of a depth coordinate. */
    static Attribute[] depth() {
        return new Attribute[] {
            of("standard_name", "depth"),
            of("long_name", "depth below the sea surface"),
            of("units", "m"),
            of("positive", "down"),
            of("axis", "Z")
        };
    }
}
