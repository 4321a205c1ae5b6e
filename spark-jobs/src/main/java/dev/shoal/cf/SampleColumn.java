package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a variable at the places of a window: the smallest box of the variable that holds them, then each place's
 * value. The last box is kept, for variables that do not change from window to window.
 */
final class SampleColumn {

    private final ArrayFile file;
    private final SampleSpace space;
    private final VariableHeader variable;
    private final Packing packing;
    private final boolean text;
    private @Nullable Window lastBox;
    private double[] lastNumbers = new double[0];
    private String[] lastTexts = new String[0];

    SampleColumn(ArrayFile file, SampleSpace space, VariableHeader variable) {
        this.file = file;
        this.space = space;
        this.variable = variable;
        this.packing = Packing.of(variable);
        this.text = space.isText(variable) || !variable.type().isNumeric();
    }

    /** Returns numbers, NaN where missing; of characters their digit. May share its array with the next call. */
    double[] numbers(Positions positions) throws IOException {
        if (!hasPlaces(positions)) {
            return filled(positions.size());
        }
        Window box = box(positions);
        if (!box.equals(lastBox)) {
            lastNumbers = decode(file.read(variable, box));
            lastBox = box;
        }
        if (isSameOrder(positions, box)) {
            return lastNumbers;
        }
        int[] offsets = offsets(positions, box);
        double[] numbers = new double[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            numbers[i] = offsets[i] < 0 ? Double.NaN : lastNumbers[offsets[i]];
        }
        return numbers;
    }

    /** Tells whether it holds integers that doubles may have to round. */
    boolean isWiderThanDoubles() {
        return packing.isWhole() && packing.type().bytes() == 8;
    }

    /** Returns integers exactly, {@link Packing#NO_INTEGER} where missing. */
    long[] wholeNumbers(Positions positions) throws IOException {
        long[] numbers = new long[positions.size()];
        Arrays.fill(numbers, Packing.NO_INTEGER);
        if (!hasPlaces(positions)) {
            return numbers;
        }
        Window box = box(positions);
        long[] stored = packing.wholeNumbers(file.read(variable, box));
        int[] offsets = offsets(positions, box);
        for (int i = 0; i < offsets.length; i++) {
            numbers[i] = offsets[i] < 0 ? Packing.NO_INTEGER : stored[offsets[i]];
        }
        return numbers;
    }

    /** Returns texts, trimmed, empty where missing; of numbers their shortest decimal form. */
    String[] texts(Positions positions) throws IOException {
        String[] texts = new String[positions.size()];
        Arrays.fill(texts, "");
        if (!hasPlaces(positions)) {
            return texts;
        }
        Window box = box(positions);
        if (!box.equals(lastBox)) {
            lastTexts = strings(file.read(variable, box), box);
            lastBox = box;
        }
        int[] offsets = offsets(positions, box);
        for (int i = 0; i < offsets.length; i++) {
            texts[i] = offsets[i] < 0 ? "" : lastTexts[offsets[i]];
        }
        return texts;
    }

    private static double[] filled(int size) {
        double[] missing = new double[size];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private String[] strings(ArrayBlock block, Window box) {
        if (text) {
            return Texts.of(block, isCharacterAxis(variable.rank() - 1) ? (int) box.length(box.rank() - 1) : 1);
        }
        double[] numbers = packing.decode(block);
        String[] strings = new String[numbers.length];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = Texts.of(numbers[i]);
        }
        return strings;
    }

    private double[] decode(ArrayBlock block) {
        if (TimeTexts.areIn(variable)) {
            return TimeTexts.numbers(variable, block);
        }
        return variable.type() == ElementType.CHAR ? Texts.digits((byte[]) block.values()) : packing.decode(block);
    }

    private boolean isCharacterAxis(int axis) {
        return variable.type() == ElementType.CHAR && axis == variable.rank() - 1 && space.isText(variable);
    }

    private boolean isSingle(int axis) {
        return variable.shape()[axis] == 1;
    }

    private boolean hasPlaces(Positions positions) throws IOException {
        for (int axis = 0; axis < variable.rank(); axis++) {
            if (isSingle(axis) || isCharacterAxis(axis)) {
                continue;
            }
            long[] along = positions.of(variable.dimensions().get(axis));
            if (Arrays.stream(along).allMatch(position -> position < 0)) {
                return false;
            }
        }
        return true;
    }

    private Window box(Positions positions) throws IOException {
        long[] start = new long[variable.rank()];
        long[] end = variable.shape().clone();
        for (int axis = 0; axis < variable.rank(); axis++) {
            if (isSingle(axis) || isCharacterAxis(axis)) {
                continue;
            }
            long low = Long.MAX_VALUE;
            long high = 0;
            for (long position : positions.of(variable.dimensions().get(axis))) {
                low = position >= 0 && position < low ? position : low;
                high = Math.max(high, position);
            }
            start[axis] = low;
            end[axis] = Math.min(high + 1, variable.shape()[axis]);
        }
        return new Window(start, end);
    }

    /** The box read is already in the order of the window where both run along the same dimensions. */
    private boolean isSameOrder(Positions positions, Window box) {
        return FileCoordinates.longDimensions(variable).equals(space.dimensions()) && box.size() == positions.size();
    }

    private int[] offsets(Positions positions, Window box) throws IOException {
        int[] offsets = new int[positions.size()];
        for (int axis = 0; axis < variable.rank(); axis++) {
            if (isCharacterAxis(axis) || isSingle(axis)) {
                continue;
            }
            long[] along = positions.of(variable.dimensions().get(axis));
            int length = (int) box.length(axis);
            for (int i = 0; i < offsets.length; i++) {
                boolean outside = offsets[i] < 0 || along[i] < 0 || along[i] >= box.end(axis);
                offsets[i] = outside ? -1 : offsets[i] * length + (int) (along[i] - box.start(axis));
            }
        }
        return offsets;
    }
}
