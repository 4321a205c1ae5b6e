package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One variable's values beside a peer's. */
final class PackingComparison {

    private static final double FLOAT_STEP = 3e-7;

    private final VariableHeader header;
    private final ArrayBlock raw;
    private final Packing packing;
    private final double[] ours;

    PackingComparison(VariableHeader header, ArrayBlock raw) {
        this.header = header;
        this.raw = raw;
        this.packing = Packing.of(header);
        this.ours = packing.decode(raw);
    }

    /** Counts every value under "same" or the difference that explains it; lists what nothing explains. */
    void check(
            PackingDifference.Peer peer,
            Optional<double[]> theirs,
            Map<String, Integer> table,
            List<String> unexplained) {
        if (theirs.isEmpty()) {
            table.merge(peer + ": refuses the variable", ours.length, Integer::sum);
            return;
        }
        for (int i = 0; i < ours.length; i++) {
            if (isSame(ours[i], theirs.get()[i])) {
                table.merge(peer + ": same", 1, Integer::sum);
                continue;
            }
            Number stored = (Number) Array.get(raw.values(), i);
            Optional<PackingDifference> reason = PackingDifference.of(
                    new PackingDifference.Case(peer, header, packing, stored, ours[i], theirs.get()[i]));
            table.merge(peer + ": " + reason.map(PackingDifference::text).orElse("UNEXPLAINED"), 1, Integer::sum);
            if (reason.isEmpty()) {
                unexplained.add(peer + " " + header.name() + " " + header.type() + " " + attributes() + ": stored "
                        + stored + ", ours " + ours[i] + ", theirs " + theirs.get()[i]);
            }
        }
    }

    private boolean isSame(double own, double other) {
        double size = Math.abs(other) + Math.abs(packing.offset());
        boolean rounded = packing.scale() != 1 || packing.offset() != 0;
        return (Double.isNaN(own) && Double.isNaN(other))
                || own == other
                || (rounded && Math.abs(own - other) <= FLOAT_STEP * size);
    }

    /** Returns one stored number as it would be read. */
    static ArrayBlock block(VariableHeader header, Number stored) {
        Object values = switch (header.type()) {
            case BYTE, UBYTE -> new byte[] {stored.byteValue()};
            case SHORT, USHORT -> new short[] {stored.shortValue()};
            case INT, UINT -> new int[] {stored.intValue()};
            case LONG, ULONG -> new long[] {stored.longValue()};
            case FLOAT -> new float[] {stored.floatValue()};
            default -> new double[] {stored.doubleValue()};
        };
        return new ArrayBlock(header.type(), new long[] {1}, values);
    }

    private String attributes() {
        return header.attributes().list().stream().map(PackingComparison::text).collect(Collectors.joining(", "));
    }

    private static String text(Attribute attribute) {
        return attribute.name() + "=" + attribute.values() + attribute.type();
    }
}
