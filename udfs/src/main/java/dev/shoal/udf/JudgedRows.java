package dev.shoal.udf;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import dev.shoal.qc.Reach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.execution.ExternalAppendOnlyUnsafeRowArray;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of a partition with their flags; each time the same object, changed.
 *
 * <p>Of a series whose tests look no farther than some samples or seconds, only those are held around a piece. Of
 * others the numbers are held, eight bytes each, and the rows, of which Spark puts on disk what memory has no room for.
 */
final class JudgedRows implements Iterator<Object> {

    /** Rows that Spark holds in memory as they are before it counts their bytes. */
    private static final int ROWS_AS_THEY_ARE = 4096;

    /** Rows of a piece at least. */
    private static final int PIECE = 16_384;

    private final JudgedTable table;
    private final Iterator<Object> rows;
    private final UnsafeProjection flat;
    private final UnsafeProjection key;
    private final Optional<Integer> platformPlace;
    private final ExternalAppendOnlyUnsafeRowArray held =
            new ExternalAppendOnlyUnsafeRowArray(ROWS_AS_THEY_ARE, Integer.MAX_VALUE);
    private final ArrayDeque<UnsafeRow> waiting = new ArrayDeque<>();
    private final SeriesNumbers numbers;
    private final Reach reach;
    private final GenericInternalRow flags;
    private final JoinedRow judged = new JoinedRow();
    private Iterator<UnsafeRow> whole = Collections.emptyIterator();
    private Optional<UnsafeRow> ahead = Optional.empty();
    private UnsafeRow series = new UnsafeRow(0);
    private String platform = "";
    private boolean inPieces;
    private int at;
    private int done;
    private int nextLook;

    /**
     * Makes the rows.
     *
     * @param row type of the rows
     * @param rows that come sorted by series and time
     */
    JudgedRows(JudgedTable table, StructType row, Iterator<Object> rows) {
        this.table = table;
        this.rows = rows;
        this.flat = UnsafeProjection.create(row);
        List<Expression> keys = new ArrayList<>();
        for (String name : table.series()) {
            int place = row.fieldIndex(name);
            keys.add(new BoundReference(place, row.apply(place).dataType(), true));
        }
        this.key = UnsafeProjection.create(JudgePlan.seq(keys));
        this.platformPlace = table.platform();
        this.numbers = new SeriesNumbers(table);
        this.reach = table.reach();
        this.flags = new GenericInternalRow(2 * table.variables().size());
    }

    @Override
    public boolean hasNext() {
        return at < numbers.size() || isAhead();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (at == done) {
            advance();
        }
        numbers.flags(at++, flags);
        return judged.apply(inPieces ? waiting.remove() : whole.next(), flags);
    }

    private boolean isAhead() {
        if (ahead.isEmpty() && rows.hasNext()) {
            ahead = Optional.of(flat.apply((InternalRow) rows.next()));
        }
        return ahead.isPresent();
    }

    private boolean isSeriesAhead() {
        return isAhead() && key.apply(ahead.orElseThrow()).equals(series);
    }

    /** Takes rows until some can be judged, or the series has ended. */
    private void advance() {
        if (done == numbers.size() && !isSeriesAhead()) {
            begin();
        } else {
            done -= numbers.forget(reach, done);
        }
        nextLook = done + PIECE;
        int end = 0;
        while (end == 0 && isSeriesAhead()) {
            take();
            end = inPieces && numbers.size() >= nextLook ? settled() : 0;
        }
        judge(isSeriesAhead() ? end : numbers.size());
    }

    private void begin() {
        UnsafeRow first = ahead.orElseThrow();
        series = key.apply(first).copy();
        platform = platformPlace
                .filter(place -> !first.isNullAt(place))
                .map(place -> String.valueOf(first.getUTF8String(place)))
                .orElse("");
        inPieces = table.isPiecewise() && !first.isNullAt(table.time());
        numbers.clear();
        held.clear();
        done = 0;
    }

    private void take() {
        UnsafeRow row = ahead.orElseThrow();
        numbers.add(row);
        if (inPieces) {
            waiting.add(row.copy());
        } else {
            held.add(row);
        }
        ahead = Optional.empty();
    }

    /** Returns the end of a piece that is at least as long as what is around it; 0 where there is none yet. */
    private int settled() {
        int end = numbers.settled(reach);
        if (end - done >= Math.max(PIECE / 2, done + numbers.size() - end)) {
            return end;
        }
        nextLook = numbers.size() * 2;
        return 0;
    }

    private void judge(int end) {
        numbers.judge(platform);
        whole = asJava(held.generateIterator());
        at = done;
        done = end;
    }
}
