package dev.shoal.zarr;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** A store with times, masks of both kinds, texts beyond ASCII, a scalar, and a chunk that was never written. */
final class CfStore {

    private CfStore() {}

    static void write(String root, Configuration conf) throws IOException {
        write(root, conf, array -> array);
    }

    /** Writes the same in another form. */
    static void write(String root, Configuration conf, UnaryOperator<ZarrArray> form) throws IOException {
        ZarrStore store = ZarrStore.create(
                root,
                conf,
                attributes(
                        Attribute.of("title", "Température à 10 °C"),
                        new Attribute("größe", ElementType.INT, List.of(1, 2)),
                        Attribute.of("ratio", 0.5)),
                Stream.of(TIME, LAT, LON, SST, PACKED, FLAGS, CRS).map(form).toList());
        store.writeChunk(form.apply(TIME), new long[] {0}, new double[] {0, 0.5, 31});
        store.writeChunk(form.apply(LAT), new long[] {0}, new float[] {-30, -10, 10, 30});
        store.writeChunk(form.apply(LON), new long[] {0}, new float[] {0, 72, 144, 216, 288});
        float[] sst = (float[]) Samples.values(ElementType.FLOAT, 60);
        java.util.Arrays.fill(sst, 0, 20, Float.NaN);
        Samples.write(store, form.apply(SST), sst);
        store.writeChunk(form.apply(PACKED), new long[] {0}, new short[] {5, -999, -10});
        store.writeChunk(form.apply(FLAGS), new long[] {0}, new byte[] {1, 4, 9, 1, (byte) 200});
        store.writeChunk(form.apply(CRS), new long[] {}, new int[] {7});
        store.consolidate();
    }

    private static final ZarrArray TIME = ZarrArray.of("time", new long[] {3}, new long[] {512}, ElementType.DOUBLE)
            .withDimensions("time")
            .withAttributes(
                    attributes(Attribute.of("units", "days since 2000-01-01"), Attribute.of("calendar", "standard")));

    private static final ZarrArray LAT = ZarrArray.of("lat", new long[] {4}, new long[] {4}, ElementType.FLOAT)
            .withDimensions("lat");

    private static final ZarrArray LON = ZarrArray.of("lon", new long[] {5}, new long[] {5}, ElementType.FLOAT)
            .withEndian(Endian.BIG)
            .withDimensions("lon");

    private static final ZarrArray SST = ZarrArray.of(
                    "sst", new long[] {3, 4, 5}, new long[] {1, 2, 3}, ElementType.FLOAT)
            .withDimensions("time", "lat", "lon")
            .withFill(Double.NaN)
            .withAttributes(attributes(Attribute.of("units", "°C"), Attribute.of("valid_range", -2, 40)));

    private static final ZarrArray PACKED = ZarrArray.of("packed", new long[] {5}, new long[] {3}, ElementType.SHORT)
            .withDimensions("lon")
            .withFill(-999)
            .withAttributes(attributes(
                    new Attribute("scale_factor", ElementType.DOUBLE, List.of(0.01)),
                    new Attribute("add_offset", ElementType.FLOAT, List.of(20f))));

    private static final ZarrArray FLAGS = ZarrArray.of("flags", new long[] {5}, new long[] {5}, ElementType.UBYTE)
            .withDimensions("lon")
            .withAttributes(attributes(new Attribute(
                    "flag_values", ElementType.BYTE, List.of((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 9))));

    private static final ZarrArray CRS = ZarrArray.of("crs", new long[] {}, new long[] {}, ElementType.INT);

    private static Attributes attributes(Attribute... attributes) {
        return new Attributes(List.of(attributes));
    }
}
