package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.job.demo.FileDraft.text;

import dev.shoal.netcdf.Attribute;
import java.time.Instant;

/** The attributes by which catalogues find a file (CF 1.8 section 2.6, ACDD 1.3). */
final class Discovery {

    private Discovery() {}

    /** Adds what every file of the archive says of itself. */
    static FileDraft describe(FileDraft draft, String id, String title, String summary, String dataType) {
        return draft.attributes(
                text("Conventions", "CF-1.8, ACDD-1.3"),
                text("title", title),
                text("summary", summary),
                text("id", id),
                text("naming_authority", "dev.shoal"),
                text("cdm_data_type", dataType),
                text("institution", "Shoal demo, made-up data"),
                text("source", "Synthetic: no measurement is in this file"),
                text("references", "https://cfconventions.org/"),
                text("history", "Written by shoal demo"),
                text("keywords", "EARTH SCIENCE > OCEANS"),
                text("keywords_vocabulary", "GCMD Science Keywords"),
                text("standard_name_vocabulary", "CF Standard Name Table v79"),
                text("license", "CC0-1.0"),
                text("creator_name", "Shoal"));
    }

    /** Adds the box in degrees. */
    static FileDraft box(FileDraft draft, double south, double north, double west, double east) {
        return draft.attributes(
                number("geospatial_lat_min", south),
                number("geospatial_lat_max", north),
                number("geospatial_lon_min", west),
                number("geospatial_lon_max", east),
                text("geospatial_lat_units", "degrees_north"),
                text("geospatial_lon_units", "degrees_east"));
    }

    /** Adds the time covered, in seconds since 1970 UTC. */
    static FileDraft times(FileDraft draft, double first, double last) {
        return draft.attributes(
                text("time_coverage_start", Instant.ofEpochSecond((long) first).toString()),
                text("time_coverage_end", Instant.ofEpochSecond((long) last).toString()));
    }

    /** Returns the attributes of a latitude coordinate. */
    static Attribute[] lat() {
        return new Attribute[] {
            text("standard_name", "latitude"),
            text("long_name", "latitude"),
            text("units", "degrees_north"),
            text("axis", "Y")
        };
    }

    /** Returns the attributes of a longitude coordinate. */
    static Attribute[] lon() {
        return new Attribute[] {
            text("standard_name", "longitude"),
            text("long_name", "longitude"),
            text("units", "degrees_east"),
            text("axis", "X")
        };
    }

    /** Returns the attributes of a time coordinate. */
    static Attribute[] time(String units) {
        return new Attribute[] {
            text("standard_name", "time"),
            text("long_name", "time"),
            text("units", units),
            text("calendar", "standard"),
            text("axis", "T")
        };
    }

    /** Returns the attributes of a depth coordinate. */
    static Attribute[] depth() {
        return new Attribute[] {
            text("standard_name", "depth"),
            text("long_name", "depth below the sea surface"),
            text("units", "m"),
            text("positive", "down"),
            text("axis", "Z")
        };
    }
}
