package dev.shoal.job;

import dev.shoal.stage.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Shows progress on a terminal as one line that is drawn anew, elsewhere as plain lines now and then. */
final class TerminalProgress implements Progress {

    private static final long LINE_NANOS = 5_000_000_000L;
    private static final int BAR = 24;
    private static final double MEGABYTE = 1e6;

    private static final int USUAL_COLUMNS = 80;

    private final PrintStream out;
    private final boolean terminal;
    private final int columns;

    /** Makes a display that draws in place where the launcher says that there is a terminal, and how wide it is. */
    TerminalProgress(PrintStream out) {
        this(out, Boolean.getBoolean("shoal.terminal"), Integer.getInteger("shoal.columns", 0));
    }

    private TerminalProgress(PrintStream out, boolean terminal, int columns) {
        this.out = out;
        this.terminal = terminal;
        this.columns = columns > 0 ? columns : USUAL_COLUMNS;
    }

    /** Makes a display for a terminal of some width. */
    static TerminalProgress onTerminal(PrintStream out, int columns) {
        return new TerminalProgress(out, true, columns);
    }

    @Override
    public Work begin(String what, long units) {
        return new Line(what, units);
    }

    private final class Line implements Work {
        private final String what;
        private final long units;
        private final long start = System.nanoTime();
        private long shown = start;
        private long done;
        private long bytes;
        private boolean ended;

        Line(String what, long units) {
            this.what = what;
            this.units = units;
        }

        @Override
        public synchronized void reached(long unitsDone, long bytesDone) {
            done = unitsDone;
            bytes = bytesDone;
            long now = System.nanoTime();
            if (done >= units || ended) {
                return;
            }
            if (terminal) {
                out.print("\r\u001b[K" + line(text(now)));
                out.flush();
            } else if (now - shown >= LINE_NANOS) {
                shown = now;
                out.println(text(now));
            }
        }

        @Override
        public synchronized void close() {
            ended = true;
            String end = text(System.nanoTime());
            out.println(terminal ? "\r\u001b[K" + end : end);
        }

        /** Fits a line into the terminal: one that is broken could not be drawn anew. */
        private String line(String text) {
            String whole = bar() + text;
            if (whole.length() < columns) {
                return whole;
            }
            return text.length() < columns ? text : text.substring(0, columns - 1);
        }

        private String bar() {
            int full = units == 0 ? BAR : (int) Math.min(BAR, BAR * done / units);
            return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
        }

        private String text(long now) {
            double seconds = Math.max(1e-3, (now - start) / 1e9);
            String text = String.format(Locale.ROOT, "%s: %,d of %,d", what, Math.min(done, units), units);
            double rate = bytes / MEGABYTE / seconds;
            if (bytes > 0) {
                text += String.format(Locale.ROOT, rate < 10 ? ", %.1f MB/s" : ", %,.0f MB/s", rate);
            }
            if (done >= units) {
                return text + String.format(Locale.ROOT, ", %.1f s", seconds);
            }
            return done == 0
                    ? text
                    : text + String.format(Locale.ROOT, ", %.0f s to go", seconds * (units - done) / done);
        }
    }
}
