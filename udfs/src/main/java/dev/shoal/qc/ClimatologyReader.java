package dev.shoal.qc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads a climatology's boxes as ioos_qc writes them, and seasons over the turn of a period. */
final class ClimatologyReader {

    private static final List<String> KEYS = List.of("tspan", "season", "vspan", "fspan", "zspan", "period");

    private ClimatologyReader() {}

    static List<Climatology.Box> boxes(Object tree) {
        if (!(tree instanceof List<?> members)) {
            throw refusal("found " + tree, "a list of boxes with tspan and vspan");
        }
        List<Climatology.Box> boxes = new ArrayList<>();
        for (Object member : members) {
            if (!(member instanceof Map<?, ?> box)) {
                throw refusal("found the box " + member, "keys with values");
            }
            boxes.add(box(box));
        }
        return boxes;
    }

    /** Writes a season as it is read. */
    static ParameterText write(Season season) {
        if (season instanceof Season.Dates dates) {
            return new ParameterText().withTimes("tspan", dates.firstMicros(), dates.lastMicros());
        }
        Season.Recurring recurring = (Season.Recurring) season;
        String key = recurring.first() <= recurring.last() ? "tspan" : "season";
        return new ParameterText()
                .with("period", recurring.period().word())
                .withJson(key, "[" + recurring.first() + ", " + recurring.last() + "]");
    }

    private static Climatology.Box box(Map<?, ?> box) {
        for (Object key : box.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw refusal("key " + key, String.valueOf(key), KEYS);
            }
        }
        return new Climatology.Box(season(box), span(box, "vspan"), orAll(box, "fspan"), orAll(box, "zspan"));
    }

    private static Season season(Map<?, ?> box) {
        boolean wraps = box.get("season") != null;
        List<?> ends = pair(box, wraps ? "season" : "tspan");
        Object period = box.get("period");
        if (period == null && !wraps) {
            return new Season.Dates(time(ends.get(0)), time(ends.get(1)));
        }
        double first = number(wraps ? "season" : "tspan", ends.get(0));
        double last = number(wraps ? "season" : "tspan", ends.get(1));
        CalendarPeriod counted = period == null ? CalendarPeriod.MONTH : period(period);
        if (wraps) {
            return new Season.Recurring(counted, (long) Math.ceil(first), (long) Math.floor(last));
        }
        return sorted(counted, Math.min(first, last), Math.max(first, last));
    }

    private static Season sorted(CalendarPeriod period, double low, double high) {
        long first = (long) Math.ceil(low);
        long last = (long) Math.floor(high);
        return first <= last
                ? new Season.Recurring(period, first, last)
                : new Season.Recurring(period, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static CalendarPeriod period(Object name) {
        return CalendarPeriod.named(String.valueOf(name))
                .orElseThrow(() -> refusal("period " + name, String.valueOf(name), CalendarPeriod.names()));
    }

    private static Span orAll(Map<?, ?> box, String key) {
        return box.get(key) == null ? Span.ALL : span(box, key);
    }

    private static Span span(Map<?, ?> box, String key) {
        List<?> ends = pair(box, key);
        return new Span(number(key, ends.get(0)), number(key, ends.get(1)));
    }

    private static List<?> pair(Map<?, ?> box, String key) {
        if (box.get(key) instanceof List<?> ends && ends.size() == 2) {
            return ends;
        }
        throw refusal("found the " + key + " " + box.get(key), "a list of two");
    }

    private static double number(String key, Object end) {
        if (end instanceof Number number && !Double.isNaN(number.doubleValue())) {
            return number.doubleValue();
        }
        throw refusal("found " + end + " in a " + key, "a number");
    }

    private static long time(Object end) {
        OptionalLong micros = TimeValue.micros(end);
        if (micros.isPresent()) {
            return micros.getAsLong();
        }
        throw refusal("found " + end + " in a tspan without a period", Parameter.Kind.TIME.expected());
    }

    private static IllegalArgumentException refusal(String what, String name, List<String> known) {
        return new IllegalArgumentException("Cannot make a climatology test: found the unknown " + what
                + ", expected one of " + String.join(", ", known) + "." + NearestName.hint(name, known));
    }

    private static IllegalArgumentException refusal(String found, String expected) {
        return new IllegalArgumentException(
                "Cannot make a climatology test: " + found + ", expected " + expected + ".");
    }
}
