package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Argo's real-time quality control of one profile: checks in their order, each of which leaves out what earlier ones
 * found bad. Safe for any number of threads.
 *
 * @param checks in the order in which they run
 */
public record ArgoQc(List<ArgoCheck> checks) implements Serializable {

    /** Copies the list. */
    public ArgoQc {
        checks = List.copyOf(checks);
    }

    /**
     * Returns all checks with the manuals' thresholds in the order of Coriolis' profile RTQC 6.5 (doi 10.13155/49438,
     * section 2.2).
     *
     * @param land tells land from sea
     * @param list of doubtful sensors
     */
    public static ArgoQc coriolis(Land land, GreyList list) {
        return new ArgoQc(List.of(
                new PlatformCheck(Set.of()),
                new DateCheck(DateCheck.FIRST_FLOATS),
                new LocationCheck(),
                new LandCheck(land),
                SpeedCheck.MANUAL,
                new GreyListCheck(list),
                DeepestPressureCheck.MANUAL,
                new UnpumpedSalinityCheck(),
                AirWaterCheck.MANUAL,
                GlobalRangeCheck.MANUAL,
                RegionalRangeCheck.MANUAL,
                PressureIncreasingCheck.MANUAL,
                SpikeCheck.MANUAL,
                GradientCheck.MANUAL,
                MeddCheck.MANUAL,
                DigitRolloverCheck.MANUAL,
                new StuckValueCheck(),
                DensityInversionCheck.MANUAL,
                GrossDriftCheck.MANUAL,
                new VisualCheck(),
                FrozenProfileCheck.MANUAL,
                TempCndcCheck.MANUAL,
                new EarlyRbrCheck(),
                DeepFloatCheck.MANUAL,
                new PhCheck(),
                DoxyCheck.MANUAL,
                NitrateCheck.MANUAL,
                BbpCheck.PUBLISHED,
                ChlaCheck.MANUAL));
    }

    /** Returns the same control without some tests. */
    public ArgoQc without(ArgoTest... tests) {
        List<ArgoTest> left = Arrays.asList(tests);
        return new ArgoQc(
                checks.stream().filter(check -> !left.contains(check.test())).toList());
    }

    /** Returns the same control with another check in the place of that of the same test, at the end without one. */
    public ArgoQc with(ArgoCheck other) {
        List<ArgoCheck> changed = new ArrayList<>(checks);
        boolean found = checks.stream().anyMatch(check -> check.test() == other.test());
        changed.replaceAll(check -> check.test() == other.test() ? other : check);
        if (!found) {
            changed.add(other);
        }
        return new ArgoQc(changed);
    }

    /**
     * Tests one profile.
     *
     * @param profile not changed
     * @param surroundings what is known around it
     */
    public ArgoResult run(ArgoProfile profile, ArgoSurroundings surroundings) {
        ArgoWork work = new ArgoWork(profile, surroundings);
        firstNitrate(work);
        for (ArgoCheck check : checks) {
            check.run(work);
        }
        conductivity(work);
        return work.result();
    }

    /** Nitrate is probably bad from the start, adjusted probably good (doi 10.13155/84370). */
    private static void firstNitrate(ArgoWork work) {
        if (work.has(NitrateCheck.NITRATE)) {
            boolean raw = work.profile().mode() == ArgoMode.REAL_TIME;
            work.lift(
                    NitrateCheck.NITRATE,
                    work.present(NitrateCheck.NITRATE),
                    raw ? ArgoFlag.CORRECTABLE : ArgoFlag.PROBABLY_GOOD);
        }
    }

    /** Salinity from conductivity is no better than the temperature that went into it. */
    private static void conductivity(ArgoWork work) {
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (work.has("CNDC", ctd.temperature(), ctd.salinity())) {
                byte[] temperature = work.flags(ctd.temperature());
                BitSet bad = Levels.flagged(temperature, ArgoFlag.BAD);
                work.lift(ctd.salinity(), Levels.flagged(temperature, ArgoFlag.CORRECTABLE), ArgoFlag.CORRECTABLE);
                work.lift(ctd.salinity(), bad, ArgoFlag.BAD);
            }
        }
    }
}
