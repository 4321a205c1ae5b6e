package dev.shoal.source;

import java.util.List;
import java.util.Optional;

/**
 * What is known exactly of the cells of a file that a query keeps.
 *
 * @param cells their number
 * @param reach the least and the greatest value of each coordinate among them
 */
record CellTotals(long cells, CoordinateRanges reach) {

    /** Of no cells. */
    private static final CellTotals NONE = new CellTotals(0, CoordinateRanges.EVERYWHERE);

    /** Returns the totals of all files; nothing where those of one are not known exactly. */
    static Optional<CellTotals> of(Candidates candidates, RowKind rows, CoordinateRanges ranges) {
        ScanRequest request = new ScanRequest(List.of(), ranges);
        CellTotals sum = NONE;
        for (FileFacts facts : candidates.facts()) {
            Optional<CellTotals> own = rows.totals(facts, request);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.with(own.get());
        }
        return Optional.of(sum);
    }

    /** Returns the same of the cells of both. */
    CellTotals with(CellTotals other) {
        return new CellTotals(
                Math.addExact(cells, other.cells),
                cells == 0 ? other.reach : other.cells == 0 ? reach : reach.or(other.reach));
    }
}
