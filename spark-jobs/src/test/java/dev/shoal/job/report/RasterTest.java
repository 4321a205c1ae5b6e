package dev.shoal.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RasterTest {

    private static final double NONE = Double.NaN;

    @Test
    void turnsRowsThatRunSouth() {
        Raster raster =
                Raster.regular("t", new double[] {20, 10}, new double[] {0, 1, 2}, new double[] {1, 2, 3, 4, 5, 6});
        assertThat(raster.values()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(raster.south()).isEqualTo(5);
        assertThat(raster.north()).isEqualTo(25);
        assertThat(raster.west()).isEqualTo(-0.5);
        assertThat(raster.east()).isEqualTo(2.5);
    }

    @Test
    void drawsTheCellsOfAnEvenGridWhereTheyAre() {
        double[] lat = {0, 0, 1, 1};
        double[] lon = {0, 1, 0, 1};
        Raster raster = Raster.curvilinear("t", 2, 2, lat, lon, new double[] {1, 2, 3, NONE}, 40);
        int top = raster.rows() - 1;
        assertThat(raster.values()[0]).isEqualTo(1);
        assertThat(raster.values()[39]).isEqualTo(2);
        assertThat(raster.values()[top * 40]).isEqualTo(3);
        assertThat(raster.values()[top * 40 + 39]).isNaN();
    }

    @Test
    void leavesNoHoleBetweenTheCellsOfATurnedGrid() {
        int side = 30;
        double[] lat = new double[side * side];
        double[] lon = new double[side * side];
        double[] values = new double[side * side];
        for (int cell = 0; cell < values.length; cell++) {
            double x = cell % side;
            double y = Math.floorDiv(cell, side);
            lon[cell] = 0.8 * x - 0.6 * y;
            lat[cell] = 0.6 * x + 0.8 * y;
            values[cell] = 1;
        }
        Raster raster = Raster.curvilinear("t", side, side, lat, lon, values, 200);
        for (int row = 0; row < raster.rows(); row++) {
            int first = -1;
            int last = -1;
            int filled = 0;
            for (int column = 0; column < 200; column++) {
                if (!Double.isNaN(raster.values()[row * 200 + column])) {
                    first = first < 0 ? column : first;
                    last = column;
                    filled++;
                }
            }
            assertThat(filled).isEqualTo(first < 0 ? 0 : last - first + 1);
        }
    }

    @Test
    void coloursTheEndsOfTheScaleAndClearsWhatIsMissing() throws IOException {
        ColourScale scale = new ColourScale("c", 0, 10, Palette.THERMAL);
        Raster raster = new Raster("t", 2, 2, 0, 2, 0, 2, new double[] {-5, 10, NONE, 99});
        String uri = Picture.of(raster, scale);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
        int last = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        assertThat(image.getRGB(0, bottom) & 0xffffff).isEqualTo(Palette.THERMAL.colour(0));
        assertThat(image.getRGB(last, bottom) & 0xffffff).isEqualTo(Palette.THERMAL.colour(1));
        assertThat(image.getRGB(last, 0) & 0xffffff).isEqualTo(Palette.THERMAL.colour(1));
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void scalesColoursAroundMostValues() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? -500 : i == 1 ? 900 : 5 + i * 0.02;
        }
        ColourScale scale =
                ColourScale.around("c", Palette.VIRIDIS, List.of(new Raster("t", 1, 1000, 0, 1, 0, 1, values)));
        assertThat(scale.low()).isCloseTo(5, within(1.0));
        assertThat(scale.high()).isBetween(25.0, 30.0);
        assertThat((scale.high() - scale.low()) / 4).isEqualTo(Math.rint((scale.high() - scale.low()) / 4));
        double[] none = {NONE};
        assertThat(ColourScale.around("c", Palette.VIRIDIS, List.of(new Raster("t", 1, 1, 0, 1, 0, 1, none)))
                        .high())
                .isEqualTo(1);
    }

    @Test
    void refusesABoxWithoutAreaAndAMissingValue() {
        assertThatThrownBy(() -> new Raster("t", 1, 1, 5, 5, 0, 1, new double[1]))
                .hasMessage("Cannot picture \"t\": box from 5.0 to 5.0 and 0.0 to 1.0 degrees has no area.");
        assertThatThrownBy(() -> new Raster("t", 2, 2, 0, 1, 0, 1, new double[3]))
                .hasMessage("Cannot picture \"t\": 3 values, expected 2 x 2.");
    }
}
