package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 6: values that no ocean has are bad (Argo Quality Control Manual for CTD and Trajectory Data 3.3, test 6; for
 * biogeochemical parameters their own manuals; as in Coriolis' profile RTQC 6.5).
 *
 * <p>A pressure that is too small makes temperature and salinity at its level as doubtful as itself; a bad one makes
 * everything at its level bad.
 *
 * @param badPressure dbar below which a pressure is bad
 * @param doubtfulPressure dbar up to which a pressure that is not bad is probably bad
 * @param ranges by parameter, in its unit
 */
public record GlobalRangeCheck(double badPressure, double doubtfulPressure, SortedMap<String, Range> ranges)
        implements ArgoCheck {

    /** The manual's pressures and ranges. */
    public static final GlobalRangeCheck MANUAL = new GlobalRangeCheck(-5, -2.4, new TreeMap<>(manual()));

    /** Copies the ranges. */
    public GlobalRangeCheck {
        ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    private static Map<String, Range> manual() {
        Range temperature = new Range(-2.5, 40);
        Range salinity = new Range(2, 41);
        Range oxygen = new Range(-5, 600);
        Range chlorophyll = new Range(-0.2, 100);
        return Map.ofEntries(
                Map.entry("TEMP", temperature),
                Map.entry("TEMP2", temperature),
                Map.entry("TEMP_DOXY", temperature),
                Map.entry("TEMP_DOXY2", temperature),
                Map.entry("PSAL", salinity),
                Map.entry("PSAL2", salinity),
                Map.entry("DOXY", oxygen),
                Map.entry("DOXY2", oxygen),
                Map.entry("CHLA", chlorophyll),
                Map.entry("CHLA2", chlorophyll),
                Map.entry("CHLA_FLUORESCENCE", chlorophyll),
                Map.entry("CHLA_FLUORESCENCE2", chlorophyll),
                Map.entry("PH_IN_SITU_TOTAL", new Range(7.3, 8.5)),
                Map.entry("NITRATE", new Range(-2, 50)),
                Map.entry("DOWN_IRRADIANCE380", new Range(-1, 1.7)),
                Map.entry("DOWN_IRRADIANCE412", new Range(-1, 2.9)),
                Map.entry("DOWN_IRRADIANCE443", new Range(-1, 3.2)),
                Map.entry("DOWN_IRRADIANCE490", new Range(-1, 3.4)),
                Map.entry("DOWN_IRRADIANCE665", new Range(-1, 2.8)),
                Map.entry("DOWNWELLING_PAR", new Range(-1, 4672)));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.GLOBAL_RANGE;
    }

    @Override
    public void run(ArgoWork work) {
        for (ArgoNames.Ctd ctd : ArgoNames.CTDS) {
            if (work.has(ctd.pressure())) {
                pressures(work, ctd, ctd.pressure());
                pressures(work, ctd, ctd.temperature());
                pressures(work, ctd, ctd.salinity());
            }
        }
        work.spreadBadPressure(test());
        ranges.forEach((name, range) -> {
            if (work.has(name)) {
                work.performed(test(), name);
                BitSet outside = Levels.outside(work.values(name), range.least(), range.most());
                work.raise(test(), name, outside, ArgoFlag.BAD);
            }
        });
    }

    private void pressures(ArgoWork work, ArgoNames.Ctd ctd, String name) {
        if (!work.has(name)) {
            return;
        }
        double[] pressure = work.values(ctd.pressure());
        BitSet bad = Levels.outside(pressure, badPressure, Double.POSITIVE_INFINITY);
        BitSet doubtful = Levels.outside(pressure, Math.nextUp(doubtfulPressure), Double.POSITIVE_INFINITY);
        doubtful.andNot(bad);
        work.performed(test(), name);
        work.raise(test(), name, bad, ArgoFlag.BAD);
        work.raise(test(), name, doubtful, ArgoFlag.CORRECTABLE);
    }
}
