package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Files in the order of their steps, no step in two of them.
 *
 * @param files of at least one step each
 */
record SourceLine(List<SourceFacts> files) {

    /** So many conflicts are told of. */
    private static final int MOST_TOLD = 20;

    /**
     * Puts files in order.
     *
     * @throws StageException where files disagree; names all that do, up to {@value #MOST_TOLD}
     */
    static SourceLine of(List<SourceFacts> files, SourceTemplate template) {
        List<String> problems = new ArrayList<>();
        files.forEach(file -> problems.addAll(file.conflicts()));
        Map<String, Long> sums = files.get(0).sums();
        for (SourceFacts file : files) {
            file.sums().forEach((variable, sum) -> {
                if (!sum.equals(sums.getOrDefault(variable, sum))) {
                    problems.add("Cannot combine " + file.entry().path() + ", variable " + variable
                            + ": found other values than in " + template.location() + ", expected the same, because it"
                            + " has no dimension " + template.append() + ". Leave it out with --exclude " + variable
                            + ", or send such files to a store of their own.");
                }
            });
        }
        List<SourceFacts> line = new ArrayList<>(files);
        line.removeIf(file -> file.steps() == 0);
        if (template.coordinate().isEmpty() || !problems.isEmpty()) {
            refuse(problems);
            return required(line, template);
        }
        line.sort(Comparator.comparingLong((SourceFacts file) -> file.keys()[0])
                .thenComparing(file -> file.entry().path()));
        for (int i = 1; i < line.size(); i++) {
            SourceFacts before = line.get(i - 1);
            SourceFacts after = line.get(i);
            if (before.keys()[before.keys().length - 1] >= after.keys()[0]) {
                problems.add("Cannot combine " + after.entry().path() + ": found " + template.coordinate() + " from "
                        + after.first() + ", expected it after " + before.last() + ", where "
                        + before.entry().path() + " ends. Leave one of them out.");
            }
        }
        refuse(problems);
        return required(line, template);
    }

    private static SourceLine required(List<SourceFacts> line, SourceTemplate template) {
        if (line.isEmpty()) {
            throw StageException.configuration("Cannot combine " + template.location() + ": found no step along "
                    + template.append() + " in any file, expected some. Name another dimension with --append-dim.");
        }
        return new SourceLine(line);
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            List<String> told = problems.subList(0, Math.min(MOST_TOLD, problems.size()));
            String more = problems.size() > MOST_TOLD ? "\nand " + (problems.size() - MOST_TOLD) + " more." : "";
            throw StageException.configuration(String.join("\n", told) + more);
        }
    }

    /** Returns the number of steps in all. */
    long steps() {
        return files.stream().mapToLong(SourceFacts::steps).sum();
    }

    /** Returns the files in order. */
    List<ArchiveEntry> entries() {
        return files.stream().map(SourceFacts::entry).toList();
    }

    /** Returns the steps one file after the other, from step 0 of the store on. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        long start = 0;
        for (int file = 0; file < files.size(); file++) {
            long steps = files.get(file).steps();
            pieces.add(new Piece(start, start + steps, file, 0));
            start += steps;
        }
        return pieces;
    }
}
