package dev.shoal.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Micros;
import dev.shoal.catalog.TimeRange;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @Test
    void readsAllParts() {
        Search search = Search.parse(
                Optional.of("170, -10,-170,10"),
                Optional.of("2020-01/2020-02-15"),
                Optional.of(" sea_water_salinity "));
        assertThat(search.box()).contains(new Box(170, -10, -170, 10));
        assertThat(search.time()).contains(range("2020-01-01T00:00:00Z", "2020-02-15T23:59:59.999999Z"));
        assertThat(search.variable()).contains("sea_water_salinity");
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59.999999Z",
        "2020-02, 2020-02-01T00:00:00Z, 2020-02-29T23:59:59.999999Z",
        "2020-02-03, 2020-02-03T00:00:00Z, 2020-02-03T23:59:59.999999Z",
        "2020-02-03T04:05, 2020-02-03T04:05:00Z, 2020-02-03T04:05:00Z",
        "2020-02-03T04:05:06.5Z, 2020-02-03T04:05:06.500Z, 2020-02-03T04:05:06.500Z",
        "2020-02-03T04:05:06+02:00/2021, 2020-02-03T02:05:06Z, 2021-12-31T23:59:59.999999Z"
    })
    void readsPeriodsWhole(String text, String first, String last) {
        assertThat(Search.parse(Optional.empty(), Optional.of(text), Optional.empty())
                        .time())
                .contains(range(first, last));
    }

    @Test
    void readsOpenEnds() {
        Search search = Search.parse(Optional.empty(), Optional.of("../1970"), Optional.empty());
        assertThat(search.time()).contains(new TimeRange(Long.MIN_VALUE, 365L * 86_400_000_000L - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-13", "2020-02-30", "yesterday", "", "2020-01-01T25:00", "20-01-01"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Search.parse(Optional.empty(), Optional.of(text), Optional.empty()))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessage("Cannot read the time \"" + text + "\": expected a year, a month, a day, or an instant such"
                        + " as 2020-06-30T12:00:00Z, or .. for an open end.");
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> Search.parse(Optional.of("1,2,3"), Optional.of("2021/2020"), Optional.of(" ")))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "Cannot read the box \"1,2,3\": found 3 parts, expected 4 edges W,S,E,N in degrees,"
                                + " such as -20,40,10,60.",
                        "Cannot make a time range: its last instant 2020-12-31T23:59:59.999999Z lies before its first"
                                + " 2021-01-01T00:00:00Z. Swap the two.",
                        "Cannot search for a variable without a name. Give its name or its CF standard name."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,-95,1,0 | Cannot make a box: its south is -95.0, expected degrees from -90 to 90.",
                "0,5,1,4 | Cannot make a box: its south 5.0 lies above its north 4.0, expected south <= north. Give the"
                        + " edges as west, south, east, north.",
                "0,5,x,9 | Cannot read the box \"0,5,x,9\": found the edge \"x\", expected a number of degrees."
            })
    void refusesWhatIsNoBox(String text, String message) {
        assertThatThrownBy(() -> Search.parse(Optional.of(text), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessage(message);
    }

    @Test
    void refusesThreeTimes() {
        assertThatThrownBy(() -> Search.parse(Optional.empty(), Optional.of("2020/2021/2022"), Optional.empty()))
                .hasMessage("Cannot read the time \"2020/2021/2022\": found 3 parts, expected A/B, such as"
                        + " 2020-01-01/2020-06-30.");
    }

    private static TimeRange range(String first, String last) {
        return new TimeRange(Micros.of(Instant.parse(first)), Micros.of(Instant.parse(last)));
    }
}
