package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.RowWindows;
import dev.shoal.qc.flag.QcFlag;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the flags of a file's observations along its variables: which element of a variable each observation's value
 * came from.
 *
 * <p>An element that several observations share, such as one of each profile, gets the worst of their flags; one that
 * no observation has, such as padding, gets {@link QcFlag#MISSING}. Belongs to one thread, and reads the file.
 */
public final class FlagPlaces {

    private final ArrayFile file;
    private final SampleSpace space;
    private final Map<RaggedLink, Parents> parents = new HashMap<>();

    /**
     * Prepares for a file.
     *
     * @param file open, and left open
     * @param layout of its observations
     */
    public FlagPlaces(ArrayFile file, ObservationLayout layout) {
        this.file = file;
        this.space = SampleSpace.of(
                file.header(), layout.dimensions(), layout.links(), () -> new FileCoordinates(file.header()));
    }

    /**
     * Lays flags along a variable.
     *
     * @param variable a variable of the observations
     * @param flags one for each of the layout's observations by index; 0 where there is none; not changed
     * @return shape of the variable, in row-major order
     */
    public byte[] flags(VariableHeader variable, byte[] flags) throws IOException {
        byte[] laid = new byte[Math.toIntExact(variable.size())];
        Arrays.fill(laid, QcFlag.MISSING);
        each(variable, (place, element) -> {
            if (flags[place] != 0) {
                laid[element] = QcFlag.worse(laid[element], flags[place]);
            }
        });
        return laid;
    }

    /**
     * Lays bits of tests along a variable.
     *
     * @param variable a variable of the observations
     * @param bits one set for each of the layout's observations by index; not changed
     * @return shape of the variable, in row-major order; the bits of all observations that share an element
     */
    public int[] bits(VariableHeader variable, int[] bits) throws IOException {
        int[] laid = new int[Math.toIntExact(variable.size())];
        each(variable, (place, element) -> laid[element] |= bits[place]);
        return laid;
    }

    private void each(VariableHeader variable, Pair pair) throws IOException {
        List<String> axes = space.axes(variable);
        RowWindows windows = new RowWindows(space.shape(), ObservationReader.BATCH_SIZE);
        while (windows.hasNext()) {
            Positions positions = new Positions(space, windows.next(), parents, file);
            long[] places = positions.places();
            long[] elements = new long[places.length];
            for (String axis : axes) {
                long[] along = positions.of(axis);
                long length = variable.shape()[variable.axis(axis)];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = elements[i] < 0 || along[i] < 0 ? Parents.NONE : elements[i] * length + along[i];
                }
            }
            for (int i = 0; i < places.length; i++) {
                if (elements[i] >= 0) {
                    pair.of((int) places[i], (int) elements[i]);
                }
            }
        }
    }

    private interface Pair {
        void of(int place, int element);
    }
}
