package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.UnstructuredGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads positions from a table: a heading that names a latitude and a longitude among its columns, then a row a place;
 * between the columns commas, semicolons or tabs. Without a heading the two first columns are latitude and longitude.
 */
final class PositionTable {

    private static final Pattern LAT = Pattern.compile("\\W*(lat|latitude|y)(\\W.*|_.*)?");
    private static final Pattern LON = Pattern.compile("\\W*(lon|long|longitude|x)(\\W.*|_.*)?");

    private PositionTable() {}

    /**
     * Makes points of a table.
     *
     * @param name of the table, for errors
     * @throws IllegalArgumentException that names table and line, where a row holds no position
     */
    static Grid read(String text, String name) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw refused(name, "it is empty", "a heading with lat and lon, and a row a place");
        }
        String between = lines.get(0).contains("\t") ? "\t" : lines.get(0).contains(";") ? ";" : ",";
        List<String> heading = cells(lines.get(0).toLowerCase(Locale.ROOT), between);
        boolean headed = heading.stream().noneMatch(PositionTable::isNumber);
        int lat = headed ? column(heading, LAT) : 0;
        int lon = headed ? column(heading, LON) : 1;
        if (lat < 0 || lon < 0) {
            throw refused(
                    name, "it begins with '" + lines.get(0) + "'", "columns named lat and lon, or two of numbers");
        }
        List<double[]> places = new ArrayList<>();
        for (String line : lines.subList(headed ? 1 : 0, lines.size())) {
            List<String> cells = cells(line, between);
            boolean placed = cells.size() > Math.max(lat, lon) && isNumber(cells.get(lat)) && isNumber(cells.get(lon));
            if (!placed) {
                throw refused(name, "the line '" + line + "' has no position", "numbers of degrees");
            }
            places.add(new double[] {Double.parseDouble(cells.get(lat)), Double.parseDouble(cells.get(lon))});
        }
        return UnstructuredGrid.points(
                places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray());
    }

    private static List<String> cells(String line, String between) {
        return Arrays.stream(line.split(between, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static int column(List<String> heading, Pattern name) {
        for (int i = 0; i < heading.size(); i++) {
            if (name.matcher(heading.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    private static IllegalArgumentException refused(String name, String found, String expected) {
        return new IllegalArgumentException(
                "Cannot read positions from '" + name + "': " + found + ", expected " + expected + ".");
    }
}
