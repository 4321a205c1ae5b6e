package dev.shoal.stage;

import dev.shoal.qc.OpenSample;
import dev.shoal.qc.OpenSuites;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Role;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tests of a table's columns as they are put to series that grow, and where their numbers stand in blocks.
 *
 * @param general a suite of each data column, in order
 * @param own by platform, those of platforms whose tests are others
 * @param places of the suites' columns among {@link ObservationBlock#numbers}
 */
record StreamSuites(OpenSuites general, Map<String, OpenSuites> own, int[] places) implements Serializable {

    /**
     * Returns the tests of a table.
     *
     * @throws StageException where a stream cannot run one of them
     */
    static StreamSuites of(ObservationTable table) {
        BitSet needed = needed(table, "");
        table.own().keySet().forEach(platform -> needed.or(needed(table, platform)));
        Map<String, OpenSuites> own = new LinkedHashMap<>();
        try {
            OpenSuites general = suites(table, "", needed);
            table.own().keySet().forEach(platform -> own.put(platform, suites(table, platform, needed)));
            return new StreamSuites(general, own, needed.stream().toArray());
        } catch (IllegalArgumentException refused) {
            throw StageException.configuration(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static List<JudgedColumn> judged(ObservationTable table, String platform) {
        return IntStream.range(0, table.data().size())
                .mapToObj(data -> JudgedColumn.of(table, data, platform, BesideFields.NONE))
                .toList();
    }

    private static BitSet needed(ObservationTable table, String platform) {
        BitSet needed = new BitSet();
        judged(table, platform).forEach(column -> {
            needed.set(column.place());
            column.beside().values().forEach(needed::set);
        });
        return needed;
    }

    private static OpenSuites suites(ObservationTable table, String platform, BitSet needed) {
        List<Map<String, String>> beside = new ArrayList<>();
        List<QcSuite> suites = new ArrayList<>();
        for (JudgedColumn column : judged(table, platform)) {
            Map<String, String> names = new LinkedHashMap<>();
            column.beside().forEach((asked, place) -> names.put(asked, name(table, place)));
            beside.add(names);
            suites.add(column.suite());
        }
        return new OpenSuites(
                needed.stream().mapToObj(place -> name(table, place)).toList(),
                table.data().stream().map(ObservedColumn::column).toList(),
                suites,
                beside);
    }

    /** Returns the tests of a platform. */
    OpenSuites of(String platform) {
        return own.getOrDefault(platform, general);
    }

    private static String name(ObservationTable table, int place) {
        return switch (place) {
            case ObservationBlock.LAT -> Role.LAT;
            case ObservationBlock.LON -> Role.LON;
            case ObservationBlock.DEPTH -> Role.DEPTH;
            default -> ObservationTable.nameOf(table.columns().get(place - ObservationBlock.FIRST_COLUMN));
        };
    }

    /** Returns an observation of a block as the tests take it. */
    OpenSample sample(ObservationBlock block, int i) {
        return new OpenSample(
                block.timeMicros()[i],
                block.fileOf(i),
                block.index()[i],
                Arrays.stream(places)
                        .mapToDouble(place -> block.numbers()[place][i])
                        .toArray());
    }
}
