package dev.shoal.stage;

import dev.shoal.qc.OpenSample;
import dev.shoal.qc.OpenSeries;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a growing series as bytes for Spark's state store, and back. A state outlives the process that wrote it:
 * where the form of these bytes changes, or that of {@link BlockCodec}, {@link #FORM} must.
 */
final class StreamState {

    /** Tells the form of the bytes from others; a part of the checkpoint's name. */
    static final int FORM = 1;

    private StreamState() {}

    /** Returns a state as bytes. */
    static byte[] encode(OpenSeries.State state) {
        byte[] there = state.there().toByteArray();
        byte[] samples = state.held().isEmpty() ? new byte[0] : BlockCodec.encode(block(state.held()));
        return ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + there.length + samples.length)
                .putInt(state.open())
                .putLong(state.horizonMicros())
                .putInt(there.length)
                .put(there)
                .put(samples)
                .array();
    }

    /** Returns the state that was turned into these bytes. */
    static OpenSeries.State decode(byte[] encoded) {
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        int open = bytes.getInt();
        long horizon = bytes.getLong();
        byte[] there = new byte[bytes.getInt()];
        bytes.get(there);
        byte[] samples = new byte[bytes.remaining()];
        bytes.get(samples);
        List<OpenSample> held = samples.length == 0 ? List.of() : samples(BlockCodec.decode(samples));
        return new OpenSeries.State(held, open, horizon, BitSet.valueOf(there));
    }

    /** Returns samples as a block whose numbers are those of the samples. */
    static ObservationBlock block(List<OpenSample> samples) {
        int size = samples.size();
        OpenSample first = samples.get(0);
        Map<String, Integer> files = new LinkedHashMap<>();
        samples.forEach(sample -> files.putIfAbsent(sample.source(), files.size()));
        ObservationBlock block = new ObservationBlock(
                size,
                new long[size],
                new double[first.values().length][size],
                files.keySet().toArray(String[]::new),
                new int[files.size() > 1 ? size : 0],
                new long[size],
                new long[size],
                new byte[first.flags().length][size],
                new int[first.raised().length][size]);
        for (int i = 0; i < size; i++) {
            set(block, i, samples.get(i));
            if (files.size() > 1) {
                block.file()[i] = files.getOrDefault(samples.get(i).source(), 0);
            }
        }
        return block;
    }

    private static void set(ObservationBlock block, int i, OpenSample sample) {
        block.timeMicros()[i] = sample.timeMicros();
        block.index()[i] = sample.index();
        for (int column = 0; column < sample.values().length; column++) {
            block.numbers()[column][i] = sample.values()[column];
        }
        for (int variable = 0; variable < sample.flags().length; variable++) {
            block.flags()[variable][i] = sample.flags()[variable];
            block.raised()[variable][i] = sample.raised()[variable];
        }
    }

    private static List<OpenSample> samples(ObservationBlock block) {
        List<OpenSample> samples = new ArrayList<>(block.size());
        for (int row = 0; row < block.size(); row++) {
            int i = row;
            byte[] flags = new byte[block.flags().length];
            for (int variable = 0; variable < flags.length; variable++) {
                flags[variable] = block.flags()[variable][i];
            }
            samples.add(new OpenSample(
                    block.timeMicros()[i],
                    block.fileOf(i),
                    block.index()[i],
                    Arrays.stream(block.numbers())
                            .mapToDouble(column -> column[i])
                            .toArray(),
                    flags,
                    Arrays.stream(block.raised()).mapToInt(bits -> bits[i]).toArray()));
        }
        return samples;
    }
}
