package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QcConfigurationTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    @Test
    void readsEveryTest() {
        QcConfiguration configuration = right("""
                {sst: {gross_range: {fail_span: [-2, 40], suspect_span: [30, 0]},
                       spike: {suspect_threshold: 1, fail_threshold: 2.5, method: 'differential'},
                       rate_of_change: {threshold: 0.1},
                       flat_line: {suspect_threshold: 3600, fail_threshold: 7200, tolerance: 0.001}}}""");
        assertThat(configuration.suite("sst").orElseThrow().tests())
                .containsExactly(
                        new GrossRange(new Span(-2, 40), new Span(0, 30)),
                        new Spike(1, 2.5, Spike.Method.DIFFERENTIAL),
                        new RateOfChange(0.1),
                        new FlatLine(3600, 7200, 0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{sst: {gross_range: {fail_span: [0, 1]}, spike: {fail_threshold: 3}}}",
                "{sst: {qartod: {gross_range_test: {fail_span: [0, 1], suspect_span: null},"
                        + " spike_test: {fail_threshold: 3}, aggregate: null}}}",
                "{streams: {sst: {qartod: {gross_range_test: {fail_span: [0, 1]}, spike_test: {fail_threshold: 3}}}}}",
                "{contexts: [{window: null, streams: {sst: {qartod: {gross_range_test: {fail_span: [0, 1]}}}}},"
                        + " {attrs: {a: 1}, streams: {sst: {qartod: {spike_test: {fail_threshold: 3}}}}}]}"
            })
    void readsTheShapesOfIoosQcAndItsOwnAlike(String tree) {
        assertThat(right(tree).canonical())
                .isEqualTo("{\"sst\": [{\"gross_range\": {\"fail_span\": [0.0, 1.0]}},"
                        + " {\"spike\": {\"fail_threshold\": 3.0, \"method\": \"average\"}}]}");
    }

    @Test
    void returnsEveryProblemAtOnce() {
        assertThat(problems("""
                        {sst: {gros_range: {fail_span: [0, 1]},
                               gross_range: {fail_span: [0, 1], suspect_spam: [0, 1]},
                               spike: {method: 'avarage', suspect_threshold: 'high'},
                               rate_of_change: {},
                               flat_line: {suspect_threshold: -5, fail_threshold: 1},
                               qartod: {ufo_test: {}, spike_tset: {}}},
                         qartod: {},
                         sss: 5}"""))
                .containsExactly(
                        at("sst.gros_range") + "found the unknown test gros_range. Did you mean gross_range?",
                        at("sst.gross_range.suspect_spam")
                                + "found the unknown parameter suspect_spam, expected one of fail_span, suspect_span."
                                + " Did you mean suspect_span?",
                        at("sst.spike.suspect_threshold") + "found high, expected a number.",
                        at("sst.spike.method") + "found avarage, expected one of average, differential.",
                        at("sst.rate_of_change") + "found no threshold, expected a number.",
                        at("sst.flat_line")
                                + "Cannot make a flat line test: found stretches of -5.0 and 1.0 s and a tolerance of 0.0,"
                                + " expected lengths not below 0 and a number.",
                        at("sst.qartod.ufo_test") + "found the unknown test ufo_test.",
                        at("sst.qartod.spike_tset") + "found the unknown test spike_tset. Did you mean spike_test?",
                        at("qartod")
                                + "found a module of tests, expected a variable. Put it under the variable's name.",
                        at("sss") + "found 5, expected keys with values.");
    }

    @Test
    void neverIgnoresALimitInTimeOrSpace() {
        assertThat(problems("""
                        {contexts: [{window: {starting: 'soon'}, region: {}, streams: {}}, {steams: {}}]}"""))
                .containsExactlyInAnyOrder(
                        at("contexts[0].window.starting") + "found soon, expected a time such as 2020-01-31T00:00:00.",
                        at("contexts[0].region")
                                + "Cannot read a region: found nothing in it, expected a GeoJSON geometry.",
                        at("contexts[1].steams")
                                + "found the unknown key steams, expected one of streams, window, region, platforms, attrs."
                                + " Did you mean streams?",
                        at("contexts[1]") + "found no streams, expected them.");
    }

    @Test
    void limitsTheTestsOfAContextToItsWindowAndPlatforms() {
        QcSuite suite = right("""
                        {contexts: [{window: {starting: '2020-01-01', ending: '2020-02-01T06:00:00Z'},
                                     platforms: ['B1'],
                                     streams: {sst: {qartod: {gross_range_test: {fail_span: [0, 1]}}}}}]}""").suite("sst").orElseThrow();
        assertThat(suite.scopes())
                .containsExactly(Scope.EVERYWHERE
                        .within(1_577_836_800_000_000L, 1_580_536_800_000_000L)
                        .of(List.of("B1")));
    }

    @Test
    void takesAPlatformsOwnThresholdsInPlaceOfTheGeneralOnes() {
        QcSuite suite = right("""
                        {sst: {gross_range: {fail_span: [0, 1]}, spike: {fail_threshold: 1}},
                         platforms: {B1: {sst: {gross_range: {fail_span: [0, 9]}}}}}""").suite("sst").orElseThrow();
        assertThat(suite.tests())
                .containsExactly(
                        new GrossRange(new Span(0, 1)),
                        new Spike(Spike.OFF, 1, Spike.Method.AVERAGE),
                        new GrossRange(new Span(0, 9)));
        assertThat(suite.scopes().get(0).exceptPlatforms()).containsExactly("B1");
        assertThat(suite.scopes().get(1)).isEqualTo(Scope.EVERYWHERE);
        assertThat(suite.scopes().get(2).platforms()).containsExactly("B1");
    }

    @Test
    void theTimeOfReadingIsNoPartOfTheHash() {
        QcSuite suite = right("{time: {impossible_date: {}, data_reception: {}}}")
                .suite("time")
                .orElseThrow();
        assertThat(suite.canonical())
                .isEqualTo("[{\"impossible_date\": {\"as_of\": \"now\"}}, {\"data_reception\": {\"fail_span\": 6.0,"
                        + " \"from_time\": \"now\"}}]");
        assertThat(suite.tests().get(0).parameters().get("as_of")).startsWith("\"20");
    }

    @Test
    void refusesWhatIsNoTree() {
        List<String> problems = new ArrayList<>();
        QcConfiguration.parse("gross_range", problems);
        assertThat(problems)
                .containsExactly("Cannot read the QC configuration: found gross_range, expected keys with values.");
        assertThat(problems("{contexts: 3}")).containsExactly(at("contexts") + "found 3, expected a list.");
    }

    @Test
    void findsAVariableByItsNameBeforeItsStandardName() {
        QcConfiguration configuration =
                right("{sea_water_temperature: {spike: {fail_threshold: 1}}, TEMP: {spike: {fail_threshold: 2}}}");
        assertThat(configuration.suite("TEMP", "sea_water_temperature")).isEqualTo(configuration.suite("TEMP"));
        assertThat(configuration.suite("temp2", "sea_water_temperature")).isPresent();
        assertThat(configuration.suite("temp2")).isEmpty();
    }

    @Test
    void saysWhichVariablesAreNotThere() {
        assertThat(right("{sst: {spike: {fail_threshold: 1}}}").problemsOver(Set.of("ssta", "lat")))
                .containsExactly(
                        "Cannot run QC on sst: found no variable with this name or CF standard name. Did you mean"
                                + " ssta?");
    }

    @Test
    void hashesEqualConfigurationsAlike() {
        QcConfiguration one = right("{a: {spike: {fail_threshold: 1, method: 'average'}}, b: {spike: {}}}");
        QcConfiguration same = right("{b: {spike: {}}, a: {qartod: {spike_test: {fail_threshold: 1.0}}}}");
        QcConfiguration other = right("{a: {spike: {fail_threshold: 1.5}}, b: {spike: {}}}");
        assertThat(one.hash()).isEqualTo(same.hash()).hasSize(64).isNotEqualTo(other.hash());
    }

    private static String at(String path) {
        return "Cannot read the QC configuration at " + path + ": ";
    }

    private static QcConfiguration right(String tree) {
        List<String> problems = new ArrayList<>();
        QcConfiguration configuration = QcConfiguration.parse(json(tree), problems);
        assertThat(problems).isEmpty();
        return configuration;
    }

    private static List<String> problems(String tree) {
        List<String> problems = new ArrayList<>();
        QcConfiguration.parse(json(tree), problems);
        return problems;
    }

    private static Object json(String tree) {
        try {
            return JSON.readValue(tree, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(tree, e);
        }
    }
}
