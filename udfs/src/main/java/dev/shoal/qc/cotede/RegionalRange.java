package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.List;

/**
 * Flags what lies outside the range of the region that it was taken in (Argo test 7, regional range).
 *
 * <p>A value bad in one of several regions that overlap is bad. What was taken outside all of them, or nobody knows
 * where, is not evaluated. CoTeDe asks for one place of the whole profile; here each sample has its own.
 *
 * @param regions in the order in which they are asked
 * @param grades what is given
 */
public record RegionalRange(List<Region> regions, Grades grades) implements Procedure {

    /** Copies the regions. */
    public RegionalRange {
        regions = List.copyOf(regions);
    }

    /**
     * One region and what is good in it.
     *
     * @param name of the region
     * @param area its area, in degrees east and north as they are given: nothing is wrapped
     * @param min smallest good value, below {@code max}
     * @param max largest good value
     */
    public record Region(String name, Area area, double min, double max) implements Serializable {

        /** Refuses a range without an inside. */
        public Region {
            if (!(min < max)) {
                throw new IllegalArgumentException("Cannot make the regional range of " + name + ": found " + min
                        + " to " + max + ", expected minval below maxval.");
            }
        }
    }

    @Override
    public String flagName() {
        return "regional_range";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.LATITUDE, Cotede.LONGITUDE);
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] values = profile.values();
        Here here = new Here(profile.column(Cotede.LATITUDE), profile.column(Cotede.LONGITUDE));
        return Sample.each(i -> {
            List<Region> around = here.at(i);
            return profile.isMissing(i) && here.isKnown(i) ? CotedeFlag.MISSING : judge(around, values[i]);
        });
    }

    private byte judge(List<Region> around, double value) {
        byte flag = CotedeFlag.NOT_EVALUATED;
        for (Region region : around) {
            if (value < region.min() || value > region.max()) {
                flag = grades.bad();
            } else if (flag < grades.good()) {
                flag = grades.good();
            }
        }
        return flag;
    }

    /** Finds the regions around a place, and remembers them while the place stays. */
    private final class Here {

        private final double[] lat;
        private final double[] lon;
        private int last = -1;
        private List<Region> regionsThere = List.of();

        Here(double[] lat, double[] lon) {
            this.lat = lat;
            this.lon = lon;
        }

        boolean isKnown(int i) {
            return Double.isFinite(lat[i]) && Double.isFinite(lon[i]);
        }

        List<Region> at(int i) {
            if (last < 0 || lat[i] != lat[last] || lon[i] != lon[last]) {
                regionsThere = isKnown(i)
                        ? regions.stream()
                                .filter(region -> region.area().covers(lon[i], lat[i]))
                                .toList()
                        : List.of();
                last = i;
            }
            return regionsThere;
        }
    }
}
