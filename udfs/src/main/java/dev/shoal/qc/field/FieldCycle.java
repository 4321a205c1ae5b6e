package dev.shoal.qc.field;

import java.time.LocalDate;

/** How the steps of a field divide the year; every year has the same. */
public enum FieldCycle {
    /** One field for all times. */
    NONE("one step"),
    /** Months, from January on. */
    MONTH("12 steps"),
    /** Quarters from January on: January to March first, as in the World Ocean Atlas. */
    SEASON("4 steps"),
    /** Quarters from December on: December to February first. */
    SEASON_DJF("4 steps"),
    /** Days from 1 January on. Of 365, 28 February stands for the 29th; of 366, the 60th is for leap years alone. */
    DAY("365 or 366 steps");

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private static final int FEBRUARY_29 = 60;

    private final String expected;

    FieldCycle(String expected) {
        this.expected = expected;
    }

    /** Tells whether a year may have this number of steps. */
    public boolean allows(int steps) {
        return switch (this) {
            case NONE -> steps == 1;
            case MONTH -> steps == 12;
            case SEASON, SEASON_DJF -> steps == 4;
            case DAY -> steps == 365 || steps == 366;
        };
    }

    /** Says in words how many steps a year may have. */
    public String expected() {
        return expected;
    }

    /**
     * Returns how many steps of the year have passed.
     *
     * @param micros microseconds since 1970 UTC
     * @return from 0 to less than {@code steps}
     */
    double position(long micros, int steps) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY));
        double share = Math.floorMod(micros, MICROS_PER_DAY) / (double) MICROS_PER_DAY;
        return switch (this) {
            case NONE -> 0;
            case MONTH -> month(date, share);
            case SEASON -> month(date, share) / 3;
            case SEASON_DJF -> (month(date, share) + 1) % 12 / 3;
            case DAY -> day(date, steps) + share;
        };
    }

    private static double month(LocalDate date, double share) {
        return date.getMonthValue() - 1 + (date.getDayOfMonth() - 1 + share) / date.lengthOfMonth();
    }

    private static int day(LocalDate date, int steps) {
        int day = date.getDayOfYear();
        boolean isLater = day >= FEBRUARY_29;
        if (steps == 365 && date.isLeapYear() && isLater) {
            day--;
        } else if (steps == 366 && !date.isLeapYear() && isLater) {
            day++;
        }
        return day - 1;
    }
}
