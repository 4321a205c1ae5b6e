package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.RowWindows;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of any length as characters of UTF-8 along a last axis, filled up with NUL. */
final class TextCharacters {

    private static final int MOST_TEXTS = 1 << 16;

    private TextCharacters() {}

    /** Returns the bytes of the longest text, at least 1. */
    static long length(ArrayFile file, VariableHeader texts) throws IOException {
        long longest = 1;
        RowWindows windows = new RowWindows(texts.shape(), MOST_TEXTS);
        while (windows.hasNext()) {
            for (String text : (String[]) file.read(texts, windows.next()).values()) {
                longest = Math.max(longest, text.getBytes(StandardCharsets.UTF_8).length);
            }
        }
        return longest;
    }

    /**
     * Reads characters.
     *
     * @param texts as the file has them
     * @param window of the axes of the texts, and of the characters behind them
     */
    static ArrayBlock read(ArrayFile file, VariableHeader texts, Window window) throws IOException {
        int rank = texts.rank();
        Window whole = new Window(Arrays.copyOf(window.start(), rank), Arrays.copyOf(window.end(), rank));
        int start = (int) window.start(rank);
        int length = (int) window.length(rank);
        String[] read = (String[]) file.read(texts, whole).values();
        byte[] characters = new byte[Math.multiplyExact(read.length, length)];
        for (int i = 0; i < read.length; i++) {
            byte[] text = read[i].getBytes(StandardCharsets.UTF_8);
            if (text.length > start) {
                System.arraycopy(text, start, characters, i * length, Math.min(length, text.length - start));
            }
        }
        return new ArrayBlock(ElementType.CHAR, window.shape(), characters);
    }
}
