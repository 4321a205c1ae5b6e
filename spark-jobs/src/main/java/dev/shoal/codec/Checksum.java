package dev.shoal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Four bytes, little-endian, that tell whether the others are sound.
 *
 * @param kind how they are reckoned
 * @param place where they stand
 */
public record Checksum(Kind kind, Place place) implements BytesCodec {

    private static final int BYTES = 4;

    /** How a checksum is reckoned. */
    public enum Kind {
        CRC32("crc32"),
        CRC32C("crc32c"),
        ADLER32("adler32"),
        FLETCHER32("fletcher32");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Returns the name that numcodecs gives it. */
        public String id() {
            return id;
        }

        private boolean fits(int stored, byte[] bytes, int start, int length) {
            return switch (this) {
                case CRC32 -> (int) sum(new CRC32(), bytes, start, length) == stored;
                case CRC32C -> (int) sum(new CRC32C(), bytes, start, length) == stored;
                case ADLER32 -> (int) sum(new Adler32(), bytes, start, length) == stored;
                case FLETCHER32 -> dev.shoal.codec.Fletcher32.sum(bytes, start, length) == stored;
            };
        }

        private int of(byte[] bytes) {
            return switch (this) {
                case CRC32 -> (int) sum(new CRC32(), bytes, 0, bytes.length);
                case CRC32C -> (int) sum(new CRC32C(), bytes, 0, bytes.length);
                case ADLER32 -> (int) sum(new Adler32(), bytes, 0, bytes.length);
                case FLETCHER32 -> dev.shoal.codec.Fletcher32.sum(bytes, 0, bytes.length);
            };
        }

        private static long sum(java.util.zip.Checksum checksum, byte[] bytes, int start, int length) {
            checksum.update(bytes, start, length);
            return checksum.getValue();
        }
    }

    /** Where a checksum stands. */
    public enum Place {
        START,
        END
    }

    @Override
    public String id() {
        return kind.id;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public boolean compresses() {
        return false;
    }

    @Override
    public OptionalInt encodedSize(int size) {
        return size > Integer.MAX_VALUE - BYTES ? OptionalInt.empty() : OptionalInt.of(size + BYTES);
    }

    @Override
    public byte[] encode(byte[] decoded) {
        ByteBuffer out = ByteBuffer.allocate(decoded.length + BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (place == Place.START) {
            return out.putInt(kind.of(decoded)).put(decoded).array();
        }
        return out.put(decoded).putInt(kind.of(decoded)).array();
    }

    @Override
    public byte[] decode(byte[] encoded, int size) throws DamageException {
        return checked(Slice.of(encoded), size).copy();
    }

    @Override
    public Slice decode(Slice encoded, int size, CodecMemory memory) throws DamageException {
        return checked(encoded, size);
    }

    private Slice checked(Slice encoded, int size) throws DamageException {
        if (encoded.length() < BYTES || encoded.length() - BYTES != size) {
            throw DamageException.length(encoded.length() - BYTES, size);
        }
        int start = encoded.offset() + (place == Place.START ? BYTES : 0);
        int stored = ByteBuffer.wrap(encoded.bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(encoded.offset() + (place == Place.START ? 0 : size));
        if (!kind.fits(stored, encoded.bytes(), start, size)) {
            throw new DamageException("its " + id() + " checksum does not fit its bytes");
        }
        return new Slice(encoded.bytes(), start, size);
    }
}
