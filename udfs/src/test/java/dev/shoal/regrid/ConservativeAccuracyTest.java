package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** The errors of first-order conservative regridding, which has a half step's worth of them wherever grids differ. */
class ConservativeAccuracyTest {
    private static final RectilinearGrid TARGET = SampleGrids.regular(60, 120, -180);

    @Test
    void errorsOnAGridOfFourByThreeDegreesAreNoWorseThanThoseKnownOfCdo() {
        RectilinearGrid source = SampleGrids.regular(60, 90, -180);
        assertThat(error(source, SampleGrids::cosines)).isLessThan(6.55e-3);
        assertThat(error(source, SampleGrids::y22)).isLessThan(3.35e-3);
        assertThat(error(source, ConservativeAccuracyTest::y1632)).isLessThan(2.05e-2);
    }

    @Test
    void errorsAreOfTheSameSizeOverAllKindsOfGridsWithCellsOfTheSameSize() {
        Map<String, Grid> sources = new LinkedHashMap<>();
        sources.put("rectilinear, 4 x 3 degrees", SampleGrids.regular(60, 90, -180));
        sources.put("rectilinear, falling, half a cell off", SampleGrids.regular(60, 90, 2));
        sources.put("rectilinear, uneven", CellGrids.uneven(new Random(3), 120, 180));
        sources.put("tripolar with corners", CellGrids.tripolar(60, 18, 90, 1));
        sources.put("quadrilaterals of a cube", CellGrids.cube(30));
        sources.put("triangles", CellGrids.triangles(4));
        sources.put("nodes of triangles", CellGrids.nodes(4));
        for (Map.Entry<String, Grid> source : sources.entrySet()) {
            double cosines = error(source.getValue(), SampleGrids::cosines);
            double y22 = error(source.getValue(), SampleGrids::y22);
            double y1632 = error(source.getValue(), ConservativeAccuracyTest::y1632);
            System.out.printf("%-40s %.2e %.2e %.2e%n", source.getKey(), cosines, y22, y1632);
            assertThat(cosines).as(source.getKey()).isLessThan(3.5e-2);
            assertThat(y22).as(source.getKey()).isLessThan(2e-2);
            assertThat(y1632).as(source.getKey()).isLessThan(8e-2);
        }
    }

    @Test
    void errorsFallWithTheStep() {
        double coarse = error(CellGrids.cube(20), SampleGrids::cosines);
        double fine = error(CellGrids.cube(40), SampleGrids::cosines);
        assertThat(coarse / fine).isGreaterThan(1.7);
    }

    /** {@code 2 + sin(2 lat)^16 cos(16 lon)}, which only fine grids resolve. */
    private static double y1632(double lat, double lon) {
        return 2 + Math.pow(Math.sin(Math.toRadians(2 * lat)), 16) * Math.cos(Math.toRadians(16 * lon));
    }

    /** Returns the norm of the errors at the cells' middles over that of the values, by area. */
    private static double error(Grid source, DoubleBinaryOperator function) {
        double[] result = new double[TARGET.size()];
        Weights.of(source, TARGET, Scheme.of(Method.CONSERVATIVE))
                .apply(
                        SampleGrids.field(source, function),
                        GridWindow.of(source),
                        new MissingRule(MissingPolicy.SHOAL, 0.5),
                        result);
        double[] exact = SampleGrids.field(TARGET, function);
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < result.length; k++) {
            if (!Double.isNaN(result[k])) {
                double area = Math.cos(Math.toRadians(TARGET.lat()[k / TARGET.nx()]));
                difference += area * Math.pow(result[k] - exact[k], 2);
                norm += area * exact[k] * exact[k];
            }
        }
        return Math.sqrt(difference / norm);
    }
}
