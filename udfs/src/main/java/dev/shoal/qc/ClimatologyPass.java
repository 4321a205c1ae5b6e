package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a series by a climatology's boxes: those that hold a time are looked up once for as long as none of them
 * changes, and the samples of that stretch are then judged in one loop.
 */
final class ClimatologyPass implements QcKernel {

    /** How many times are looked at together: few, as a season may end at any. */
    private static final int STRIDE = 64;

    private final List<Climatology.Box> lastFirst = new ArrayList<>();
    private final long[] times;
    private final double[] values;
    private final double[] depths;
    private final List<Climatology.Box> holding = new ArrayList<>();
    private final List<Climatology.Box> holdingAtDepths = new ArrayList<>();
    private long steadyFrom;
    private long steadyTo;

    ClimatologyPass(List<Climatology.Box> boxes, Series series) {
        boolean hasDepths = series.companions().has(Role.DEPTH);
        for (Climatology.Box box : boxes) {
            if (hasDepths || box.isForAllDepths()) {
                lastFirst.add(0, box);
            }
        }
        this.times = series.timeMicros();
        this.values = series.values();
        this.depths = hasDepths ? series.companions().of(Role.DEPTH) : new double[0];
    }

    @Override
    public void flag(int start, int end, byte[] flags) {
        for (int i = start; i < end; ) {
            if (times[i] < steadyFrom || times[i] >= steadyTo) {
                lookUp(times[i]);
            }
            int stop = steadyEnd(i + 1, end);
            if (holding.isEmpty()) {
                leave(i, stop, flags, start);
            } else if (holding.get(0).isForAllDepths()) {
                judge(holding.get(0), i, stop, flags, start);
            } else {
                judgeByDepth(i, stop, flags, start);
            }
            i = stop;
        }
    }

    private int steadyEnd(int from, int end) {
        int i = from;
        while (i < end && isSteady(i, Math.min(end, i + STRIDE))) {
            i = Math.min(end, i + STRIDE);
        }
        while (i < end && times[i] >= steadyFrom && times[i] < steadyTo) {
            i++;
        }
        return i;
    }

    /** Tells without a branch for each sample whether all lie within, rather too seldom than too often. */
    private boolean isSteady(int from, int end) {
        long first = Math.max(steadyFrom, Long.MIN_VALUE / 2);
        long last = Math.min(steadyTo - 1, Long.MAX_VALUE / 2);
        long outside = first <= last ? 0 : -1;
        for (int i = from; i < end; i++) {
            outside |= (times[i] - first) | (last - times[i]);
        }
        return outside >= 0;
    }

    /** Finds the boxes that may hold samples of a time, down to the first one for all depths, and for how long. */
    private void lookUp(long time) {
        holding.clear();
        holdingAtDepths.clear();
        steadyFrom = time;
        steadyTo = time + 1;
        if (time == Series.NO_TIME) {
            return;
        }
        steadyFrom = Series.NO_TIME + 1;
        steadyTo = Long.MAX_VALUE;
        for (Climatology.Box box : lastFirst) {
            steadyFrom = Math.max(steadyFrom, box.season().steadyFrom(time));
            steadyTo = Math.min(steadyTo, box.season().steadyTo(time));
            if (box.season().holds(time)) {
                hold(box);
            }
        }
    }

    private void hold(Climatology.Box box) {
        boolean isSettled =
                !holding.isEmpty() && holding.get(holding.size() - 1).isForAllDepths();
        if (!isSettled) {
            holding.add(box);
        }
        if (!box.isForAllDepths()) {
            holdingAtDepths.add(box);
        }
    }

    private void leave(int start, int end, byte[] flags, int flagsStart) {
        for (int i = start; i < end; i++) {
            flags[i - flagsStart] = Double.isFinite(values[i]) ? QcFlag.UNKNOWN : QcFlag.MISSING;
        }
    }

    private void judge(Climatology.Box box, int start, int end, byte[] flags, int flagsStart) {
        double goodLow = Math.max(
                -Double.MAX_VALUE, Math.max(box.suspect().low(), box.fail().low()));
        double goodHigh = Math.min(
                Double.MAX_VALUE, Math.min(box.suspect().high(), box.fail().high()));
        for (int i = start; i < end; i++) {
            double value = values[i];
            flags[i - flagsStart] = value >= goodLow && value <= goodHigh ? QcFlag.GOOD : judge(box, i);
        }
    }

    private void judgeByDepth(int start, int end, byte[] flags, int flagsStart) {
        for (int i = start; i < end; i++) {
            byte flag = Double.isFinite(values[i]) ? QcFlag.UNKNOWN : QcFlag.MISSING;
            for (Climatology.Box box : holding) {
                if (box.isForAllDepths() || box.holdsDepth(depths[i])) {
                    flag = judge(box, i);
                    break;
                }
            }
            flags[i - flagsStart] = flag;
        }
    }

    private byte judge(Climatology.Box box, int i) {
        double value = values[i];
        if (Double.isNaN(value)) {
            return missing(i);
        }
        if (value < box.fail().low() || value > box.fail().high()) {
            return QcFlag.FAIL;
        }
        return value < box.suspect().low() || value > box.suspect().high() ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /** Returns the flag of a NaN, which is good where a box between depths holds it: no span of such a box fails it. */
    private byte missing(int i) {
        for (Climatology.Box box : holdingAtDepths) {
            if (box.holdsDepth(depths[i])) {
                return QcFlag.GOOD;
            }
        }
        return QcFlag.MISSING;
    }
}
