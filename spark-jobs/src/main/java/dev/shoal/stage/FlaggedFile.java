package dev.shoal.stage;

import dev.shoal.cf.AddedFlags;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FlagAttributes;
import dev.shoal.cf.FlagPlaces;
import dev.shoal.cf.FlaggedCopy;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.qc.QcTest;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * A judged file written again as netCDF with its flags: for each judged variable {@code x} the roll-up {@code x_qc},
 * the bits of the tests that called a value suspect or failed, {@code x_qc_tests}, and what each test said by itself,
 * such as {@code x_qc_spike}. What came with the file stays; see {@link FlaggedCopy}.
 *
 * <p>For what each test said everything is judged once more for the first tests of all variables, once for the second,
 * and so on. The flags of the file are held in memory, five bytes for each observation and judged variable and one for
 * each test, so a file has at most 2^31 observations.
 */
public final class FlaggedFile {

    private final QcReview review;
    private final String path;
    private final Configuration conf;

    /**
     * Prepares for a file.
     *
     * @param review that judged it
     * @param path of the file, as the review names it
     * @param conf where the file systems are set up
     */
    public FlaggedFile(QcReview review, String path, Configuration conf) {
        this.review = review;
        this.path = path;
        this.conf = conf;
    }

    /**
     * Writes the file with its flags.
     *
     * @param target file of this machine; replaced where it exists, whole or not at all
     * @param history line added to the file's history
     * @return a sentence for everything of the file that was not kept to the bit
     * @throws IOException where the file cannot be read again, or the format has no place for something of it
     */
    public List<String> write(Path target, String history) throws IOException {
        Path whole = target.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        try (ArrayFile source = ArrayStores.open(path, conf)) {
            FlaggedCopy copy = FlaggedCopy.of(source, flags(source), history(source.header(), history));
            try (OutputStream out = Files.newOutputStream(part)) {
                copy.write(out);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return copy.changes();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Attributes history(Header header, String line) {
        String before = header.attributes().text("history").orElse("");
        return new Attributes(
                List.of(Attribute.of("history", before.isEmpty() ? line : before + System.lineSeparator() + line)));
    }

    private List<AddedFlags> flags(ArrayFile source) throws IOException {
        ObservationLayout layout = CfDataset.of(source)
                .observations()
                .orElseThrow(() -> new IOException("Cannot add flags to " + path + ": it holds no observations."));
        FlagPlaces places = new FlagPlaces(source, layout);
        List<AddedFlags> flags = new ArrayList<>();
        for (ObservedVariable variable : layout.variables()) {
            List<QcTest> tests = review.tests(variable.column());
            if (variable.kind() == ObservedVariable.Kind.DATA && !tests.isEmpty()) {
                add(flags, source, places, new Judged(variable, tests, (int) layout.observations()));
            }
        }
        return flags;
    }

    private void add(List<AddedFlags> flags, ArrayFile source, FlagPlaces places, Judged judged) throws IOException {
        VariableHeader header = judged.variable.header();
        String column = judged.variable.column();
        judged.fill(review.judgements(path, column));
        byte[] all = places.flags(header, judged.flags);
        int[] bits = places.bits(header, judged.raised);
        Attributes own = header.attributes();
        Target target = new Target(flags, source.header(), header);
        target.add(ObservationTable.FLAG, FlagAttributes.aggregate(header.name(), own), all, ElementType.BYTE);
        target.add(
                ObservationTable.TESTS, FlagAttributes.raised(header.name(), own, judged.tests), bits, ElementType.INT);
        for (int place = 0; place < judged.tests.size(); place++) {
            QcTest test = judged.tests.get(place);
            judged.fill(review.judgements(path, column, place));
            target.add(
                    ObservationTable.FLAG + "_" + test.name(),
                    FlagAttributes.test(header.name(), own, test),
                    places.flags(header, judged.flags),
                    ElementType.BYTE);
        }
    }

    /**
     * Where flags of a variable are added.
     *
     * @param flags of the file so far
     * @param header of the file
     * @param of the flagged variable
     */
    private record Target(List<AddedFlags> flags, Header header, VariableHeader of) {

        void add(String suffix, Attributes attributes, Object laid, ElementType type) {
            String name = FlaggedCopy.freeName(header, of.name() + suffix);
            int number = 2;
            while (isTaken(name)) {
                name = FlaggedCopy.freeName(header, of.name() + suffix + "_" + number++);
            }
            flags.add(new AddedFlags(of.name(), name, type, attributes, window -> part(laid, of.shape(), window)));
        }

        private boolean isTaken(String name) {
            return flags.stream().anyMatch(one -> one.name().equals(name));
        }
    }

    /** Windows follow the elements in row-major order, so each is one stretch of them. */
    private static Object part(Object all, long[] shape, Window window) {
        long[] cells = shape.clone();
        Arrays.fill(cells, 1);
        int start = (int) new ChunkGrid(shape, cells).ordinal(window.start());
        Object part = Array.newInstance(all.getClass().getComponentType(), (int) window.size());
        System.arraycopy(all, start, part, 0, (int) window.size());
        return part;
    }

    /** What was said of one variable, by index of the observation. */
    private static final class Judged {
        private final ObservedVariable variable;
        private final List<QcTest> tests;
        private final byte[] flags;
        private final int[] raised;

        Judged(ObservedVariable variable, List<QcTest> tests, int observations) {
            this.variable = variable;
            this.tests = tests;
            this.flags = new byte[observations];
            this.raised = new int[observations];
        }

        void fill(Iterator<Row> rows) {
            while (rows.hasNext()) {
                Row row = rows.next();
                int index = (int) row.getLong(0);
                flags[index] = (byte) row.getInt(1);
                raised[index] = row.size() > 2 ? row.getInt(2) : raised[index];
            }
        }
    }
}
