package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A profile under test: its values and the flags so far, which only rise.
 *
 * <p>Not safe for several threads.
 */
public final class ArgoWork {

    private final ArgoProfile profile;
    private final ArgoSurroundings surroundings;
    private final SortedMap<String, byte[]> flags = new TreeMap<>();
    private final SortedMap<String, long[]> raisedBy = new TreeMap<>();
    private final SortedMap<String, double[]> adjusted = new TreeMap<>();
    private final Set<ArgoTest> performed = EnumSet.noneOf(ArgoTest.class);
    private final Set<ArgoTest> failed = EnumSet.noneOf(ArgoTest.class);
    private byte dateFlag;
    private byte positionFlag;

    ArgoWork(ArgoProfile profile, ArgoSurroundings surroundings) {
        this.profile = profile;
        this.surroundings = surroundings;
        Station station = profile.station();
        dateFlag = station.timeMicros() == Station.NO_TIME ? ArgoFlag.MISSING : ArgoFlag.NO_QC;
        positionFlag = station.hasPosition() ? surroundings.positionFlag() : ArgoFlag.MISSING;
        profile.parameters().forEach((name, values) -> {
            flags.put(name, firstFlags(name, values));
            raisedBy.put(name, new long[values.length]);
        });
    }

    private byte[] firstFlags(String name, double[] values) {
        byte[] first = new byte[values.length];
        byte[] before = surroundings.before().get(name);
        if (before != null && before.length != values.length) {
            throw new IllegalArgumentException("Cannot test " + name + " of "
                    + profile.station().platform() + ", cycle "
                    + profile.station().cycle() + ": found "
                    + before.length + " flags before the tests, expected " + values.length + ", one for each level.");
        }
        for (int level = 0; level < first.length; level++) {
            byte flag = Double.isNaN(values[level]) ? ArgoFlag.MISSING : ArgoFlag.NO_QC;
            first[level] = before == null ? flag : ArgoFlag.raised(before[level], flag);
        }
        return first;
    }

    /** Returns the profile. */
    public ArgoProfile profile() {
        return profile;
    }

    /** Returns what is known around the profile. */
    public ArgoSurroundings surroundings() {
        return surroundings;
    }

    /** Tells whether the profile has all of these parameters. */
    public boolean has(String... names) {
        return profile.parameters().keySet().containsAll(Arrays.asList(names));
    }

    /** Returns the values of a parameter that the profile has, NaN where missing; not to be changed. */
    public double[] values(String name) {
        return of(profile.parameters(), name);
    }

    /** Returns the flags so far of a parameter that the profile has; not to be changed. */
    public byte[] flags(String name) {
        return of(flags, name);
    }

    /** Returns the levels at which all of these parameters have a finite value that is not bad. */
    public BitSet usable(String... names) {
        BitSet usable = new BitSet();
        usable.set(0, profile.levels());
        for (String name : names) {
            double[] values = values(name);
            byte[] flags = flags(name);
            for (int level = 0; level < values.length; level++) {
                if (!Double.isFinite(values[level]) || flags[level] == ArgoFlag.BAD) {
                    usable.clear(level);
                }
            }
        }
        return usable;
    }

    /** Returns the levels at which a parameter has a value. */
    public BitSet present(String name) {
        double[] values = values(name);
        BitSet present = new BitSet();
        for (int level = 0; level < values.length; level++) {
            present.set(level, !Double.isNaN(values[level]));
        }
        return present;
    }

    /** Returns what one CTD measured; the profile has all of it. */
    Cast cast(ArgoNames.Ctd ctd) {
        return new Cast(
                values(ctd.pressure()),
                values(ctd.temperature()),
                values(ctd.salinity()),
                profile.station().longitude(),
                profile.station().latitude());
    }

    /** Notes that a test was performed. */
    public void performed(ArgoTest test) {
        performed.add(test);
    }

    /** Notes that a test was performed on a parameter: its values are good as long as nothing says otherwise. */
    public void performed(ArgoTest test, String name) {
        performed.add(test);
        byte[] of = flags(name);
        for (int level = 0; level < of.length; level++) {
            of[level] = ArgoFlag.raised(of[level], ArgoFlag.GOOD);
        }
    }

    /** Notes that a test failed; flags no value. */
    public void fail(ArgoTest test) {
        failed.add(test);
    }

    /**
     * Raises the flags of a parameter's values because a test failed there; missing values stay missing, and
     * {@link ArgoFlag#NO_QC} says nothing.
     */
    public void raise(ArgoTest test, String name, BitSet levels, byte flag) {
        if (flag == ArgoFlag.NO_QC) {
            return;
        }
        double[] values = values(name);
        byte[] of = flags(name);
        long[] by = of(raisedBy, name);
        for (int level = levels.nextSetBit(0); level >= 0; level = levels.nextSetBit(level + 1)) {
            if (!Double.isNaN(values[level])) {
                of[level] = ArgoFlag.raised(of[level], flag);
                by[level] |= test.bit();
                failed.add(test);
            }
        }
    }

    /** Raises the flags of a parameter's values without saying that a test failed; missing values stay missing. */
    public void lift(String name, BitSet levels, byte flag) {
        byte[] of = flags(name);
        for (int level = levels.nextSetBit(0); level >= 0; level = levels.nextSetBit(level + 1)) {
            of[level] = ArgoFlag.raised(of[level], flag);
        }
    }

    /** Raises the flags of all other parameters to bad where a pressure is bad (Coriolis, profile RTQC 6.5). */
    public void spreadBadPressure(ArgoTest test) {
        BitSet bad = new BitSet();
        for (String name : flags.keySet()) {
            byte[] of = flags(name);
            for (int level = 0; ArgoNames.isPressure(name) && level < of.length; level++) {
                bad.set(level, bad.get(level) || of[level] == ArgoFlag.BAD);
            }
        }
        for (String name : flags.keySet()) {
            if (!bad.isEmpty() && !ArgoNames.isPressure(name)) {
                raise(test, name, bad, ArgoFlag.BAD);
            }
        }
    }

    /** Returns the flag of the date so far. */
    public byte dateFlag() {
        return dateFlag;
    }

    /** Raises the flag of the date; that of a missing one stays. */
    public void raiseDate(byte flag) {
        dateFlag = ArgoFlag.raised(dateFlag, flag);
    }

    /** Returns the flag of the position so far. */
    public byte positionFlag() {
        return positionFlag;
    }

    /** Raises the flag of the position; that of a missing one stays. */
    public void raisePosition(byte flag) {
        positionFlag = ArgoFlag.raised(positionFlag, flag);
    }

    /** Tells whether the position is there: known, and not given up by a test. */
    public boolean hasPosition() {
        return positionFlag != ArgoFlag.MISSING;
    }

    /**
     * Keeps values that a test adjusted.
     *
     * @param name with {@code _ADJUSTED}
     * @param values shape {@code (levels)}, NaN where missing; kept, not copied
     * @param ofValues their flags; kept, not copied
     */
    public void adjust(String name, double[] values, byte[] ofValues) {
        adjusted.put(name, values);
        flags.put(name, ofValues);
    }

    ArgoResult result() {
        return new ArgoResult(flags, raisedBy, adjusted, dateFlag, positionFlag, performed, failed);
    }

    private <V> V of(SortedMap<String, V> map, String name) {
        V found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Cannot test " + name + " of " + profile.station().platform() + ", cycle "
                            + profile.station().cycle() + ": found " + map.keySet() + ", expected it among them.");
        }
        return found;
    }
}
