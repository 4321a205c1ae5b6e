package dev.shoal.job.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.DoubleToIntFunction;
import javax.imageio.ImageIO;

/** Rasters as PNG inside a URI. */
final class Picture {

    /** Narrower pictures get more pixels per cell, so that browsers do not blur the cells. */
    private static final int WIDE = 900;

    private Picture() {}

    /** Colours the values; clear where there is none. */
    static String of(Raster raster, ColourScale scale) {
        return uri(raster, scale.palette().model(), scale::index);
    }

    /** Marks where there is no value by one half-clear colour, which goes with a light ground and a dark one. */
    static String land(Raster raster) {
        byte[] red = {0, (byte) 0x9a};
        byte[] green = {0, (byte) 0x92};
        byte[] blue = {0, (byte) 0x80};
        byte[] opacity = {0, (byte) 0xa0};
        IndexColorModel model = new IndexColorModel(1, 2, red, green, blue, opacity);
        return uri(raster, model, value -> Double.isNaN(value) ? 1 : 0);
    }

    private static String uri(Raster raster, IndexColorModel model, DoubleToIntFunction index) {
        int zoom = Math.max(1, (WIDE + raster.columns() - 1) / raster.columns());
        BufferedImage image = new BufferedImage(
                raster.columns() * zoom, raster.rows() * zoom, BufferedImage.TYPE_BYTE_INDEXED, model);
        WritableRaster pixels = image.getRaster();
        int[] block = new int[zoom * zoom];
        for (int row = 0; row < raster.rows(); row++) {
            for (int column = 0; column < raster.columns(); column++) {
                Arrays.fill(block, index.applyAsInt(raster.values()[row * raster.columns() + column]));
                pixels.setPixels(column * zoom, (raster.rows() - 1 - row) * zoom, zoom, zoom, block);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot picture \"" + raster.title() + "\": " + e.getMessage(), e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
