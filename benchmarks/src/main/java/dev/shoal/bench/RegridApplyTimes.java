package dev.shoal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Applies weights on one core, by turns with a plain loop in C over the same weights and fields, and prints a table of
 * the least times of one target value. The limit is the memory's: source and target once, at the speed of a triad that
 * is measured in between.
 */
public final class RegridApplyTimes implements Callable<Integer> {
    private static final int TURNS = 3;
    private static final double ALIKE = 1e-4;
    private static final double MOST_UNLIKE = 1e-4;

    @Option(names = "--program", required = true, description = "The loop in C, compiled.")
    private Path program = Path.of("regrid_apply");

    @Option(names = "--work", required = true, description = "Directory for what is handed over.")
    private Path work = Path.of(".");

    @Option(names = "--fields", description = "Fields at a time.")
    private int fields = 12;

    @Option(names = "--runs", description = "Runs of each in a turn, of which the fastest counts.")
    private int runs = 15;

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RegridApplyTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(
                "| case | missing | weights of a target | Shoal ns | one field at a time | C, branches | C, masks"
                        + " | Shoal to the faster | limit ns |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        Grid quarter = TargetGrids.named("global_0.25");
        Grid degree = TargetGrids.named("global_1");
        Grid ocean = OceanFields.tripolar(861, 160, 1442);
        for (Method method : new Method[] {Method.BILINEAR, Method.CONSERVATIVE}) {
            compare("0.25 to 1 degree, " + method.name().toLowerCase(Locale.ROOT), quarter, degree, method);
            compare("tripolar to 0.25 degree, " + method.name().toLowerCase(Locale.ROOT), ocean, quarter, method);
        }
        return 0;
    }

    private void compare(String name, Grid source, Grid target, Method method)
            throws IOException, InterruptedException {
        Weights weights = Weights.of(source, target, Scheme.of(method));
        Stencil stencil = weights.over(GridWindow.of(source));
        for (OceanFields.Missing missing : OceanFields.Missing.values()) {
            float[] values = OceanFields.of(source, fields, missing);
            RegridCase.of(weights, source.size(), values, fields).write(work.resolve("case.bin"));
            float[] made = new float[fields * stencil.targetCells()];
            Times best = Times.NONE;
            for (int turn = 0; turn < TURNS; turn++) {
                best = best.with(turn(stencil, values, made));
            }
            double bytes = 4.0 * source.size() / target.size() + 8;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.1f (%.0f GB/s) |%n",
                    name,
                    missing.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    weights.entries() / (double) target.size(),
                    best.together,
                    best.single,
                    best.branches,
                    best.masks,
                    best.together / Math.min(best.branches, best.masks),
                    bytes / best.triad,
                    best.triad);
        }
    }

    private Times turn(Stencil stencil, float[] values, float[] made) throws IOException, InterruptedException {
        float[] one = new float[stencil.targetCells()];
        double together = Double.POSITIVE_INFINITY;
        double single = Double.POSITIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            stencil.apply(1, values, MissingRule.STANDARD, one);
            long middle = System.nanoTime();
            stencil.apply(fields, values, MissingRule.STANDARD, made);
            single = Math.min(single, (middle - start) / (double) one.length);
            together = Math.min(together, (System.nanoTime() - middle) / (double) made.length);
        }
        Path out = work.resolve("out.bin");
        Process process = new ProcessBuilder(
                        program.toString(), work.resolve("case.bin").toString(), out.toString(), Integer.toString(runs))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode loop = new ObjectMapper().readTree(process.getInputStream());
        if (process.waitFor() != 0) {
            throw new IOException(
                    "Cannot compare: " + program + " ended with " + process.exitValue() + ", expected 0.");
        }
        check(made, out);
        return new Times(
                together,
                single,
                loop.get("branches").asDouble(),
                loop.get("masks").asDouble(),
                loop.get("triad").asDouble());
    }

    /** Refuses to compare what is not the same; weights of single precision may decide otherwise about a half cell. */
    private static void check(float[] made, Path out) throws IOException {
        float[] other = new float[made.length];
        ByteBuffer.wrap(Files.readAllBytes(out))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(other);
        int unlike = 0;
        for (int k = 0; k < made.length; k++) {
            boolean alike = Float.isNaN(made[k])
                    ? Float.isNaN(other[k])
                    : Math.abs(made[k] - other[k]) <= ALIKE * Math.max(1, Math.abs(made[k]));
            unlike += alike ? 0 : 1;
        }
        if (unlike > MOST_UNLIKE * made.length) {
            throw new IOException("Cannot compare: " + unlike + " of " + made.length
                    + " values are not those of the loop in C, expected none.");
        }
    }

    private record Times(double together, double single, double branches, double masks, double triad) {
        static final Times NONE = new Times(
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                0);

        Times with(Times other) {
            return new Times(
                    Math.min(together, other.together),
                    Math.min(single, other.single),
                    Math.min(branches, other.branches),
                    Math.min(masks, other.masks),
                    Math.max(triad, other.triad));
        }
    }
}
