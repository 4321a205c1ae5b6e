package dev.shoal.stage;

import dev.shoal.catalog.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run stands before it reads anything.
 *
 * @param files of the archive
 * @param previous what the catalogue knows of the dataset
 * @param change from what the dataset was made of to the archive
 * @param fingerprint of the specification
 * @param standing of what is published
 */
record Situation(List<FileEntry> files, Previous previous, Change change, String fingerprint, Standing standing) {

    static Situation of(List<FileEntry> files, Previous previous, String fingerprint, Standing standing) {
        return new Situation(files, previous, Change.of(files, previous), fingerprint, standing);
    }

    /** Tells whether the published dataset was made by the same decisions, so that it can be kept or extended. */
    boolean isSameWork() {
        return standing != Standing.OTHER
                && previous.dataset()
                        .filter(known -> known.specHash().equals(fingerprint))
                        .isPresent();
    }

    /** Tells whether there is nothing to do. */
    boolean isUnchanged() {
        return isSameWork() && change.isNothing() && standing == Standing.REGISTERED;
    }

    /** Tells whether the run is to add files to the published dataset and nothing else. */
    boolean onlyAdds() {
        return isSameWork() && change.onlyAdds();
    }

    /**
     * Tells whether the published dataset must be mended although no new file can be taken: it holds what it should
     * not. A dataset of which no file would be left stays as it is.
     */
    boolean mustMend() {
        return isSameWork() && !change.kept().isEmpty() && (change.takesAway() || standing == Standing.AHEAD);
    }

    /** Returns the files whose data the run must look at: the new ones, or all where the decisions are others. */
    List<FileEntry> unread() {
        if (!isSameWork()) {
            return files;
        }
        List<FileEntry> unread = new ArrayList<>(change.fresh());
        unread.addAll(change.changed());
        return unread;
    }

    /** Returns the files that the published dataset was made of and that are as they were. */
    List<FileEntry> rest() {
        List<FileEntry> rest = new ArrayList<>(change.kept());
        rest.addAll(change.partial());
        return rest;
    }

    /** Returns the paths whose data the published dataset must lose or replace. */
    List<String> replaced() {
        List<String> replaced = new ArrayList<>(change.removed());
        change.changed().forEach(file -> replaced.add(file.path()));
        return replaced;
    }

    /** Returns the kind of the published dataset; empty where there is none. */
    String kind() {
        return previous.dataset().map(known -> known.kind().title()).orElse("");
    }

    /** Returns where the published dataset is; empty where there is none. */
    String location() {
        return previous.dataset().map(Dataset::location).orElse("");
    }
}
