package dev.shoal.job.report;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Colours for values, even to the eye from low to high. */
public enum Palette {
    /** Dark blue to yellow, after cmocean's "thermal" (Thyng et al. 2016, Oceanography 29). */
    THERMAL(
            "042333 0c2a50 13306d 253582 403891 593d9c 6b4596 7e4e90 90548b a65c85 b8627d cc6a70 de7065 eb8055 f68f46 f9a242 f9b641 f7cb44 efe350 e8fa5b"),
    /** Violet to yellow, after matplotlib's "viridis". */
    VIRIDIS("440154 482475 414487 355f8d 2a788e 21918c 22a884 44bf70 7ad151 bddf26 fde725"),
    /** Dark blue to pale green, after cmocean's "haline". */
    HALINE("2a186c 2a23a0 0f479b 125f8e 267489 358888 419d85 51b27c 6fc66b a0d65b d4e170 fdef9a");

    /** The number of colours; the index after the last is clear. */
    static final int COLOURS = 255;

    /** Six hexadecimal digits each, a space between. */
    private final String anchors;

    Palette(String anchors) {
        this.anchors = anchors;
    }

    /** Returns the colour at a share of the way, as 24 bits. */
    int colour(double share) {
        double place = Math.max(0, Math.min(1, share)) * (anchorCount() - 1);
        int below = Math.min((int) place, anchorCount() - 2);
        double rest = place - below;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (anchor(below) >> shift) & 0xff;
            int to = (anchor(below + 1) >> shift) & 0xff;
            colour |= (int) Math.round(from + rest * (to - from)) << shift;
        }
        return colour;
    }

    /** Returns the colours by index, as {@code #rrggbb}. */
    List<String> hexes() {
        List<String> hexes = new ArrayList<>();
        for (int i = 0; i < COLOURS; i++) {
            hexes.add(String.format(Locale.ROOT, "#%06x", colour(i / (COLOURS - 1.0))));
        }
        return hexes;
    }

    /** Returns the colours for an indexed image. */
    IndexColorModel model() {
        byte[][] channels = new byte[3][COLOURS + 1];
        for (int i = 0; i < COLOURS; i++) {
            int colour = colour(i / (COLOURS - 1.0));
            channels[0][i] = (byte) (colour >> 16);
            channels[1][i] = (byte) (colour >> 8);
            channels[2][i] = (byte) colour;
        }
        return new IndexColorModel(8, COLOURS + 1, channels[0], channels[1], channels[2], COLOURS);
    }

    private int anchorCount() {
        return (anchors.length() + 1) / 7;
    }

    private int anchor(int index) {
        return Integer.parseInt(anchors, 7 * index, 7 * index + 6, 16);
    }
}
