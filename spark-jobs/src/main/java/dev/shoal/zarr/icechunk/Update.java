package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of the repository's log of operations, newest first.
 *
 * @param type the operation's number in the specification's union
 * @param name of the branch or tag, or empty
 * @param snapshots in the order of the operation's fields
 * @param numbers in the order of the operation's fields
 * @param status where the operation changed that, or {@link Status#NONE}
 * @param atMicros since 1970
 * @param backup name of the copy of the repository's object as the operation left it, or empty where that is the object
 */
record Update(
        int type,
        String name,
        List<ObjectId> snapshots,
        List<Integer> numbers,
        Status status,
        long atMicros,
        String backup) {

    static final int INITIALIZED = 1;
    static final int TAG_CREATED = 5;
    static final int TAG_DELETED = 6;
    static final int BRANCH_CREATED = 7;
    static final int BRANCH_DELETED = 8;
    static final int BRANCH_RESET = 9;
    static final int NEW_COMMIT = 10;
    static final int GC_RAN = 13;
    static final int EXPIRATION_RAN = 14;

    /** The fields of each operation: n a name, i a snapshot's id, b 8 bits, s 16 bits, t a status. */
    private static final List<String> FIELDS =
            List.of("", "", "bb", "", "", "n", "ni", "n", "ni", "ni", "ni", "nii", "i", "", "", "sbb", "t");

    static Update of(int type, String name, List<ObjectId> snapshots, long atMicros) {
        return new Update(type, name, snapshots, List.of(), Status.NONE, atMicros, "");
    }

    Update withBackup(String file) {
        return new Update(type, name, snapshots, numbers, status, atMicros, file);
    }

    static Update parse(Fields fields) throws DamageException {
        int type = fields.int8(0);
        if (type < 1 || type >= FIELDS.size()) {
            throw new DamageException("an operation of type " + type + " in the log, expected 1 to 16");
        }
        Fields body = fields.table(1);
        String layout = FIELDS.get(type);
        String name = "";
        Status status = Status.NONE;
        List<ObjectId> snapshots = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int slot = 0; slot < layout.length(); slot++) {
            switch (layout.charAt(slot)) {
                case 'n' -> name = body.text(slot);
                case 'i' -> snapshots.add(body.id(slot, ObjectId.OBJECT_BYTES));
                case 'b' -> numbers.add(body.int8(slot));
                case 's' -> numbers.add(body.int16(slot));
                default -> status = Status.parse(body.table(slot));
            }
        }
        return new Update(type, name, snapshots, numbers, status, fields.int64(2), fields.text(3));
    }

    int table(FlatBufferBuilder builder) {
        int body = body(builder);
        int file = Tables.text(builder, backup);
        builder.startTable(4);
        builder.addByte(0, (byte) type, 0);
        Tables.offset(builder, 1, body);
        builder.addLong(2, atMicros, 0);
        Tables.offset(builder, 3, file);
        return builder.endTable();
    }

    private int body(FlatBufferBuilder builder) {
        String layout = FIELDS.get(type);
        int text = layout.startsWith("n") ? builder.createString(name) : 0;
        int statusTable = layout.equals("t") ? status.table(builder) : 0;
        int nextSnapshot = 0;
        int nextNumber = 0;
        builder.startTable(layout.length());
        for (int slot = 0; slot < layout.length(); slot++) {
            switch (layout.charAt(slot)) {
                case 'n' -> Tables.offset(builder, slot, text);
                case 'i' -> Tables.id(builder, slot, snapshots.get(nextSnapshot++));
                case 'b' -> builder.addByte(slot, numbers.get(nextNumber++).byteValue(), 0);
                case 's' -> builder.addShort(slot, numbers.get(nextNumber++).shortValue(), 0);
                default -> Tables.offset(builder, slot, statusTable);
            }
        }
        return builder.endTable();
    }
}
