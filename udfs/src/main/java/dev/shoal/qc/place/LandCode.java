package dev.shoal.qc.place;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * How the rasters of the land mask are coded: strips of blocks; of each block whether it holds both, and its one colour
 * if not; then, row by row, the pixels of those that do, each by the chance that pixels before it give it.
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
        int blocks = (width + BLOCK - 1) / BLOCK;
        boolean[] above = new boolean[blocks + 1];
        for (int y = 0; y < height; y += BLOCK) {
            boolean[] both = new boolean[blocks + 1];
            for (int block = 0; block < blocks; block++) {
                both[block] = decoder.decide(flag[flagContext(both, above, block, y)]) == 1;
                if (!both[block]) {
                    fillBlock(bin, decoder, block, y, block > 0 && both[block - 1]);
                }
            }
            decodePixels(bin, decoder, both, y);
            above = both;
        }
        return bin;
    }

    private static int flagContext(boolean[] both, boolean[] above, int block, int y) {
        int left = block > 0 && both[block - 1] ? 8 : 0;
        int over = (above[block] ? 4 : 0) + (above[block + 1] ? 2 : 0);
        return left + over + (y > 0 && block > 0 ? 1 : 0);
    }

    private void fillBlock(LandBin bin, BinaryDecoder decoder, int block, int y, boolean leftIsBoth) {
        int x = block * BLOCK;
        int west = block == 0 || leftIsBoth ? UNKNOWN : bin.bit(x - 1, y);
        int south = y == 0 ? UNKNOWN : bin.bit(x, y - 1);
        if (decoder.decide(colour[west * 3 + south]) == 1) {
            for (int r = y; r < Math.min(y + BLOCK, bin.height()); r++) {
                for (int c = x; c < Math.min(x + BLOCK, bin.width()); c++) {
                    bin.setLand(c, r);
                }
            }
        }
    }

    private void decodePixels(LandBin bin, BinaryDecoder decoder, boolean[] both, int start) {
        for (int y = start; y < Math.min(start + BLOCK, bin.height()); y++) {
            for (int x = 0; x < bin.width(); x++) {
                if (!both[x / BLOCK]) {
                    x += BLOCK - 1;
                } else if (decoder.decide(pixel[pixelContext(bin, x, y)]) == 1) {
                    bin.setLand(x, y);
                }
            }
        }
    }

    /** The 14 pixels before this one, of its row and the three below; beyond the bin's sides the nearest of the bin. */
    private static int pixelContext(LandBin bin, int x, int y) {
        int context = 0;
        for (int dx = -3; dx < 0; dx++) {
            context = context * 2 + (x + dx >= 0 ? bin.bit(x + dx, y) : 0);
        }
        context = append(context, bin, x, y - 1, 3);
        context = append(context, bin, x, y - 2, 1);
        return append(context, bin, x, y - 3, 0);
    }

    private static int append(int context, LandBin bin, int x, int y, int reach) {
        if (y < 0) {
            return context << (2 * reach + 1);
        }
        int appended = context;
        for (int dx = -reach; dx <= reach; dx++) {
            int column = Math.max(0, Math.min(x + dx, bin.width() - 1));
            appended = appended * 2 + bin.bit(column, y);
        }
        return appended;
    }
}
