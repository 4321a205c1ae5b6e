package dev.shoal.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Java's own zlib: on every machine, and the judge of streams that are not sound. */
final class JavaInflater implements ZlibInflater {

    @Override
    public int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit) throws DamageException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(from, start, length);
            int done = fill(inflater, to, toStart, limit);
            if (!inflater.finished() && inflater.inflate(new byte[1]) != 0) {
                throw new DamageException("its zlib stream holds more than the expected " + limit + " bytes");
            }
            if (!inflater.finished()) {
                throw new DamageException("its zlib stream stops after " + done + " bytes");
            }
            return done;
        } catch (DataFormatException damage) {
            throw new DamageException("its zlib stream is damaged (" + damage.getMessage() + ")", damage);
        } finally {
            inflater.end();
        }
    }

    private static int fill(Inflater inflater, byte[] to, int toStart, int limit) throws DataFormatException {
        int done = 0;
        int count = 1;
        while (done < limit && count > 0) {
            count = inflater.inflate(to, toStart + done, limit - done);
            done += count;
        }
        return done;
    }
}
