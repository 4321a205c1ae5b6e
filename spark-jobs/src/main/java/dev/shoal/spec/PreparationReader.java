package dev.shoal.spec;

import dev.shoal.cf.Resampling;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.cf.view.LevelChoice;
import dev.shoal.cf.view.VectorChoice;
import dev.shoal.regrid.time.TimeStatistic;
import dev.shoal.regrid.vertical.VerticalMethod;
import dev.shoal.regrid.vertical.VerticalReach;
import dev.shoal.regrid.vertical.VerticalScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a specification says of levels, vectors and times, of fields that are brought to another grid. */
final class PreparationReader {

    static final List<String> KEYS = List.of("vectors", "vertical", "time");

    private PreparationReader() {}

    /** Returns what fields are made before they are brought to the grid. */
    static FieldViews views(SpecNode node) {
        FieldViews views = FieldViews.of(vectors(node));
        return node.child("vertical")
                .flatMap(PreparationReader::levels)
                .map(views::to)
                .orElse(views);
    }

    private static VectorChoice vectors(SpecNode node) {
        Optional<Object> tree = node.tree("vectors");
        if (tree.isEmpty() || tree.get().equals("auto")) {
            return VectorChoice.AUTOMATIC;
        }
        if (tree.get().equals("none")) {
            return VectorChoice.NONE;
        }
        List<VectorChoice.Pair> pairs = new ArrayList<>();
        if (tree.get() instanceof List<?> list) {
            for (Object item : list) {
                pair(item).ifPresent(pairs::add);
            }
            if (pairs.size() == list.size()) {
                return new VectorChoice(pairs, true);
            }
        }
        node.problem("vectors", "is " + tree.get() + ", expected auto, none, or pairs such as [[u, v]].");
        return VectorChoice.NONE;
    }

    private static Optional<VectorChoice.Pair> pair(Object item) {
        boolean isPair = item instanceof List<?> names
                && names.size() == 2
                && names.stream().allMatch(String.class::isInstance)
                && !names.get(0).equals(names.get(1));
        return isPair
                ? Optional.of(new VectorChoice.Pair(
                        String.valueOf(((List<?>) item).get(0)), String.valueOf(((List<?>) item).get(1))))
                : Optional.empty();
    }

    private static Optional<LevelChoice> levels(SpecNode node) {
        node.allow(List.of("levels", "method", "coordinate", "outside", "min-valid"));
        VerticalMethod method = node.choice("method", VerticalMethod.class, VerticalMethod.LINEAR);
        VerticalReach reach = node.choice("outside", VerticalReach.class, VerticalReach.WITHIN_COLUMN);
        VerticalScheme standard = VerticalScheme.of(method).reaching(reach);
        double share = node.value("min-valid", Double::valueOf).orElse(standard.leastValidShare());
        try {
            double[] levels = node.texts("levels").stream()
                    .mapToDouble(PreparationReader::number)
                    .toArray();
            String coordinate = node.text("coordinate").orElse(LevelChoice.DEPTH);
            return Optional.of(new LevelChoice(levels, standard.wanting(share), coordinate));
        } catch (IllegalArgumentException error) {
            node.problem("levels", "cannot be taken: " + error.getMessage());
            return Optional.empty();
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException error) {
            throw new IllegalArgumentException("found '" + text + "', expected a number.", error);
        }
    }

    /** Returns the periods that steps are put together to; nothing where they stay. */
    static Optional<TimeSpec> time(SpecNode node) {
        return node.child("time").flatMap(PreparationReader::periods);
    }

    private static Optional<TimeSpec> periods(SpecNode node) {
        node.allow(List.of("every", "statistic", "min-valid"));
        TimeStatistic statistic = node.choice("statistic", TimeStatistic.class, TimeStatistic.MEAN);
        double share = node.value("min-valid", Double::valueOf).orElse(0.0);
        if (!node.has("every")) {
            node.problem("every", "is missing: hour, day, month, season, year, all, or month of year.");
            return Optional.empty();
        }
        Optional<Resampling> by = node.value("every", Resampling::parse);
        try {
            return by.map(periods -> new TimeSpec(periods, statistic, share));
        } catch (IllegalArgumentException error) {
            node.problem("min-valid", "cannot be taken: " + error.getMessage());
            return Optional.empty();
        }
    }
}
