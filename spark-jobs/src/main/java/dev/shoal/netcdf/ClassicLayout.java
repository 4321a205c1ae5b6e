package dev.shoal.netcdf;

import java.io.IOException;
import java.util.List;

/** Where the values of a netCDF classic file lie behind its header: whole variables first, then record for record. */
final class ClassicLayout {

    private static final long PEEK_BYTES = 1 << 20;

    /**
     * Where one variable lies.
     *
     * @param header as shown
     * @param begin of its first byte
     * @param byRecord whether its first axis is the record dimension
     * @param bytes of the variable, or of one record of it; without padding
     */
    record Place(VariableHeader header, long begin, boolean byRecord, long bytes) {}

    private final ClassicCursor behind;
    private final List<Place> places;
    private final long recordBytes;

    /**
     * Lays variables out.
     *
     * @param places in the order of the header
     * @param behind the header
     * @throws UnreadableException where values overlap, or lie in another order than their variables
     */
    ClassicLayout(List<Place> places, ClassicCursor behind) throws IOException {
        this.behind = behind;
        this.places = places;
        List<Place> byRecord = places.stream().filter(Place::byRecord).toList();
        List<Place> whole = places.stream().filter(place -> !place.byRecord()).toList();
        long bytes = 0;
        for (Place place : byRecord) {
            bytes = Math.addExact(bytes, byRecord.size() == 1 ? place.bytes() : ClassicCursor.padded(place.bytes()));
        }
        this.recordBytes = bytes;
        requireOrder(byRecord, requireOrder(whole, behind.position()));
        if (places.isEmpty()) {
            requireNothingBehind();
        }
    }

    /** The values lie in the order of the variables, those without records first; returns where they end. */
    private long requireOrder(List<Place> variables, long start) throws IOException {
        long end = start;
        for (Place place : variables) {
            if (place.bytes() > 0) {
                if (place.begin() < end) {
                    throw behind.damaged(
                            "variable " + place.header().name() + " that begins at byte " + place.begin(),
                            "one behind what comes before it, which ends at byte " + end);
                }
                end = Math.addExact(place.begin(), place.bytes());
            }
        }
        return end;
    }

    /** A header whose list of variables was overwritten by zeros looks like one without variables. */
    private void requireNothingBehind() throws IOException {
        for (byte value : behind.peek(PEEK_BYTES)) {
            if (value != 0) {
                throw behind.damaged(
                        "no variables, and more behind the header, which ends at byte " + behind.position(),
                        "nothing there");
            }
        }
    }

    /** Returns where every variable lies. */
    List<Place> places() {
        return places;
    }

    /** Returns the bytes from one record to the next. */
    long recordBytes() {
        return recordBytes;
    }

    /** Returns the length that a whole file of this many records has at least. */
    long expectedLength(long records) {
        long end = behind.position();
        for (Place place : places) {
            long last = place.byRecord() ? (records - 1) * recordBytes : 0;
            if (!place.byRecord() || records > 0) {
                end = Math.max(end, Math.addExact(place.begin(), Math.addExact(last, place.bytes())));
            }
        }
        return end;
    }
}
