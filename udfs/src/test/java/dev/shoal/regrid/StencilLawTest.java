package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every method's weights under every rule. */
class StencilLawTest {
    private static final RectilinearGrid SOURCE = SampleGrids.regular(12, 24, 0);
    private static final RectilinearGrid TARGET = SampleGrids.regular(30, 50, 3);
    private static final int FIELDS = 5;

    private interface Law {
        void holds(Method method, Stencil stencil, MissingRule rule);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesAreMissingExactlyWhereTheirFlagsSaySo(long seed) {
        byte[] flags = flags(new Random(seed));
        double[] all = SampleGrids.field(SOURCE, SampleGrids::y22);
        each((method, stencil, rule) -> {
            byte[] carried = new byte[stencil.targetCells()];
            stencil.worstFlags(flags, rule, carried);
            assertMissing(applied(stencil, 1, without(all, flags, true), rule), carried, true);
            stencil.worstOfKept(flags, rule, carried);
            assertMissing(applied(stencil, 1, without(all, flags, false), rule), carried, false);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void valuesAreThoseOfTheDefinition(long seed) {
        double[] source = fields(new Random(seed));
        each((method, stencil, rule) -> {
            double[] share = new double[FIELDS * stencil.targetCells()];
            double[] made = new double[share.length];
            stencil.apply(FIELDS, source, rule, made, share);
            assertThat(applied(stencil, FIELDS, source, rule)).isEqualTo(made);
            Weights weights = Weights.of(SOURCE, TARGET, Scheme.of(method));
            for (int k = 0; k < made.length; k++) {
                int cell = k % stencil.targetCells();
                int from = k / stencil.targetCells() * SOURCE.size();
                double valid = valid(weights, cell, source, from);
                assertThat(share[k]).isEqualTo(Math.min(1, valid));
                if (method != Method.BICUBIC && method != Method.LARGEST_AREA && !Double.isNaN(made[k])) {
                    double sum = sum(weights, cell, source, from);
                    assertThat(made[k]).isEqualTo(divided(weights, cell, sum, valid, rule, method));
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyFieldsAtATimeGiveTheSameBits(long seed) {
        double[] source = fields(new Random(seed));
        each((method, stencil, rule) -> {
            double[] together = applied(stencil, FIELDS, source, rule);
            double[] alone = new double[together.length];
            for (int field = 0; field < FIELDS; field++) {
                double[] one = Arrays.copyOfRange(source, field * SOURCE.size(), (field + 1) * SOURCE.size());
                System.arraycopy(
                        applied(stencil, 1, one, rule), 0, alone, field * stencil.targetCells(), stencil.targetCells());
            }
            assertThat(together).isEqualTo(alone);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void singlePrecisionIsRoundedOnce(long seed) {
        double[] source = fields(new Random(seed));
        float[] floats = new float[source.length];
        for (int k = 0; k < source.length; k++) {
            floats[k] = (float) source[k];
            source[k] = floats[k];
        }
        each((method, stencil, rule) -> {
            double[] doubles = applied(stencil, FIELDS, source, rule);
            float[] made = new float[doubles.length];
            float[] share = new float[doubles.length];
            stencil.apply(FIELDS, floats, rule, made, share);
            float[] rounded = new float[made.length];
            for (int k = 0; k < made.length; k++) {
                rounded[k] = (float) doubles[k];
                assertThat(share[k]).isBetween(0f, 1f);
            }
            assertThat(made).isEqualTo(rounded);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBlocksGiveTheSameBits(long seed) {
        Random random = new Random(seed);
        double[] source = Arrays.copyOf(fields(random), SOURCE.size());
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(20);
        each((method, stencil, rule) -> {
            double[] whole = applied(stencil, 1, source, rule);
            Weigher weigher = Weigher.of(SOURCE, Scheme.of(method));
            for (int y = 0; y < TARGET.ny(); y += rows) {
                for (int x = 0; x < TARGET.nx(); x += columns) {
                    GridWindow part =
                            new GridWindow(y, Math.min(TARGET.ny(), y + rows), x, Math.min(TARGET.nx(), x + columns));
                    Weights weights = weigher.weights(TARGET, part);
                    GridWindow block = weights.sourceWindow();
                    double[] made = new double[part.size()];
                    weights.apply(SampleGrids.cut(source, SOURCE.nx(), block), block, rule, made);
                    assertThat(made).isEqualTo(SampleGrids.cut(whole, TARGET.nx(), part));
                }
            }
        });
    }

    private static void each(Law law) {
        for (Method method : Method.values()) {
            if (method == Method.CONSERVATIVE2) {
                continue;
            }
            Stencil stencil = Weights.of(SOURCE, TARGET, Scheme.of(method)).over(GridWindow.of(SOURCE));
            for (MissingRule rule : rules(method)) {
                law.holds(method, stencil, rule);
            }
        }
    }

    private static List<MissingRule> rules(Method method) {
        List<MissingRule> rules = new ArrayList<>();
        for (MissingPolicy policy : MissingPolicy.values()) {
            for (double least : new double[] {0, 0.5, 0.9, 1}) {
                MissingRule rule = new MissingRule(policy, least);
                rules.add(rule);
                if (method == Method.CONSERVATIVE) {
                    rules.add(rule.normalised(Normalisation.DESTAREA));
                }
                if (method == Method.CONSERVATIVE && policy != MissingPolicy.XESMF) {
                    rules.add(rule.normalised(Normalisation.NONE));
                }
            }
        }
        return rules;
    }

    /** Fields without holes, with a coast, and with clouds, one after the other. */
    private static double[] fields(Random random) {
        double[] values = new double[FIELDS * SOURCE.size()];
        for (int k = 0; k < values.length; k++) {
            int field = k / SOURCE.size();
            int column = k % SOURCE.nx();
            boolean land = field % 3 == 1 && column > 5 && column < 15;
            boolean cloud = field % 3 == 2 && random.nextInt(3) == 0;
            values[k] = land || cloud ? Double.NaN : Math.rint(4 * random.nextGaussian());
        }
        return values;
    }

    private static byte[] flags(Random random) {
        byte[] flags = new byte[SOURCE.size()];
        for (int k = 0; k < flags.length; k++) {
            flags[k] = QcFlag.codes()[random.nextInt(5)];
        }
        return flags;
    }

    private static double[] without(double[] values, byte[] flags, boolean failed) {
        double[] left = values.clone();
        for (int k = 0; k < left.length; k++) {
            boolean gone = flags[k] == QcFlag.MISSING || (failed && flags[k] == QcFlag.FAIL);
            left[k] = gone ? Double.NaN : left[k];
        }
        return left;
    }

    private static void assertMissing(double[] made, byte[] carried, boolean failed) {
        for (int cell = 0; cell < made.length; cell++) {
            boolean gone = carried[cell] == QcFlag.MISSING || (failed && carried[cell] == QcFlag.FAIL);
            assertThat(Double.isNaN(made[cell])).isEqualTo(gone);
        }
    }

    private static double[] applied(Stencil stencil, int fields, double[] source, MissingRule rule) {
        double[] target = new double[fields * stencil.targetCells()];
        stencil.apply(fields, source, rule, target);
        return target;
    }

    private static double valid(Weights weights, int cell, double[] source, int from) {
        double[] weight = weights.weightsOf(cell / TARGET.nx(), cell % TARGET.nx());
        int[] column = weights.sourcesOf(cell / TARGET.nx(), cell % TARGET.nx());
        double valid = 0;
        for (int k = 0; k < weight.length; k++) {
            valid += Double.isNaN(source[from + column[k]]) ? 0 : weight[k];
        }
        return valid;
    }

    private static double sum(Weights weights, int cell, double[] source, int from) {
        double[] weight = weights.weightsOf(cell / TARGET.nx(), cell % TARGET.nx());
        int[] column = weights.sourcesOf(cell / TARGET.nx(), cell % TARGET.nx());
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += Double.isNaN(source[from + column[k]]) ? 0 : weight[k] * source[from + column[k]];
        }
        return sum;
    }

    private static double divided(
            Weights weights, int cell, double sum, double valid, MissingRule rule, Method method) {
        boolean strict = rule.policy() == MissingPolicy.CDO && (method == Method.NEAREST || method == Method.BILINEAR);
        boolean mean = rule.normalisation() == Normalisation.FRACAREA || rule.policy() == MissingPolicy.XESMF;
        double area = rule.normalisation() == Normalisation.NONE ? weights.targetAreas()[cell] : 1;
        return mean && !strict ? sum / valid : sum * area;
    }
}
