package dev.shoal.codec;

/** Undoes LZF as h5py writes it: literal runs and references to bytes up to 8 KiB back. */
public final class Unlzf implements ChunkDecoder {

    private byte[] buffer = new byte[0];

    @Override
    public Slice decode(Slice in, int limit) throws DamageException {
        if (buffer.length < limit) {
            buffer = new byte[limit];
        }
        byte[] from = in.bytes();
        int end = in.offset() + in.length();
        int at = in.offset();
        int done = 0;
        while (at < end) {
            int control = from[at++] & 0xff;
            if (control < 32) {
                int count = control + 1;
                require(count <= end - at && count <= limit - done);
                System.arraycopy(from, at, buffer, done, count);
                at += count;
                done += count;
            } else {
                int length = (control >> 5) + 2;
                require(end - at >= (control >> 5 == 7 ? 2 : 1));
                if (control >> 5 == 7) {
                    length += from[at++] & 0xff;
                }
                int back = (((control & 31) << 8) | (from[at++] & 0xff)) + 1;
                require(back <= done && length <= limit - done);
                for (int i = 0; i < length; i++, done++) {
                    buffer[done] = buffer[done - back];
                }
            }
        }
        return new Slice(buffer, 0, done);
    }

    private static void require(boolean sound) throws DamageException {
        if (!sound) {
            throw new DamageException("found a damaged lzf stream");
        }
    }
}
