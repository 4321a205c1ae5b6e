package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Policy {@code xesmf} beside xESMF's formula, evaluated by numpy; the script lies beside its values. */
class XesmfFormulaTest {

    @ParameterizedTest
    @CsvFileSource(resources = "xesmf_formula.csv", numLinesToSkip = 1)
    void valuesAreThoseOfTheFormula(String method, double mostMissing, String weights, String values, double expected) {
        boolean normed = method.equals("conservative_normed");
        MissingRule rule = new MissingRule(
                MissingPolicy.XESMF,
                method.equals("conservative") ? Normalisation.DESTAREA : Normalisation.FRACAREA,
                1 - mostMissing);
        Method by = normed || method.equals("conservative") ? Method.CONSERVATIVE : Method.BILINEAR;
        double[] target = new double[1];
        stencil(by, numbers(weights)).apply(numbers(values), rule, target);
        if (Double.isNaN(expected)) {
            assertThat(target[0]).isNaN();
        } else {
            assertThat(target[0]).isCloseTo(expected, Offset.offset(1e-13));
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Stencil stencil(Method method, double... weights) {
        WeightList list = new WeightList(1, weights.length);
        for (int k = 0; k < weights.length; k++) {
            list.add(k, weights[k]);
        }
        list.endCell(1);
        return list.toWeights(1, weights.length, new GridWindow(0, 1, 0, 1))
                .by(method)
                .over(new GridWindow(0, 1, 0, weights.length));
    }
}
