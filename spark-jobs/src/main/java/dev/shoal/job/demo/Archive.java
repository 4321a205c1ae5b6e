package dev.shoal.job.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * A written archive.
 *
 * @param folder it lies in
 * @param files paths relative to the folder, sorted
 * @param storedBytes of all files
 * @param decodedBytes of all arrays of all whole files, unpacked
 * @param faults what is wrong in it on purpose, in the order of the files
 */
public record Archive(Path folder, List<String> files, long storedBytes, long decodedBytes, List<Fault> faults) {

    /** Copies the lists. */
    public Archive {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** Returns how many values are wrong in one way; how many files for {@link Fault.Kind#TRUNCATED}. */
    public long values(Fault.Kind kind) {
        return faults.stream()
                .filter(fault -> fault.kind() == kind)
                .mapToLong(Fault::values)
                .sum();
    }
}
