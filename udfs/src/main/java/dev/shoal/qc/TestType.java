package dev.shoal.qc;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of test: its names, its parameters and how to make one. Every test record holds its own as {@code TYPE}, and
 * {@link QcTests} lists them.
 *
 * @param name key in Shoal's configuration
 * @param module ioos_qc's module with the same test
 * @param function ioos_qc's function with the same test
 * @param parameters in the order in which they are explained
 * @param maker makes the test from checked arguments; refuses what cannot be right with an
 *     {@link IllegalArgumentException} whose message is a problem's text
 */
record TestType(
        String name, String module, String function, List<Parameter> parameters, Function<Arguments, QcTest> maker) {

    List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }
}
