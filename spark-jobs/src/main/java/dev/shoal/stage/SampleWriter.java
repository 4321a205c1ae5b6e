package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ClassicWriter;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Writes samples: a table with the points' own columns and one for each variable, empty where missing, or a file of
 * CF's discrete points.
 */
final class SampleWriter {

    private static final String POINTS = "obs";
    private static final Set<String> KEPT = Set.of("standard_name", "long_name", "units");
    private static final double MICROS = 1e6;

    private final TrackPoints points;
    private final Map<String, double[]> samples;
    private final SampleSource source;
    private final Configuration conf;

    SampleWriter(TrackPoints points, Map<String, double[]> samples, SampleSource source, Configuration conf) {
        this.points = points;
        this.samples = samples;
        this.source = source;
        this.conf = conf;
    }

    /** Writes to a path; a file by its ending {@code .nc}, else a table. */
    void write(String output) throws IOException {
        Path path = new Path(output);
        try (OutputStream out = path.getFileSystem(conf).create(path, true)) {
            if (output.endsWith(".nc")) {
                file(out);
            } else {
                table(out);
            }
        }
    }

    private void table(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", points.heading()));
        samples.keySet().forEach(name -> text.append(',').append(name));
        text.append('\n');
        for (int i = 0; i < points.size(); i++) {
            text.append(String.join(",", points.lines().get(i)));
            for (double[] values : samples.values()) {
                text.append(',').append(Double.isNaN(values[i]) ? "" : Double.toString(values[i]));
            }
            text.append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void file(OutputStream out) throws IOException {
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<VariableHeader> variables = new ArrayList<>();
        if (points.hasTime()) {
            double[] seconds = Arrays.stream(points.micros())
                    .mapToDouble(micros -> micros / MICROS)
                    .toArray();
            add("time", seconds, about("time", "seconds since 1970-01-01T00:00:00Z"), columns, variables);
        }
        add("lat", points.lat(), about("latitude", "degrees_north"), columns, variables);
        add("lon", points.lon(), about("longitude", "degrees_east"), columns, variables);
        if (points.hasDepth()) {
            List<Attribute> depth = about("depth", "m");
            depth.add(Attribute.of("positive", "down"));
            add("depth", points.depth(), depth, columns, variables);
        }
        String coordinates = String.join(" ", columns.keySet());
        samples.forEach((name, values) -> {
            List<Attribute> list = new ArrayList<>();
            source.attributes(name).list().stream()
                    .filter(attribute -> KEPT.contains(attribute.name()))
                    .forEach(list::add);
            list.add(Attribute.of("coordinates", coordinates));
            list.add(Attribute.of("_FillValue", Double.NaN));
            add(name, values, list, columns, variables);
        });
        Attributes global =
                new Attributes(List.of(Attribute.of("Conventions", "CF-1.8"), Attribute.of("featureType", "point")));
        Header header = new Header(
                FileFormat.NETCDF3_64BIT_OFFSET,
                List.of(new Dimension(POINTS, points.size(), false)),
                variables,
                global);
        ClassicWriter.write(
                header,
                (variable, window) -> new ArrayBlock(
                        ElementType.DOUBLE,
                        window.shape(),
                        Arrays.copyOfRange(
                                columns.getOrDefault(variable.name(), new double[0]), (int) window.start(0), (int)
                                        window.end(0))),
                out);
    }

    private static List<Attribute> about(String standardName, String units) {
        return new ArrayList<>(List.of(Attribute.of("standard_name", standardName), Attribute.of("units", units)));
    }

    private void add(
            String name,
            double[] values,
            List<Attribute> attributes,
            Map<String, double[]> columns,
            List<VariableHeader> variables) {
        long[] shape = {values.length};
        columns.put(name, values);
        variables.add(new VariableHeader(
                name,
                ElementType.DOUBLE,
                List.of(POINTS),
                shape,
                new Attributes(attributes),
                new Storage(false, shape, List.of())));
    }
}
