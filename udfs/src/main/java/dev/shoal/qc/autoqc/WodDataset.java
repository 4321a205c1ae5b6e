package dev.shoal.qc.autoqc;

/** A part of the World Ocean Database by instrument, with what the ICDC checks know of it. */
enum WodDataset {
    BOTTLE(9000, 7),
    CTD(9000, 50),
    FLOAT(2020, 20),
    ANIMAL(1200, 20),
    MECHANICAL(Double.MAX_VALUE, 7),
    XBT(1900, 20),
    OTHER(Double.MAX_VALUE, Integer.MAX_VALUE);

    private static final double DEEPEST_OF_JAPAN = 295.00001;

    private final double deepestMetres;
    private final int fewestStuck;

    WodDataset(double deepestMetres, int fewestStuck) {
        this.deepestMetres = deepestMetres;
        this.fewestStuck = fewestStuck;
    }

    static WodDataset of(AutoqcCast cast) {
        return switch (cast.probeType()) {
            case 1, 3, 16 -> MECHANICAL;
            case AutoqcCast.XBT -> XBT;
            case 4 -> CTD;
            case 5, 6, 7, 14 -> BOTTLE;
            case 9 -> FLOAT;
            case 13 -> ANIMAL;
            default -> OTHER;
        };
    }

    /** Returns the depth that its instruments do not reach; that of mechanical ones is known of Japan's. */
    double deepestMetres(String country) {
        return this == MECHANICAL && country.equals("JP") ? DEEPEST_OF_JAPAN : deepestMetres;
    }

    /** Returns the least number of levels that make a run of one temperature suspicious. */
    int fewestStuck() {
        return fewestStuck;
    }
}
