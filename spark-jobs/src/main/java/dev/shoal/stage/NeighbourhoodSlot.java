package dev.shoal.stage;

import dev.shoal.qc.NeighbourhoodTest;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Scope;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One test of neighbourhoods of one column.
 *
 * @param column that is judged
 * @param place of the column among {@link ObservationBlock#numbers}
 * @param test the test
 * @param bit its place among the tests of the column
 * @param scope where it applies
 */
record NeighbourhoodSlot(ObservedColumn column, int place, NeighbourhoodTest test, int bit, Scope scope)
        implements Serializable {

    /** Returns all of a table; their numbers are their places in the list. */
    static List<NeighbourhoodSlot> of(ObservationTable table) {
        List<NeighbourhoodSlot> slots = new ArrayList<>();
        for (int data = 0; data < table.data().size(); data++) {
            ObservedColumn column = table.data().get(data);
            QcSuite suite = table.suite(column);
            for (int bit = 0; bit < suite.tests().size(); bit++) {
                if (suite.tests().get(bit) instanceof NeighbourhoodTest test) {
                    slots.add(new NeighbourhoodSlot(
                            column,
                            ObservationBlock.FIRST_COLUMN + data,
                            test,
                            bit,
                            suite.scopes().get(bit)));
                }
            }
        }
        return slots;
    }

    SpaceTimeCells cells() {
        return SpaceTimeCells.reaching(test.reachMetres(), test.reachSeconds());
    }
}
