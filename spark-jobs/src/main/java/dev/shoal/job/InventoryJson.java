package dev.shoal.job;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.VariableSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of the inventory as a tree for JSON, and its box as text. */
final class InventoryJson {

    private InventoryJson() {}

    static Map<String, Object> of(InventoryEntry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", entry.path());
        tree.put("size_bytes", entry.sizeBytes());
        tree.put("sha256", entry.sha256());
        tree.put("format", entry.format());
        entry.conventions().ifPresent(text -> tree.put("conventions", text));
        tree.put("feature_type", entry.featureType());
        tree.put("feature_type_reason", entry.featureTypeReason());
        tree.put("variables", variables(entry.variables()));
        entry.time().ifPresent(time -> tree.put("time", time.toString()));
        entry.box().ifPresent(box -> tree.put("bbox", List.of(box.west(), box.south(), box.east(), box.north())));
        tree.put("problems", entry.problems());
        return tree;
    }

    static List<Map<String, Object>> variables(List<VariableSummary> variables) {
        return variables.stream()
                .map(variable -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("name", variable.name());
                    variable.standardName().ifPresent(text -> tree.put("standard_name", text));
                    variable.units().ifPresent(text -> tree.put("units", text));
                    tree.put("type", variable.type());
                    tree.put("shape", variable.shape());
                    return tree;
                })
                .toList();
    }

    static String text(Box box) {
        return String.format(Locale.ROOT, "%.2f,%.2f,%.2f,%.2f", box.west(), box.south(), box.east(), box.north());
    }
}
