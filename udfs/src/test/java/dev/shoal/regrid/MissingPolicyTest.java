package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of one target cell of 2 steradians, worked by hand. */
class MissingPolicyTest {
    private static final double STERADIANS = 2;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        // nearest: the one point, there or not
        "NEAREST, SHOAL, 0.5, 1, 7, 7, 1",
        "NEAREST, CDO, 0, 1, NaN, NaN, 0",
        "NEAREST, XESMF, 0, 1, NaN, NaN, 0",
        // bilinear: renormalised from m on; strict for CDO whatever m
        "BILINEAR, SHOAL, 0.5, 0.5 0.25 0.25, 4 8 NaN, 5.333333333333333, 0.75",
        "BILINEAR, SHOAL, 0.5, 0.5 0.25 0.25, NaN 8 4, 6, 0.5",
        "BILINEAR, SHOAL, 0.6, 0.5 0.25 0.25, NaN 8 4, NaN, 0.5",
        "BILINEAR, SHOAL, 0, 0.5 0.25 0.25, NaN NaN 4, 4, 0.25",
        "BILINEAR, SHOAL, 1, 0.5 0.5 0, 4 8 NaN, 6, 1",
        "BILINEAR, CDO, 0, 0.5 0.5 0, 4 8 NaN, NaN, 1",
        "BILINEAR, CDO, 0, 0.5 0.5 0, 4 8 Infinity, 6, 1",
        "BILINEAR, CDO, 0, 0.5 0.25 0.25, 4 8 NaN, NaN, 0.75",
        "BILINEAR, CDO, 1, 0.5 0.25 0.25, 4 8 12, 7, 1",
        "BILINEAR, XESMF, 0, 0.5 0.25 0.25, NaN NaN 4, 4, 0.25",
        "BILINEAR, XESMF, 0, 0.9999999 1e-7, NaN 4, NaN, 1e-7",
        "BILINEAR, SHOAL, 0, 0.9999999 1e-7, NaN 4, 4, 1e-7",
        "BILINEAR, XESMF, 1, 0.5 0.5 0, 4 8 NaN, 6, 1",
        "BILINEAR, XESMF, 1, 0.5 0.25 0.25, 4 8 NaN, NaN, 0.75",
        // inverse distance: CDO drops what is missing
        "INVERSE_DISTANCE, CDO, 0, 0.5 0.25 0.25, NaN NaN 4, 4, 0.25",
        "INVERSE_DISTANCE, CDO, 1, 0.5 0.25 0.25, NaN NaN 4, 4, 0.25",
        "INVERSE_DISTANCE, SHOAL, 0.5, 0.5 0.25 0.25, NaN NaN 4, NaN, 0.25",
        // the mean over a whole cell, half of a cell at the source's edge, and a coast there
        "CONSERVATIVE, SHOAL, 0.5, 0.5 0.25 0.25, 4 8 NaN, 5.333333333333333, 0.75",
        "CONSERVATIVE, SHOAL, 0.5, 0.25 0.25, 4 8, 6, 0.5",
        "CONSERVATIVE, SHOAL, 0.5, 0.25 0.2, 4 8, NaN, 0.45",
        "CONSERVATIVE, SHOAL, 0.5, 0.25 0.25, 4 NaN, NaN, 0.25",
        "CONSERVATIVE, CDO, 0.5, 0.25 0.25, 4 NaN, 4, 0.25",
        "CONSERVATIVE, CDO, 0.6, 0.25 0.25, 4 NaN, NaN, 0.25",
        "CONSERVATIVE, CDO, 0, 0.25 0.25, NaN NaN, NaN, 0",
        "CONSERVATIVE, XESMF, 0.5, 0.25 0.25, 4 NaN, 4, 0.25",
        "CONSERVATIVE, XESMF, 0.51, 0.25 0.25, 4 NaN, NaN, 0.25",
        // the value with the most weight, of two with as much the smaller
        "LARGEST_AREA, SHOAL, 0.5, 0.3 0.3 0.4, 9 9 2, 9, 1",
        "LARGEST_AREA, SHOAL, 0.5, 0.3 0.3 0.4, 9 NaN 2, 2, 0.7",
        "LARGEST_AREA, SHOAL, 0.5, 0.3 0.3 0.4, NaN 9 NaN, NaN, 0.3",
        "LARGEST_AREA, CDO, 0, 0.3 0.3 0.4, NaN 9 NaN, 9, 0.3",
        "LARGEST_AREA, SHOAL, 0.5, 0.1 0.2 0.3 0.4, 5 5 5 3, 5, 1",
        "LARGEST_AREA, SHOAL, 0.5, 0.1 0.3 0.2 0.2, 5 3 3 5, 3, 0.8",
        "LARGEST_AREA, SHOAL, 0.5, 0.1 0.2 0.3, 7 7 5, 5, 0.6",
        // weights of both signs; what is left must not cancel
        "BICUBIC, SHOAL, 0.5, -0.1 0.6 0.6 -0.1, 4 4 4 NaN, 4, 1",
        "BICUBIC, SHOAL, 0.5, -0.1 0.6 0.6 -0.1, NaN 4 NaN 4, 4, 0.5",
        "BICUBIC, SHOAL, 0.2, -0.4 0.6 0.6 -0.4, 4 4 NaN NaN, 4, 0.2",
        "BICUBIC, SHOAL, 0, -0.55 0.6 0.95, 4 4 NaN, NaN, 0.05",
        "BICUBIC, CDO, 0, -0.1 0.6 0.6 -0.1, 4 4 4 NaN, NaN, 1"
    })
    void valuesAndValidFractions(
            Method method,
            MissingPolicy policy,
            double least,
            String weights,
            String values,
            double expected,
            double validFraction) {
        assertMade(method, new MissingRule(policy, least), weights, values, expected, validFraction);
    }

    @ParameterizedTest
    @CsvSource({
        "SHOAL, DESTAREA, 0, 0.5 0.25 0.25, 4 8 NaN, 4, 0.75",
        "SHOAL, DESTAREA, 0.8, 0.5 0.25 0.25, 4 8 NaN, NaN, 0.75",
        "SHOAL, DESTAREA, 0, 0.25 0.25, 4 8, 3, 0.5",
        "CDO, DESTAREA, 0.6, 0.25 0.25, 4 8, 3, 0.5",
        "CDO, DESTAREA, 0.6, 0.25 0.25, 4 NaN, NaN, 0.25",
        "SHOAL, NONE, 0, 0.25 0.25, 4 8, 6, 0.5",
        "CDO, NONE, 0, 0.25 0.25, NaN 8, 4, 0.25",
        "XESMF, DESTAREA, 0.5, 0.25 0.25, 4 8, 6, 0.5",
        "XESMF, DESTAREA, 0.5, 0.25 0.25, 4 NaN, NaN, 0.25"
    })
    void sumsByAreaAreDividedAsTold(
            MissingPolicy policy,
            Normalisation normalisation,
            double least,
            String weights,
            String values,
            double expected,
            double validFraction) {
        MissingRule rule = new MissingRule(policy, normalisation, least);
        assertMade(Method.CONSERVATIVE, rule, weights, values, expected, validFraction);
    }

    @ParameterizedTest
    @EnumSource(MissingPolicy.class)
    void targetsWithoutWeightsAreMissing(MissingPolicy policy) {
        for (Method method : Method.values()) {
            assertMade(method, MissingRule.of(policy), "", "1 2", Double.NaN, 0);
        }
    }

    @Test
    void refusesNormalisationsWithoutMeaning() {
        MissingRule whole = MissingRule.STANDARD.normalised(Normalisation.DESTAREA);
        assertThatThrownBy(() -> stencil(Method.LARGEST_AREA, 1).apply(new double[1], whole, new double[1]))
                .hasMessage(
                        "Cannot regrid by largest-area with normalisation destarea, expected fracarea. Others have a "
                                + "meaning for conservative and conservative2 only.");
        assertThatThrownBy(() -> new MissingRule(MissingPolicy.XESMF, Normalisation.NONE, 0))
                .hasMessage("Cannot make a rule for missing values: policy xesmf with normalisation none, expected "
                        + "fracarea or destarea. Take policy shoal or cdo.");
    }

    private static void assertMade(
            Method method, MissingRule rule, String weights, String values, double expected, double validFraction) {
        double[] source = numbers(values);
        Stencil stencil = stencil(method, source.length, numbers(weights));
        double[] target = new double[1];
        double[] fraction = new double[1];
        stencil.apply(1, source, rule, target, fraction);
        if (Double.isNaN(expected)) {
            assertThat(target[0]).isNaN();
        } else {
            assertThat(target[0]).isCloseTo(expected, Offset.offset(1e-14));
        }
        assertThat(fraction[0]).isCloseTo(validFraction, Offset.offset(1e-15));
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static Stencil stencil(Method method, int sources, double... weights) {
        WeightList list = new WeightList(1, weights.length);
        for (int k = 0; k < weights.length; k++) {
            list.add(k, weights[k]);
        }
        list.endCell(STERADIANS);
        return list.toWeights(1, sources, new GridWindow(0, 1, 0, 1)).by(method).over(new GridWindow(0, 1, 0, sources));
    }
}
