package dev.shoal.netcdf;

import dev.shoal.cf.CfDataset;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads everything a scan and a run would ask of a file that nobody vouches for. */
public final class HostileReading {

    /** Elements asked for at once: a megabyte of doubles. */
    static final long MOST = 1 << 17;

    /** How the damaged things are called. */
    private static final Pattern NAMES = Pattern.compile("damaged|sound");

    private HostileReading() {}

    /**
     * Reads header, attributes, both ends of every variable, and what CF makes of them.
     *
     * @return for each variable {@code "values"} or {@code "refused"}
     * @throws UnreadableException where the file cannot be opened at all
     */
    static Map<String, String> read(byte[] bytes) throws IOException {
        try (ArrayFile file = ArrayFiles.open(new CachedBytes(new MemoryBytes("damaged", bytes)))) {
            return read(file);
        }
    }

    /**
     * Reads all of a file that is open already.
     *
     * @return for each variable {@code "values"} or {@code "refused"}
     */
    public static Map<String, String> read(ArrayFile file) throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (VariableHeader variable : file.header().variables()) {
            outcomes.put(variable.name(), values(file, variable));
        }
        outcomes.put("(CF)", meaning(file));
        return outcomes;
    }

    private static String meaning(ArrayFile file) throws IOException {
        try {
            CfDataset.of(file);
            return "values";
        } catch (UnreadableException e) {
            return refused(e);
        }
    }

    /** Reads both ends of a variable. */
    static String values(ArrayFile file, VariableHeader variable) throws IOException {
        try {
            file.read(variable, first(variable.shape()));
            file.read(variable, last(variable.shape()));
            return "values";
        } catch (UnreadableException e) {
            return refused(e);
        }
    }

    private static String refused(UnreadableException refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (!message.startsWith("Cannot ") || !NAMES.matcher(message).find() || !message.endsWith(".")) {
            throw new IllegalStateException("A refusal that does not name its file: " + message, refusal);
        }
        return "refused";
    }

    /** Returns as many whole rows, from the last axis on, as {@link #MOST} elements allow: at the begin of all axes. */
    static Window first(long[] shape) {
        return new Window(new long[shape.length], part(shape));
    }

    /** Returns the same at the end of all axes. */
    static Window last(long[] shape) {
        long[] part = part(shape);
        long[] start = new long[shape.length];
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] = shape[axis] - part[axis];
        }
        return new Window(start, shape);
    }

    private static long[] part(long[] shape) {
        long[] part = new long[shape.length];
        long left = MOST;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            part[axis] = Math.min(shape[axis], left);
            left = Math.max(1, left / Math.max(1, part[axis]));
        }
        return part;
    }
}
