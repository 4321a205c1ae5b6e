package dev.shoal.stage;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.qc.argo.ArgoFlag;
import dev.shoal.qc.argo.ArgoProfile;
import dev.shoal.qc.argo.Sampling;
import dev.shoal.qc.argo.Station;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Profiles of Argo's own files, and of those that CMEMS makes of them, with the flags that their provider gave. */
final class ArgoFile implements AutoCloseable {

    private static final double MICROS_PER_DAY = 86_400e6;
    private static final double DAYS_1950_TO_1970 = 7305;
    private static final byte NO_FLAG = -1;
    private static final List<String> PARAMETERS = List.of("PRES", "TEMP", "PSAL");

    private final ArrayFile file;

    /**
     * A profile as it came.
     *
     * @param profile of unadjusted values
     * @param flags by parameter; -1 where the file has none
     * @param dateFlag {@code JULD_QC}, -1 where the file has none
     * @param positionFlag {@code POSITION_QC}, likewise
     */
    record Flagged(ArgoProfile profile, Map<String, byte[]> flags, byte dateFlag, byte positionFlag) {}

    private ArgoFile(ArrayFile file) {
        this.file = file;
    }

    static ArgoFile open(Path path) throws IOException {
        return new ArgoFile(ArrayFiles.open(path.toString(), new Configuration()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Returns the profiles in the order of the file. */
    List<Flagged> profiles() throws IOException {
        double[] latitude = numbers("LATITUDE");
        double[] longitude = numbers("LONGITUDE");
        double[] time = has("JULD") ? numbers("JULD") : numbers("TIME");
        double[] fix = has("JULD_LOCATION") ? numbers("JULD_LOCATION") : time;
        double[] cycle = has("CYCLE_NUMBER") ? numbers("CYCLE_NUMBER") : counted(time.length);
        byte[] dateFlags = flags(has("JULD_QC") ? "JULD_QC" : "TIME_QC");
        byte[] positionFlags = flags("POSITION_QC");
        String directions = text("DIRECTION");
        List<Flagged> profiles = new ArrayList<>();
        for (int i = 0; i < time.length; i++) {
            Station station = new Station(
                    platform(i),
                    (int) cycle[i],
                    directions.charAt(i) == 'D' ? Station.Direction.DESCENDING : Station.Direction.ASCENDING,
                    micros(time[i]),
                    micros(fix[i]),
                    latitude[i],
                    longitude[i]);
            profiles.add(flagged(i, station, dateFlags[i], positionFlags[i]));
        }
        return profiles;
    }

    private static double[] counted(int profiles) {
        double[] numbers = new double[profiles];
        Arrays.setAll(numbers, i -> i + 1);
        return numbers;
    }

    private Flagged flagged(int profile, Station station, byte dateFlag, byte positionFlag) throws IOException {
        SortedMap<String, double[]> values = new TreeMap<>();
        Map<String, byte[]> flags = new TreeMap<>();
        for (String name : PARAMETERS) {
            if (has(name)) {
                int levels = (int) variable(name).shape()[1];
                double[] all = numbers(name);
                byte[] of = flags(name + "_QC");
                values.put(name, Arrays.copyOfRange(all, profile * levels, (profile + 1) * levels));
                flags.put(name, Arrays.copyOfRange(of, profile * levels, (profile + 1) * levels));
            }
        }
        return new Flagged(ArgoProfile.of(station, values).with(sampling(profile)), flags, dateFlag, positionFlag);
    }

    private Sampling sampling(int profile) throws IOException {
        if (!has("VERTICAL_SAMPLING_SCHEME")) {
            return Sampling.PRIMARY;
        }
        return Sampling.of(text("VERTICAL_SAMPLING_SCHEME", profile));
    }

    private String platform(int profile) throws IOException {
        return has("PLATFORM_NUMBER")
                ? text("PLATFORM_NUMBER", profile)
                : file.header().attributes().text("platform_code").orElse("");
    }

    private static long micros(double days) {
        return Double.isNaN(days) ? Station.NO_TIME : Math.round((days - DAYS_1950_TO_1970) * MICROS_PER_DAY);
    }

    private boolean has(String name) {
        return file.header().variable(name).isPresent();
    }

    private VariableHeader variable(String name) {
        return file.header().variable(name).orElseThrow();
    }

    private double[] numbers(String name) throws IOException {
        VariableHeader variable = variable(name);
        ArrayBlock block = file.read(variable);
        double fill = variable.attributes().number("_FillValue").orElse(Double.NaN);
        double scale = variable.attributes().number("scale_factor").orElse(1.0);
        double offset = variable.attributes().number("add_offset").orElse(0.0);
        double[] numbers = block.toDoubles();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] == fill ? Double.NaN : decimal(block, numbers[i]) * scale + offset;
        }
        return numbers;
    }

    /** Returns the decimal number that was stored as a float. */
    private static double decimal(ArrayBlock block, double number) {
        return block.values() instanceof float[] ? Double.parseDouble(Float.toString((float) number)) : number;
    }

    private byte[] flags(String name) throws IOException {
        byte[] flags = (byte[]) file.read(variable(name)).values();
        for (int i = 0; i < flags.length; i++) {
            int flag = flags[i] >= '0' ? flags[i] - '0' : flags[i];
            flags[i] = flag >= ArgoFlag.NO_QC && flag <= ArgoFlag.MISSING ? (byte) flag : NO_FLAG;
        }
        return flags;
    }

    private String text(String name) throws IOException {
        return new String((byte[]) file.read(variable(name)).values(), StandardCharsets.UTF_8);
    }

    private String text(String name, int row) throws IOException {
        long length = variable(name).shape()[1];
        Window window = new Window(new long[] {row, 0}, new long[] {row + 1, length});
        return new String((byte[]) file.read(variable(name), window).values(), StandardCharsets.UTF_8).strip();
    }
}
