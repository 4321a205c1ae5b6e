package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Corpus;
import dev.shoal.qc.argo.ArgoFlag;
import dev.shoal.qc.argo.ArgoQc;
import dev.shoal.qc.argo.ArgoResult;
import dev.shoal.qc.argo.ArgoSummary;
import dev.shoal.qc.argo.ArgoSurroundings;
import dev.shoal.qc.argo.ArgoTest;
import dev.shoal.qc.argo.GreyList;
import dev.shoal.qc.argo.Land;
import dev.shoal.qc.argo.Station;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Real Argo profiles through Argo's real-time tests, and a table of how far their flags are those of the provider. A
 * provider's flags also hold what people saw later, as when 3900150 went bad whole.
 */
class ArgoAgreementIT {

    private static final String ARGOPY = "profile/euroargodev__argopy-data/";
    private static final long NOW_2026 = 1_780_000_000_000_000L;

    private final Map<ArgoTest, long[]> byTest = new EnumMap<>(ArgoTest.class);
    private final List<String> table = new ArrayList<>();

    /** Levels by what both say of them. */
    private static final class Tally {
        private long both;
        private long ours;
        private long theirs;
        private long neither;

        private void add(boolean weDoubt, boolean theyDoubt) {
            both += weDoubt && theyDoubt ? 1 : 0;
            ours += weDoubt && !theyDoubt ? 1 : 0;
            theirs += !weDoubt && theyDoubt ? 1 : 0;
            neither += weDoubt || theyDoubt ? 0 : 1;
        }

        private long levels() {
            return both + ours + theirs + neither;
        }

        private double agreement() {
            return (double) (both + neither) / levels();
        }
    }

    @Test
    void flagsAreMostlyThoseOfTheProvider() throws IOException {
        Map<String, Tally> single = judge("13857 single", files("R13857_00"));
        Map<String, Tally> multi = judge("13857 multi", files("13857_prof"));
        Map<String, Tally> csiro = judge("5900865", files("D5900865_00"));
        Map<String, Tally> bgc = judge("5906072", files("D5906072_00"));
        Map<String, Tally> tac = judge(
                "3900150", List.of(Corpus.path("profile/CopernicusMarineInsitu__INSTACTraining/GL_PR_PF_3900150.nc")));
        byTest.forEach((test, counts) ->
                table.add(String.format(Locale.ROOT, "%3d %-20s %8d %8d", test.number(), test, counts[0], counts[1])));
        System.out.println("AGREE float, parameter, levels, both doubt, ours only, theirs only, agreement;"
                + " then test, levels flagged, of them doubted by the provider");
        table.forEach(row -> System.out.println("AGREE " + row));
        for (Map<String, Tally> tallies : List.of(single, multi, csiro, bgc)) {
            tallies.forEach(
                    (name, tally) -> assertThat(tally.agreement()).as(name).isGreaterThan(0.99));
        }
        tac.forEach((name, tally) -> {
            assertThat(tally.agreement()).as(name).isGreaterThan(0.84);
            assertThat((double) tally.ours / tally.levels()).as(name).isLessThan(0.01);
        });
    }

    private Map<String, Tally> judge(String title, List<Path> files) throws IOException {
        ArgoQc qc = ArgoQc.coriolis(
                Land.BUNDLED,
                GreyList.parse(Files.readAllLines(Corpus.path("tabular/euroargodev__argopy-data/ar_greylist.txt"))));
        Map<Station.Direction, ArgoSummary> before = new EnumMap<>(Station.Direction.class);
        Map<String, Tally> tallies = new TreeMap<>();
        for (Path path : files) {
            try (ArgoFile file = ArgoFile.open(path)) {
                for (ArgoFile.Flagged flagged : file.profiles()) {
                    Station.Direction direction = flagged.profile().station().direction();
                    ArgoSummary last = before.getOrDefault(direction, ArgoSummary.NONE);
                    ArgoResult result = qc.run(
                            flagged.profile(), ArgoSurroundings.at(NOW_2026).after(last));
                    before.put(direction, last.then(flagged.profile(), result));
                    compare(flagged, result, tallies);
                }
            }
        }
        tallies.forEach((name, tally) -> table.add(String.format(
                Locale.ROOT,
                "%-13s %-8s %7d %6d %6d %6d %8.4f",
                title,
                name,
                tally.levels(),
                tally.both,
                tally.ours,
                tally.theirs,
                tally.agreement())));
        return tallies;
    }

    private void compare(ArgoFile.Flagged flagged, ArgoResult result, Map<String, Tally> tallies) {
        flagged.flags().forEach((name, theirs) -> {
            byte[] ours = result.flagsOf(name);
            long[] raisedBy = result.raisedByOf(name);
            Tally tally = tallies.computeIfAbsent(name, fresh -> new Tally());
            for (int level = 0; level < ours.length; level++) {
                if (ours[level] != ArgoFlag.MISSING && theirs[level] > ArgoFlag.NO_QC) {
                    boolean theyDoubt = isDoubted(theirs[level]);
                    tally.add(isDoubted(ours[level]), theyDoubt);
                    for (ArgoTest test : ArgoTest.ofBits(raisedBy[level])) {
                        long[] counts = byTest.computeIfAbsent(test, fresh -> new long[2]);
                        counts[0]++;
                        counts[1] += theyDoubt ? 1 : 0;
                    }
                }
            }
        });
        Tally places = tallies.computeIfAbsent("POSITION", fresh -> new Tally());
        places.add(isDoubted(result.positionFlag()), isDoubted(flagged.positionFlag()));
        Tally dates = tallies.computeIfAbsent("JULD", fresh -> new Tally());
        dates.add(isDoubted(result.dateFlag()), isDoubted(flagged.dateFlag()));
    }

    private static boolean isDoubted(byte flag) {
        return flag == ArgoFlag.CORRECTABLE || flag == ArgoFlag.BAD;
    }

    private static List<Path> files(String start) {
        return Corpus.files(ARGOPY).stream()
                .filter(path -> String.valueOf(path.getFileName()).startsWith(start))
                .toList();
    }
}
