package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts files one behind the other along a dimension, and variables that lie in other files side by side, as one store.
 *
 * <p>Files stand in the order of the dimension's coordinate. Where they count time differently it is counted anew, in
 * whole numbers, exactly to the microsecond. Arrays without the dimension have to be equal in every file, those with it
 * have to agree in type, byte order, fill value, packing, units, codecs, chunks and the other dimensions: what does not
 * is a {@link Conflict}, and nothing is made.
 */
public final class Combination {

    private final String dimension;
    private final TimeReading times;
    private final Copying copying;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Combination(String dimension, TimeReading times, Copying copying) {
        this.dimension = dimension;
        this.times = times;
        this.copying = copying;
    }

    /**
     * Makes a store of files that have their references.
     *
     * @param files at least one; scanned with the same request
     * @param dimension along which they are put one behind the other; not asked for where there is one file
     * @param times knows what numbers of time mean
     * @throws ConflictException where files do not agree; names every conflict
     */
    public static VirtualStore of(List<VirtualFile> files, String dimension, TimeReading times)
            throws ConflictException {
        return plan(files, dimension, times, Copying.REFUSE).store(files);
    }

    /**
     * Plans a store of files.
     *
     * @param files as for {@link #of}; references are not asked for, so that {@link VirtualFile#header} will do
     * @param copying what becomes of chunks that cannot be part of one array
     * @throws ConflictException where files do not agree in what no copy mends, or nothing is to be copied; names every
     *     conflict
     */
    public static VirtualPlan plan(List<VirtualFile> files, String dimension, TimeReading times, Copying copying)
            throws ConflictException {
        return new Combination(dimension, times, copying).plan(files);
    }

    private VirtualPlan plan(List<VirtualFile> files) throws ConflictException {
        List<VirtualFile> taken = copying == Copying.REFUSE
                ? files
                : files.stream().map(VirtualFile::copying).toList();
        taken.forEach(file -> conflicts.addAll(file.refused()));
        int refused = conflicts.size();
        List<VirtualFile> sound = withoutRefused(taken);
        TimeOrder order = new TimeOrder(dimension, times, conflicts::add);
        List<List<VirtualFile>> groups = new ArrayList<>();
        if (files.size() == 1) {
            groups.add(sound);
        } else {
            VariableGroups.of(order.alike(sound), dimension).forEach(group -> groups.add(order.ordered(group)));
        }
        if (conflicts.size() > refused) {
            throw conflict();
        }
        List<VirtualFile> ordered = groups.stream().flatMap(List::stream).toList();
        List<ArrayPlan> arrays = files.size() == 1 ? alone(ordered.get(0)) : together(groups);
        if (!conflicts.isEmpty()) {
            throw conflict();
        }
        return new VirtualPlan(ordered.stream().map(VirtualFile::source).toList(), common(ordered), arrays, notes);
    }

    private List<ArrayPlan> alone(VirtualFile file) {
        for (VirtualArray array : file.arrays()) {
            if (array.references().isNowhere()) {
                notes.add("Variable " + array.path() + " is copied: its chunks cannot be referred to.");
            }
        }
        return file.arrays().stream().map(ArrayPlan::ofOne).toList();
    }

    private Attributes common(List<VirtualFile> ordered) {
        Attributes first = ordered.get(0).attributes();
        Attributes common = first;
        for (VirtualFile file : ordered) {
            common = Agreement.common(common, file.attributes());
        }
        for (Attribute attribute : first.list()) {
            if (common.find(attribute.name()).isEmpty()) {
                notes.add("Attribute :" + attribute.name() + " is left out: it is not the same in every file.");
            }
        }
        return common;
    }

    /** What is refused in one file is left out of all, so that the other conflicts are told of at once. */
    private List<VirtualFile> withoutRefused(List<VirtualFile> files) {
        Set<String> names = new HashSet<>();
        conflicts.forEach(conflict -> names.add(conflict.variable()));
        if (names.isEmpty()) {
            return files;
        }
        List<VirtualFile> sound = new ArrayList<>();
        for (VirtualFile file : files) {
            sound.add(file.with(file.arrays().stream()
                    .filter(array -> !names.contains(array.path()))
                    .toList()));
        }
        return sound;
    }

    private ConflictException conflict() {
        return new ConflictException(conflicts, copying);
    }

    /** Puts the variables of groups side by side; what several groups have must be the same in each. */
    private List<ArrayPlan> together(List<List<VirtualFile>> groups) {
        Map<String, ArrayPlan> byPath = new LinkedHashMap<>();
        int first = 0;
        for (List<VirtualFile> group : groups) {
            for (ArrayPlan plan : joined(group)) {
                ArrayPlan known = byPath.putIfAbsent(plan.array().path(), plan.behind(first));
                if (known != null && !VariableGroups.isSame(known.array(), plan.array())) {
                    conflicts.add(difference(
                            group.get(0),
                            plan.array().path(),
                            "other values",
                            "those of " + at(groups.get(0).get(0))));
                }
            }
            first += group.size();
        }
        if (conflicts.isEmpty()
                && byPath.values().stream().noneMatch(plan -> plan.array().axis(dimension) >= 0)) {
            conflicts.add(new Conflict(
                    groups.get(0).get(0).source().location(),
                    "",
                    "no variable along the dimension",
                    "\"" + dimension + "\"",
                    "one at least; name another dimension with --concat-dim"));
        }
        return new ArrayList<>(byPath.values());
    }

    private List<ArrayPlan> joined(List<VirtualFile> ordered) {
        List<ArrayPlan> arrays = new ArrayList<>();
        for (List<VirtualArray> parts : byPath(ordered).values()) {
            if (parts.size() == ordered.size()) {
                ArrayAgreement agreement = new ArrayAgreement(dimension, ordered, parts);
                new ArrayJoin(agreement, copying, conflicts::add, notes::add)
                        .plan()
                        .ifPresent(arrays::add);
            }
        }
        return arrays;
    }

    /** Returns the arrays of all files by their paths; a file that has others than the first is a conflict. */
    private Map<String, List<VirtualArray>> byPath(List<VirtualFile> ordered) {
        Map<String, List<VirtualArray>> byPath = new LinkedHashMap<>();
        VirtualFile first = ordered.get(0);
        first.arrays().forEach(array -> byPath.put(array.path(), new ArrayList<>()));
        for (VirtualFile file : ordered) {
            Map<String, VirtualArray> own = new HashMap<>();
            file.arrays().forEach(array -> own.put(array.path(), array));
            for (Map.Entry<String, List<VirtualArray>> entry : byPath.entrySet()) {
                VirtualArray array = own.remove(entry.getKey());
                if (array == null) {
                    conflicts.add(difference(file, entry.getKey(), "no such variable", "one as in " + at(first)));
                } else {
                    entry.getValue().add(array);
                }
            }
            own.keySet()
                    .forEach(path -> conflicts.add(difference(file, path, "a variable", "none, as in " + at(first))));
        }
        return byPath;
    }

    private static Conflict difference(VirtualFile file, String path, String found, String expected) {
        return new Conflict(file.source().location(), path, "variables:", found, expected);
    }

    private static String at(VirtualFile file) {
        return file.source().location();
    }
}
