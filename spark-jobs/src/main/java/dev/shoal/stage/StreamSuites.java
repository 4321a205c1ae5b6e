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
 * @param suites a suite of each data column, in order
 * @param places of the suites' columns among {@link ObservationBlock#numbers}
 */
record StreamSuites(OpenSuites suites, int[] places) implements Serializable {

    /**
     * Returns the tests of a table.
     *
     * @throws StageException where a stream cannot run one of them
     */
    static StreamSuites of(ObservationTable table) {
        List<JudgedColumn> judged = IntStream.range(0, table.data().size())
                .mapToObj(data -> JudgedColumn.of(table, data))
                .toList();
        BitSet needed = new BitSet();
        judged.forEach(column -> {
            needed.set(column.place());
            column.beside().values().forEach(needed::set);
        });
        List<Map<String, String>> beside = new ArrayList<>();
        for (JudgedColumn column : judged) {
            Map<String, String> names = new LinkedHashMap<>();
            column.beside().forEach((asked, place) -> names.put(asked, name(table, place)));
            beside.add(names);
        }
        List<String> columns =
                needed.stream().mapToObj(place -> name(table, place)).toList();
        List<String> variables =
                table.data().stream().map(ObservedColumn::column).toList();
        List<QcSuite> suites = judged.stream().map(JudgedColumn::suite).toList();
        try {
            return new StreamSuites(
                    new OpenSuites(columns, variables, suites, beside),
                    needed.stream().toArray());
        } catch (IllegalArgumentException refused) {
            throw StageException.configuration(String.valueOf(refused.getMessage()), refused);
        }
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
