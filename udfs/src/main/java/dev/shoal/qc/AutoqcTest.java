package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.TEXT;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.autoqc.AutoqcCast;
import dev.shoal.qc.autoqc.AutoqcCheck;
import dev.shoal.qc.autoqc.AutoqcNeed;
import dev.shoal.qc.autoqc.AutoqcProfile;
import dev.shoal.qc.autoqc.AutoqcSet;
import dev.shoal.qc.flag.QcFlag;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.LongStream;

/**
 * Fails the levels of a temperature profile that one of AutoQC's checks rejects. The values are temperatures in degC,
 * the series is one cast.
 *
 * <p>Place and date of the cast are the first known ones. A level without a depth is judged as AutoQC judges it.
 *
 * @param check of AutoQC
 * @param probeType World Ocean Database's code of the instrument; where it is {@link AutoqcCast#UNKNOWN_PROBE}, the
 *     first number of {@value #PROBE_TYPE} beside the values, and checks of some instruments judge nothing where there
 *     is none
 * @param country World Ocean Database's two letters of the country, empty where unknown
 */
public record AutoqcTest(AutoqcCheck check, int probeType, String country) implements SeriesTest {

    /** Name of the instrument's code, as a parameter and beside the values. */
    public static final String PROBE_TYPE = "probe_type";

    /** The most levels that {@link AutoqcCheck#EN_INCREASING_DEPTH} judges: it compares each with each other. */
    public static final int MOST_LEVELS = 50_000;

    private static final String COUNTRY = "country";

    static final List<TestType> TYPES =
            Arrays.stream(AutoqcCheck.values()).map(AutoqcTest::type).toList();

    /** Makes a test of casts whose instruments are told beside the values. */
    public AutoqcTest(AutoqcCheck check) {
        this(check, AutoqcCast.UNKNOWN_PROBE, "");
    }

    private static TestType type(AutoqcCheck check) {
        return new TestType(
                check.autoqcName(),
                "autoqc",
                check.autoqcName(),
                needsProbe(check)
                        ? List.of(Parameter.optional(PROBE_TYPE, WHOLE), Parameter.optional(COUNTRY, TEXT))
                        : List.of(),
                arguments -> new AutoqcTest(
                        check, arguments.whole(PROBE_TYPE, AutoqcCast.UNKNOWN_PROBE), arguments.word(COUNTRY, "")));
    }

    /** Makes the suite of one of IQuOD's sets for casts whose instruments are told beside the values. */
    public static QcSuite suite(AutoqcSet set) {
        return new QcSuite(set.checks().stream().map(AutoqcTest::new).toList());
    }

    private static boolean needsProbe(AutoqcCheck check) {
        return check.needs().contains(AutoqcNeed.PROBE);
    }

    @Override
    public String name() {
        return check.autoqcName();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText();
        text = needsProbe(check) ? text.with(PROBE_TYPE, probeType) : text;
        return (country.isEmpty() ? text : text.with(COUNTRY, country)).byName();
    }

    @Override
    public String describe() {
        return name().replace('_', ' ') + ": fail what AutoQC rejects";
    }

    @Override
    public List<String> needs() {
        return check.needs().stream().flatMap(need -> role(need).stream()).toList();
    }

    private static Optional<String> role(AutoqcNeed need) {
        return switch (need) {
            case DEPTH -> Optional.of(Role.DEPTH);
            case SALINITY -> Optional.of(Role.SALINITY);
            case LATITUDE -> Optional.of(Role.LAT);
            case LONGITUDE -> Optional.of(Role.LON);
            case DATE, PROBE -> Optional.empty();
        };
    }

    @Override
    public List<String> uses() {
        List<String> uses = new ArrayList<>();
        if (needsProbe(check) && probeType == AutoqcCast.UNKNOWN_PROBE) {
            uses.add(PROBE_TYPE);
        }
        if (check == AutoqcCheck.EN_STABILITY) {
            uses.add(Role.PRESSURE);
        }
        return uses;
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.WHOLE;
    }

    @Override
    public Optional<String> obstacle(Series series) {
        Optional<String> missing = SeriesTest.super.obstacle(series);
        if (missing.isPresent()) {
            return missing;
        }
        if (check == AutoqcCheck.EN_INCREASING_DEPTH && series.size() > MOST_LEVELS) {
            return Optional.of(series.size() + " samples are no cast, expected at most " + MOST_LEVELS);
        }
        AutoqcCast cast = cast(series);
        for (AutoqcNeed need : check.needs()) {
            boolean unknown = switch (need) {
                case LATITUDE -> Double.isNaN(cast.lat());
                case LONGITUDE -> Double.isNaN(cast.lon());
                case DATE -> Double.isNaN(cast.hourOfDay());
                case PROBE -> cast.probeType() == AutoqcCast.UNKNOWN_PROBE;
                case DEPTH, SALINITY -> false;
            };
            if (unknown) {
                return Optional.of("nobody says the cast's " + word(need));
            }
        }
        return Optional.empty();
    }

    private static String word(AutoqcNeed need) {
        return need == AutoqcNeed.PROBE ? PROBE_TYPE : role(need).orElse("date");
    }

    @Override
    public QcKernel kernel(Series series) {
        boolean[] reject = check.reject(profile(series));
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                byte flag = reject[i] ? QcFlag.FAIL : QcFlag.GOOD;
                flags[i - start] = Double.isNaN(series.values()[i]) ? QcFlag.MISSING : flag;
            }
        };
    }

    private AutoqcProfile profile(Series series) {
        return new AutoqcProfile(
                cast(series),
                levels(series, Role.DEPTH),
                Arrays.copyOf(series.values(), series.size()),
                levels(series, Role.SALINITY),
                levels(series, Role.PRESSURE));
    }

    private static double[] levels(Series series, String name) {
        if (series.companions().numbers().containsKey(name)) {
            return Arrays.copyOf(series.companions().of(name), series.size());
        }
        double[] none = new double[series.size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private AutoqcCast cast(Series series) {
        double probe = probeType == AutoqcCast.UNKNOWN_PROBE ? first(series, PROBE_TYPE) : probeType;
        LocalDateTime date = date(series).orElse(LocalDateTime.MIN);
        return new AutoqcCast(
                first(series, Role.LAT),
                first(series, Role.LON),
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                date.equals(LocalDateTime.MIN) ? Double.NaN : date.toLocalTime().toNanoOfDay() / 3.6e12,
                Double.isNaN(probe) ? AutoqcCast.UNKNOWN_PROBE : (int) probe,
                country);
    }

    private static Optional<LocalDateTime> date(Series series) {
        return LongStream.of(series.timeMicros())
                .limit(series.size())
                .filter(time -> time != Series.NO_TIME)
                .mapToObj(time ->
                        LocalDateTime.ofInstant(Instant.ofEpochSecond(Math.floorDiv(time, 1_000_000L)), ZoneOffset.UTC))
                .findFirst();
    }

    private static double first(Series series, String name) {
        return Arrays.stream(levels(series, name))
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(Double.NaN);
    }
}
