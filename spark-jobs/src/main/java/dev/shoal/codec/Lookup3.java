package dev.shoal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The checksum of HDF5's structures and of its index blocks: Bob Jenkins' {@code lookup3}, function {@code hashlittle},
 * with the initial value 0.
 */
public final class Lookup3 {

    private static final int START = 0xdeadbeef;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Lookup3() {}

    /** Returns the checksum of {@code length} bytes. */
    public static int sum(byte[] bytes, int offset, int length) {
        int a = START + length;
        int b = a;
        int c = a;
        int at = offset;
        int left = length;
        for (; left > 12; left -= 12, at += 12) {
            a += (int) WORD.get(bytes, at);
            b += (int) WORD.get(bytes, at + 4);
            c += (int) WORD.get(bytes, at + 8);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        if (left == 0) {
            return c;
        }
        a += word(bytes, at, Math.min(4, left));
        b += word(bytes, at + 4, Math.min(4, left - 4));
        c += word(bytes, at + 8, Math.min(4, left - 8));
        return mixed(a, b, c);
    }

    private static int mixed(int first, int second, int third) {
        int c = (third ^ second) - Integer.rotateLeft(second, 14);
        int a = (first ^ c) - Integer.rotateLeft(c, 11);
        int b = (second ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    private static int word(byte[] bytes, int at, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[at + i] & 0xff) << (8 * i);
        }
        return word;
    }
}
