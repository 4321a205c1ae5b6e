package dev.shoal.stage.zarr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The layouts of one array that are made of the same reads; of several, none has stages between.
 *
 * @param works one for each layout
 */
record RechunkShare(List<RechunkWork> works) implements Serializable {

    RechunkShare {
        works = new ArrayList<>(works);
    }

    /** Returns the work of the first layout, which knows the variable and the read boxes. */
    RechunkWork first() {
        return works.get(0);
    }

    /** Returns the ordinals of the read boxes that any layout needs something of, ascending. */
    long[] boxes() {
        return works.stream()
                .flatMapToLong(work -> LongStream.of(work.needed().get(0)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the layouts that are written by the tasks that read. */
    List<RechunkWork> inPlace() {
        return works.stream().filter(work -> work.stages() == 1).toList();
    }

    /** Returns the layouts whose cells are passed on, in the order of their partitions. */
    RechunkShare passed() {
        return new RechunkShare(works.stream().filter(work -> work.stages() > 1).toList());
    }

    /** Returns the number of boxes of a stage, of all layouts: the partitions that pieces go to. */
    int partitions(int stage) {
        return works.stream().mapToInt(work -> work.count(stage)).sum();
    }

    /** Returns the number of the first partition of a layout. */
    int firstPartition(int stage, int layout) {
        return works.subList(0, layout).stream()
                .mapToInt(work -> work.count(stage))
                .sum();
    }

    /** Returns the layout that a partition belongs to. */
    int layout(int stage, int partition) {
        int layout = 0;
        while (partition >= firstPartition(stage, layout + 1)) {
            layout++;
        }
        return layout;
    }
}
