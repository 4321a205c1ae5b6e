package dev.shoal.job;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.VariableSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells people and machines of datasets. */
final class DatasetText {

    private DatasetText() {}

    static TextTable table(List<Dataset> datasets) {
        TextTable table = new TextTable(List.of("name", "kind", "size", "variables", "times (UTC)", "box (W,S,E,N)"));
        for (Dataset dataset : datasets) {
            table.add(List.of(
                    dataset.name(),
                    dataset.kind().title(),
                    size(dataset),
                    String.valueOf(dataset.variables().size()),
                    dataset.time().map(TimeText::of).orElse("-"),
                    dataset.footprint()
                            .map(Footprint::box)
                            .map(InventoryJson::text)
                            .orElse("-")));
        }
        return table;
    }

    private static String size(Dataset dataset) {
        return dataset.rows() > 0
                ? String.format(Locale.ROOT, "%,d rows", dataset.rows())
                : String.format(Locale.ROOT, "%,d cells", dataset.cells());
    }

    static String page(Dataset dataset, long granules) {
        List<String> lines = new ArrayList<>();
        lines.add(dataset.name() + dataset.title().map(title -> " - " + title).orElse(""));
        lines.add("  kind       " + dataset.kind().title() + ", " + size(dataset));
        lines.add("  where      " + dataset.location());
        dataset.time().ifPresent(time -> lines.add("  times      " + TimeText.of(time) + " UTC"));
        dataset.footprint()
                .ifPresent(place -> lines.add("  box        " + InventoryJson.text(place.box()) + " (W,S,E,N)"));
        lines.add("  granules   " + granules);
        lines.add("  made by    run " + dataset.run() + ", configuration " + dataset.specHash());
        TextTable table = new TextTable(List.of("variable", "standard name", "units", "type", "shape"));
        for (VariableSummary variable : dataset.variables()) {
            table.add(List.of(
                    variable.name(),
                    variable.standardName().orElse(""),
                    variable.units().orElse(""),
                    variable.type(),
                    variable.shape()));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator() + table;
    }

    static Map<String, Object> json(Dataset dataset) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", dataset.name());
        dataset.title().ifPresent(title -> tree.put("title", title));
        tree.put("kind", dataset.kind().title());
        tree.put("location", dataset.location());
        tree.put("rows", dataset.rows());
        tree.put("cells", dataset.cells());
        dataset.time().ifPresent(time -> tree.put("time", time.toString()));
        dataset.footprint()
                .map(Footprint::box)
                .ifPresent(box -> tree.put("bbox", List.of(box.west(), box.south(), box.east(), box.north())));
        tree.put("variables", InventoryJson.variables(dataset.variables()));
        tree.put("run", dataset.run());
        tree.put("configuration", dataset.specHash());
        return tree;
    }
}
