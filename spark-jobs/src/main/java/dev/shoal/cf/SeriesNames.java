package dev.shoal.cf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names the sequence that each observation is part of: one instrument at one level through time, one path, or one
 * profile. Law: the names depend on the file alone, not on how its observations are cut into batches.
 */
final class SeriesNames {

    private final SampleSpace space;
    private final ObservationLayout layout;
    private final String fileName;

    SeriesNames(String location, SampleSpace space, ObservationLayout layout) {
        this.space = space;
        this.layout = layout;
        this.fileName = PlatformScan.stem(location);
    }

    String[] of(Positions positions, String[] platforms) throws IOException {
        List<long[]> numbers = new ArrayList<>();
        for (String dimension : dimensions()) {
            numbers.add(positions.of(dimension));
        }
        Optional<RaggedLink> level = raggedLevel();
        if (layout.type() == FeatureType.TIME_SERIES_PROFILE && level.isPresent()) {
            numbers.add(positions.withinParent(level.get()));
        }
        return join(platforms, numbers);
    }

    private String[] join(String[] platforms, List<long[]> numbers) {
        String separator = layout.type().isProfiles() ? "/" + fileName + "#" : "/";
        String[] series = new String[platforms.length];
        for (int i = 0; i < series.length; i++) {
            boolean same = i > 0 && platforms[i].equals(platforms[i - 1]);
            for (long[] number : numbers) {
                same = same && number[i] == number[i - 1];
            }
            series[i] = same ? series[i - 1] : name(platforms[i], separator, numbers, i);
        }
        return series;
    }

    private static String name(String platform, String separator, List<long[]> numbers, int i) {
        if (numbers.isEmpty() && separator.equals("/")) {
            return platform;
        }
        StringBuilder name = new StringBuilder(platform).append(separator);
        for (int n = 0; n < numbers.size(); n++) {
            name.append(n == 0 ? "" : ".").append(numbers.get(n)[i]);
        }
        return numbers.isEmpty() ? name.append('0').toString() : name.toString();
    }

    /** The dimensions whose index belongs to the name. */
    private List<String> dimensions() {
        Set<String> names = new LinkedHashSet<>();
        Optional<RaggedLink> ragged = ragged();
        if (layout.type().isProfiles()) {
            names.addAll(space.dimensions());
            layout.levelDimension().ifPresent(names::remove);
            ragged.ifPresent(link -> {
                names.remove(link.child());
                names.add(link.parent());
            });
            return new ArrayList<>(names);
        }
        names.addAll(space.dimensions());
        run().ifPresent(names::remove);
        ragged.ifPresent(link -> names.remove(link.child()));
        instance().ifPresent(names::add);
        layout.platform().variable().ifPresent(id -> names.removeAll(space.axes(id)));
        if (layout.type() == FeatureType.TIME_SERIES_PROFILE) {
            layout.levelDimension().filter(space.dimensions()::contains).ifPresent(names::add);
            ragged.ifPresent(link -> names.remove(link.child()));
        } else {
            layout.levelDimension().ifPresent(names::remove);
        }
        return new ArrayList<>(names);
    }

    /** The dimension of one sequence: the last of time's. */
    private Optional<String> run() {
        Optional<String> last = Optional.empty();
        if (layout.time().isPresent()) {
            for (String axis : space.axes(layout.time().get())) {
                last = space.covers(axis);
            }
        }
        return last;
    }

    private Optional<RaggedLink> ragged() {
        return space.dimensions().stream()
                .flatMap(dimension -> space.parent(dimension).stream())
                .findFirst();
    }

    private Optional<RaggedLink> raggedLevel() {
        return ragged().filter(link ->
                layout.levelDimension().filter(link.child()::equals).isPresent());
    }

    /** The topmost ragged parent: the station of a profile, the instrument of an observation. */
    private Optional<String> instance() {
        Optional<RaggedLink> link = ragged();
        boolean profiles = layout.type() == FeatureType.TIME_SERIES_PROFILE;
        if (link.isPresent() && profiles) {
            link = space.parent(link.get().parent());
        }
        return link.map(RaggedLink::parent);
    }
}
