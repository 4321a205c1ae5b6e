package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.JsonText;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * The arrays of a pyramid: groups {@code 0}, {@code 1} and so on of one store, each with the same variables, and the
 * attribute {@code multiscales} that lists them, finest first.
 *
 * @param base level 0, and what all levels have alike
 * @param averaged variables whose levels are means
 * @param coordinates of the averaged dimensions
 * @param levels above level 0
 * @param attributes of the store
 * @param text that tells this pyramid from others
 * @param leftOut names of variables that level 0 alone has, with the reasons
 */
public record PyramidLayout(
        RechunkLayout base,
        List<PyramidArray> averaged,
        List<PyramidCoordinate> coordinates,
        int levels,
        Attributes attributes,
        String text,
        List<String> leftOut) {

    /** Copies its lists. */
    public PyramidLayout {
        averaged = new ArrayList<>(averaged);
        coordinates = new ArrayList<>(coordinates);
        leftOut = new ArrayList<>(leftOut);
    }

    /**
     * Reads the source's header and coordinates, and plans; writes nothing.
     *
     * @param cores tasks that will run at a time
     * @throws StageException with all that stands against it
     * @throws IOException where the source cannot be read
     */
    public static PyramidLayout plan(PyramidRequest request, Configuration conf, int cores) throws IOException {
        RechunkLayout base = RechunkLayout.plan(request.base(), conf, cores);
        try (ArrayFile file = ArrayStores.open(request.base().source(), conf)) {
            PyramidVariables variables = PyramidVariables.of(file, request, base);
            int levels = variables.levels();
            List<RechunkArray> arrays = new ArrayList<>(base.arrays());
            if (!variables.alike().isEmpty()) {
                RechunkRequest alike = request.base().of(groups(1, levels), variables.alike());
                arrays.addAll(RechunkLayout.plan(alike, conf, cores).arrays());
            }
            return new PyramidLayout(
                    new RechunkLayout(request.base(), base.attributes(), arrays),
                    variables.averaged(),
                    variables.coordinates(),
                    levels,
                    withScales(base.attributes(), request, variables),
                    "pyramid of " + levels + " by " + request.factor() + " over " + variables.over() + ", "
                            + request.minValid() + ", " + request.masking() + ", "
                            + request.accepted().orElse(List.of()),
                    variables.leftOut());
        }
    }

    private static List<String> groups(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
    }

    /** Returns the groups of the store, level 0 first. */
    public List<String> groups() {
        return groups(0, levels);
    }

    /** Returns the arrays that are made of those of level 0. */
    List<ZarrArray> made() {
        return Stream.concat(
                        averaged.stream().map(PyramidArray::levels),
                        coordinates.stream().map(PyramidCoordinate::levels))
                .flatMap(List::stream)
                .toList();
    }

    /** The multiscales of ndpyramid and of those that read its stores, in the order of OME-Zarr: finest first. */
    private static Attributes withScales(Attributes attributes, PyramidRequest request, PyramidVariables variables) {
        StringBuilder json = new StringBuilder("[{\"datasets\":[");
        for (String group : groups(0, variables.levels())) {
            json.append(group.equals("0") ? "" : ",")
                    .append("{\"path\":\"")
                    .append(group)
                    .append("\"}");
        }
        json.append("],\"type\":\"reduce\",\"metadata\":{\"method\":\"mean\",\"version\":\"1\",\"args\":[],");
        json.append("\"kwargs\":{\"factor\":").append(request.factor()).append(",\"min_valid\":");
        json.append(request.minValid()).append("}}}]");
        List<Attribute> all = new ArrayList<>(attributes.list());
        all.removeIf(attribute -> attribute.name().equals("multiscales"));
        JsonText scales = new JsonText(json.toString());
        all.add(new Attribute("multiscales", ElementType.STRING, List.of(scales)));
        return new Attributes(all);
    }
}
