package dev.shoal.qc.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** What gmt_places.py printed, and how often a mask says the same. */
final class GmtPlaces {

    private record Place(double lon, double lat, int near, Surface surface) {}

    private final List<Place> places = new ArrayList<>();

    GmtPlaces(Reader csv) throws IOException {
        BufferedReader lines = new BufferedReader(csv);
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            places.add(new Place(
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Integer.parseInt(cells[2]),
                    cells[3].equals("1") ? Surface.LAND : Surface.WATER));
        }
    }

    int size() {
        return places.size();
    }

    /**
     * Returns the share of GMT's verdicts among those of a mask.
     *
     * @param near the kilometres within which a shore lies, 0 for places anywhere
     */
    double agreement(LandMask mask, int near) {
        int given = 0;
        int equal = 0;
        for (Place place : places) {
            Surface verdict = place.near == near ? mask.at(place.lon, place.lat) : Surface.UNKNOWN;
            if (verdict != Surface.UNKNOWN) {
                given++;
                equal += verdict == place.surface ? 1 : 0;
            }
        }
        return (double) equal / given;
    }
}
