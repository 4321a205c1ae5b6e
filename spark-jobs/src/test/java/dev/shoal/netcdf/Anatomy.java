package dev.shoal.netcdf;

import dev.shoal.codec.Lookup3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Where in a sound file its header, its structures, its checksums and its values lie. */
final class Anatomy {

    private static final List<String> SIGNATURES = List.of(
            "OHDR", "OCHK", "TREE", "SNOD", "HEAP", "GCOL", "FRHP", "FHDB", "FHIB", "BTHD", "BTLF", "BTIN", "FAHD",
            "FADB", "EAHD", "EAIB", "EASB", "EADB", "FSHD", "FSSE");
    private static final int LONGEST_SEAL = 2048;

    /** Bytes with their checksum behind them. */
    private record Seal(int start, int length) {}

    private final byte[] bytes;
    private final boolean littleEndian;
    private final List<MemoryBytes.Range> header = new ArrayList<>();
    private final List<MemoryBytes.Range> values = new ArrayList<>();
    private final List<Integer> structures = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();

    /** Opens and reads a sound file, watching where. */
    Anatomy(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.littleEndian = bytes[0] != 'C';
        MemoryBytes watched = new MemoryBytes("sound", bytes);
        try (ArrayFile file = ArrayFiles.open(watched)) {
            header.addAll(watched.reads());
            watched.reads().clear();
            for (VariableHeader variable : file.header().variables()) {
                HostileReading.values(file, variable);
            }
            values.addAll(watched.reads());
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        structures.add(0);
        for (String signature : SIGNATURES) {
            for (int at = text.indexOf(signature); at >= 0; at = text.indexOf(signature, at + 1)) {
                structures.add(at);
            }
        }
        structures.forEach(at -> findSeal(at));
        header.removeIf(range -> range.start() == range.end());
        values.removeIf(range -> range.start() == range.end());
    }

    private void findSeal(int at) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int length = 8; length <= LONGEST_SEAL && at + length + 4 <= bytes.length; length++) {
            int stored = buffer.getInt(at + length);
            if (stored != 0 && stored == sum(bytes, at, length)) {
                seals.add(new Seal(at, length));
                return;
            }
        }
    }

    private static int sum(byte[] from, int at, int length) {
        return Lookup3.sum(from, at, length);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Tells whether the numbers of the header are little-endian, as HDF5's are. */
    boolean littleEndian() {
        return littleEndian;
    }

    /** Returns the number of checksums that can be made good. */
    int seals() {
        return seals.size();
    }

    /** Draws a place: mostly in what is read to open the file, near a structure, or in the values. */
    int place(Random random) {
        int kind = random.nextInt(20);
        if (kind < 12 || (values.isEmpty() && kind < 16)) {
            return within(header.get(random.nextInt(header.size())), random);
        }
        if (kind < 16) {
            return within(values.get(random.nextInt(values.size())), random);
        }
        return kind < 19
                ? Math.min(bytes.length - 1, structures.get(random.nextInt(structures.size())) + random.nextInt(96))
                : random.nextInt(bytes.length);
    }

    private static int within(MemoryBytes.Range range, Random random) {
        return (int) range.start() + random.nextInt((int) Math.min(1 << 16, range.end() - range.start()));
    }

    /** Draws the address of a structure. */
    int structure(Random random) {
        return structures.get(random.nextInt(structures.size()));
    }

    /** Makes the checksums good again of structures that still begin where they did. */
    byte[] resealed(byte[] damaged) {
        ByteBuffer buffer = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        for (Seal seal : seals) {
            if (seal.start() + seal.length() + 4 <= damaged.length
                    && Arrays.mismatch(
                                    damaged,
                                    seal.start(),
                                    seal.start() + seal.length(),
                                    bytes,
                                    seal.start(),
                                    seal.start() + seal.length())
                            >= 0) {
                buffer.putInt(seal.start() + seal.length(), sum(damaged, seal.start(), seal.length()));
            }
        }
        return damaged;
    }
}
