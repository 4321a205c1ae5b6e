package dev.shoal.stage;

import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.util.List;

/**
 * What is to be sampled, and along what.
 *
 * @param inputs files, folders, globs and stores of fields
 * @param points table of points: time, lat, lon and perhaps depth
 * @param output table that is written, or a file that ends in {@code .nc}
 * @param variables names or standard names of what is taken; empty for all
 * @param scheme between a field's cells
 * @param vertical between its levels
 */
public record SampleRequest(
        List<String> inputs,
        String points,
        String output,
        List<String> variables,
        Scheme scheme,
        VerticalScheme vertical) {

    /** Copies the lists. */
    public SampleRequest {
        inputs = List.copyOf(inputs);
        variables = List.copyOf(variables);
    }
}
