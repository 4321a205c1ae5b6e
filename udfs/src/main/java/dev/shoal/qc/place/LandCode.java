package dev.shoal.qc.place;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * How the rasters of the land mask are coded: strips of blocks; of each block whether it holds both, and its one colour
 * if not; then, row by row, the pixels of those that do, each by the chance that 14 pixels before it give it: three
 * before it in its row, seven in the row below, three in the next and one in the last. Beyond a bin's sides the nearest
 * pixel counts, before the first of a row water.
 */
final class LandCode {

    private static final int BLOCK = 16;

    private static final int PIXEL_CONTEXTS = 1 << 14;

    private static final int FLAG_CONTEXTS = 16;

    private static final int COLOUR_CONTEXTS = 9;

    private static final int UNKNOWN = 2;

    private final int[] pixel;

    private final int[] flag;

    private final int[] colour;

    private LandCode(int[] pixel, int[] flag, int[] colour) {
        this.pixel = pixel;
        this.flag = flag;
        this.colour = colour;
    }

    static LandCode read(DataInputStream in) throws IOException {
        return new LandCode(chances(in, PIXEL_CONTEXTS), chances(in, FLAG_CONTEXTS), chances(in, COLOUR_CONTEXTS));
    }

    private static int[] chances(DataInputStream in, int contexts) throws IOException {
        int[] chances = new int[contexts];
        for (int i = 0; i < contexts; i++) {
            chances[i] = in.readUnsignedShort();
        }
        return chances;
    }

    LandBin decode(int number, int width, int height, byte[] codes, int start, int end) {
        LandBin bin = new LandBin(number, width, height);
        BinaryDecoder decoder = new BinaryDecoder(codes, start, end);
        LandStrip strip = new LandStrip(width, BLOCK);
        int blocks = (width + BLOCK - 1) / BLOCK;
        boolean[] above = new boolean[blocks + 1];
        for (int y = 0; y < height; y += BLOCK) {
            boolean[] both = new boolean[blocks + 1];
            for (int block = 0; block < blocks; block++) {
                both[block] = decoder.decide(flag[flagContext(both, above, block, y)]) == 1;
                if (!both[block]) {
                    int x = block * BLOCK;
                    int west = block == 0 || both[block - 1] ? UNKNOWN : strip.bit(x - 1, 0);
                    int south = y == 0 ? UNKNOWN : strip.bit(x, -1);
                    strip.fill(x, Math.min(x + BLOCK, width), decoder.decide(colour[west * 3 + south]));
                }
            }
            int rows = Math.min(BLOCK, height - y);
            decodePixels(strip, rows, decoder, both);
            strip.copyTo(bin, y, rows);
            above = both;
        }
        return bin;
    }

    private static int flagContext(boolean[] both, boolean[] above, int block, int y) {
        int left = block > 0 && both[block - 1] ? 8 : 0;
        int over = (above[block] ? 4 : 0) + (above[block + 1] ? 2 : 0);
        return left + over + (y > 0 && block > 0 ? 1 : 0);
    }

    private void decodePixels(LandStrip strip, int rows, BinaryDecoder decoder, boolean[] both) {
        for (int row = 0; row < rows; row++) {
            for (int block = 0; block < both.length - 1; block++) {
                if (both[block]) {
                    decodeBlock(strip, row, block * BLOCK, decoder);
                }
            }
            strip.finish(row);
        }
    }

    private void decodeBlock(LandStrip strip, int row, int start, BinaryDecoder decoder) {
        byte[] here = strip.row(row);
        byte[] one = strip.row(row - 1);
        byte[] two = strip.row(row - 2);
        byte[] three = strip.row(row - 3);
        int end = Math.min(start + BLOCK, strip.width());
        int x = start + LandStrip.MARGIN;
        int left = here[x - 3] << 2 | here[x - 2] << 1 | here[x - 1];
        int below = 0;
        for (int dx = -3; dx < 3; dx++) {
            below = below << 1 | one[x + dx];
        }
        int second = two[x - 1] << 1 | two[x];
        for (; x < end + LandStrip.MARGIN; x++) {
            below = (below << 1 | one[x + 3]) & 0x7F;
            second = (second << 1 | two[x + 1]) & 0x7;
            int bit = decoder.decide(pixel[left << 11 | below << 4 | second << 1 | three[x]]);
            here[x] = (byte) bit;
            left = (left << 1 | bit) & 0x7;
        }
    }
}
