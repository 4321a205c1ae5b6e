package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs CDO, the outside judge of regridding, on grids and values handed over as text. */
final class Cdo {
    private static final double MISSING = -999;

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();

    Cdo(Path folder) {
        this.folder = folder;
    }

    /** Sets one of CDO's environment variables. */
    Cdo with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "cdo")));
    }

    /**
     * Regrids with an operator such as {@code remapbil}; targets outside the source stay missing. NaN means missing.
     */
    double[] remap(String operator, Grid source, double[] values, Grid target)
            throws IOException, InterruptedException {
        return remap(operator, source, values, target, Reach.WITHIN_SOURCE);
    }

    /** Regrids with an operator; the reach says whether CDO extrapolates. NaN means missing. */
    double[] remap(String operator, Grid source, double[] values, Grid target, Reach reach)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("source.txt"), description(source));
        Path out = Files.writeString(folder.resolve("target.txt"), description(target));
        Path field = Files.writeString(
                folder.resolve("values.txt"),
                Arrays.stream(values)
                        .mapToObj(value -> Double.toString(Double.isNaN(value) ? MISSING : value))
                        .collect(Collectors.joining("\n", "", "\n")));
        Path stored = folder.resolve("source.nc");
        Files.deleteIfExists(stored);
        run(List.of("-f", "nc", "-b", "F64", "input," + in, stored.toString()), field, reach);
        String text = run(
                List.of(
                        "outputf,%.17g,1",
                        "-setmisstoc," + MISSING,
                        "-" + operator.replaceFirst(",|$", "," + out + ",").replaceFirst(",$", ""),
                        "-setctomiss," + MISSING,
                        stored.toString()),
                field,
                reach);
        double[] result = Arrays.stream(text.trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .map(value -> value == MISSING ? Double.NaN : value)
                .toArray();
        assertThat(result).as("values from CDO").hasSize(target.size());
        return result;
    }

    private String run(List<String> arguments, Path input, Reach reach) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cdo", "-s"));
        command.addAll(arguments);
        Path error = folder.resolve("error.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(input.toFile()).redirectError(error.toFile());
        builder.environment().put("REMAP_EXTRAPOLATE", reach == Reach.EVERYWHERE ? "on" : "off");
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).as("cdo: " + Files.readString(error)).isZero();
        return output;
    }

    private static String description(Grid grid) {
        boolean rectilinear = grid instanceof RectilinearGrid;
        boolean rows = !(grid instanceof UnstructuredGrid);
        int points = grid.size();
        String kind = rectilinear ? "lonlat" : rows ? "curvilinear" : "unstructured";
        String shape = rows ? "\nxsize = " + grid.nx() + "\nysize = " + grid.ny() : "";
        String head = "gridtype = " + kind + "\ngridsize = " + points + shape
                + "\nxunits = degrees_east\nyunits = degrees_north\n";
        String lon = joined(rectilinear ? grid.nx() : points, k -> grid.lon(k / grid.nx(), k % grid.nx()));
        String lat = rectilinear
                ? joined(grid.ny(), j -> grid.lat(j, 0))
                : joined(points, k -> grid.lat(k / grid.nx(), k % grid.nx()));
        return head + "xvals = " + lon + "\nyvals = " + lat + "\n" + cells(grid);
    }

    private static String cells(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return rectilinear.hasOwnBounds() ? cells(2, rectilinear.lonBounds(), rectilinear.latBounds()) : "";
        }
        CellCorners corners = grid instanceof CurvilinearGrid curvilinear
                ? curvilinear.corners()
                : ((UnstructuredGrid) grid).corners();
        return corners.isEmpty() ? "" : cells(corners.most(), corners.lon(), corners.lat());
    }

    private static String cells(int corners, double[] lon, double[] lat) {
        return "nvertex = " + corners + "\nxbounds = " + joined(lon.length, k -> lon[k]) + "\nybounds = "
                + joined(lat.length, k -> lat[k]) + "\n";
    }

    private static String joined(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(k -> Double.toString(value.applyAsDouble(k)) + (k % 8 == 7 ? "\n" : ""))
                .collect(Collectors.joining(" "));
    }
}
