package dev.shoal.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import ucar.ma2.Array;
import ucar.ma2.ArrayChar;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.write.NetcdfFileFormat;
import ucar.nc2.write.NetcdfFormatWriter;

/** Small files of every format that can be written from Java, with values drawn by a seed. */
final class TinyFiles {

    private TinyFiles() {}

    /** Writes a netCDF-3 file of numbers and texts, with and without a record dimension. */
    static Path classic(Path folder, NetcdfFileFormat format, long seed) throws IOException {
        Path path = folder.resolve(format + "-" + seed + ".nc");
        NetcdfFormatWriter.Builder builder =
                NetcdfFormatWriter.createNewNetcdf3(path.toString()).setFormat(format);
        builder.addUnlimitedDimension("time");
        builder.addDimension("y", 7);
        builder.addDimension("x", 11);
        builder.addDimension("name", 6);
        builder.addVariable("sst", DataType.SHORT, "time y x")
                .addAttribute(new ucar.nc2.Attribute("scale_factor", 0.01))
                .addAttribute(new ucar.nc2.Attribute("units", "degree_Celsius"));
        builder.addVariable("flag", DataType.BYTE, "time x");
        builder.addVariable("depth", DataType.FLOAT, "y x");
        builder.addVariable("station", DataType.CHAR, "y name");
        builder.addVariable("number", DataType.INT, "x");
        builder.addVariable("top", DataType.DOUBLE, "");
        builder.addAttribute(new ucar.nc2.Attribute("title", "Größe"));
        Random random = new Random(seed);
        try (NetcdfFormatWriter writer = builder.build()) {
            write(writer, "sst", random, 5, 7, 11);
            write(writer, "flag", random, 5, 11);
            write(writer, "depth", random, 7, 11);
            write(writer, "number", random, 11);
            write(writer, "top", random);
            ArrayChar.D2 names = new ArrayChar.D2(7, 6);
            for (int y = 0; y < 7; y++) {
                names.setString(y, "st" + y);
            }
            writer.write("station", names);
        } catch (InvalidRangeException e) {
            throw new IllegalStateException(e);
        }
        return path;
    }

    private static void write(NetcdfFormatWriter writer, String name, Random random, int... shape)
            throws IOException, InvalidRangeException {
        Array array = Array.factory(
                java.util.Objects.requireNonNull(writer.findVariable(name)).getDataType(), shape);
        for (int i = 0; i < array.getSize(); i++) {
            array.setDouble(i, Math.rint(random.nextDouble() * 200 - 100));
        }
        writer.write(name, array);
    }

    /** Writes an HDF5 file of chunked, filtered, contiguous and text datasets, one of them in a group. */
    static Path hdf5(Path folder, long seed) {
        Path path = folder.resolve("hdf5-" + seed + ".h5");
        Random random = new Random(seed);
        int[][][] chunked = new int[5][7][11];
        double[][] plain = new double[6][9];
        short[] line = new short[23];
        for (int[][] plane : chunked) {
            for (int[] row : plane) {
                java.util.Arrays.setAll(row, i -> random.nextInt(1000));
            }
        }
        for (double[] row : plain) {
            java.util.Arrays.setAll(row, i -> random.nextGaussian());
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = (short) random.nextInt();
        }
        DatasetCreationOptions filtered = DatasetCreationOptions.builder()
                .chunkDimensions(2, 3, 4)
                .shuffle()
                .deflate(4)
                .build();
        try (WritableHdfFile file = HdfFile.write(path)) {
            WritableDataset dataset = file.putDataset("chunked", chunked, filtered);
            dataset.putAttribute("units", "m");
            dataset.putAttribute("valid_range", new int[] {0, 999});
            file.putDataset("plain", plain);
            file.putDataset("texts", new String[] {"sea", "", "Größe"});
            file.putGroup("deep")
                    .putDataset(
                            "line",
                            line,
                            DatasetCreationOptions.builder().chunkDimensions(5).build());
        }
        return path;
    }
}
