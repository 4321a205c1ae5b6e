package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.qc.field.FieldPlaces;
import dev.shoal.qc.field.GriddedField;
import dev.shoal.spec.FieldSpec;
import dev.shoal.spec.QcProfile;
import dev.shoal.spec.QcSpec;
import dev.shoal.spec.QcText;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldFilesTest {

    private static final String MONTHS = "months since 1955-01-01 00:00:00";

    @TempDir
    private Path folder;

    private RunSpec looked(String fields) {
        QcSpec qc = QcText.spec(fields, folder.resolve("qc.yaml").toString(), QcProfile.SHOAL);
        SourceSpec source = new SourceSpec(List.of("none"), List.of(), SourceSpec.Kind.OBSERVATIONS);
        return FieldFiles.looked(RunSpec.review(source, qc), new Configuration());
    }

    private GriddedField read(String fields) throws IOException {
        FieldSpec spec = looked(fields).fields().fields().get(0);
        try (FieldFile file = FieldFile.open(spec, new Configuration())) {
            return file.read();
        }
    }

    private static double at(GriddedField field, double lat, double lon, double depth, String time) {
        FieldPlaces place = new FieldPlaces(new double[] {lat}, new double[] {lon}, new double[] {depth}, new long[] {
            Instant.parse(time).toEpochMilli() * 1000
        });
        return field.sample(place, 1)[0];
    }

    @Test
    void readsMonthsAndLevels() throws IOException {
        SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        GriddedField field = read("fields: {mean: {path: woa.nc, variable: t_an}}");
        assertThat(at(field, 33.2, -61.7, 30, "2020-08-03T00:00:00Z"))
                .isCloseTo(SmallFields.mean(33.2, -61.7, 30, 8), within(1e-4));
        assertThat(field.bytes()).isEqualTo(12L * 5 * 17 * 25 * 4);
        assertThat(field.hasDepth() && field.hasTime()).isTrue();
        GriddedField nearest = read(
                "fields: {mean: {path: woa.nc, variable: sea_water_temperature, method: nearest, factor: 2, offset: 1}}");
        assertThat(at(nearest, 33.2, -61.7, 29, "2020-08-31T23:00:00Z"))
                .isCloseTo(1 + 2 * SmallFields.mean(35, -60, 10, 8), within(1e-4));
    }

    @Test
    void readsElevationsAsDepths() throws IOException {
        SmallFields.elevations(folder.resolve("etopo.nc"));
        GriddedField field = read("fields: {sea_floor_depth: {path: etopo.nc, variable: z, factor: -1}}");
        assertThat(at(field, 33.2, -61.5, Double.NaN, "2020-08-03T00:00:00Z")).isCloseTo(23.5, within(1e-4));
        assertThat(field.hasDepth() || field.hasTime()).isFalse();
    }

    @Test
    void aVariableThatIsNotThereIsToldWithTheNearest() throws IOException {
        SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        assertThatThrownBy(
                        () -> looked("fields: {mean: {path: woa.nc, variable: t_am}, s: {path: no.nc, variable: x}}"))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("Cannot take the field 'mean' from variable 't_am' of '" + folder
                        + "/woa.nc': there is no variable of that name or CF standard name. Did you mean t_an?"
                        + " There are: t_an, t_sd, t_dd.")
                .hasMessageContaining("Cannot take the field 's': ")
                .hasMessageContaining("no.nc");
    }

    @Test
    void stepsThatAreNoYearAreToldAndCanBeNamed() throws IOException {
        SmallFields.climatology(folder.resolve("woa.nc"), 0, "days since 2000-01-01");
        assertThatThrownBy(() -> looked("fields: {mean: {path: woa.nc, variable: t_an}}"))
                .hasMessageContaining("found 12 steps of time that are not told to be the months, quarters or days of"
                        + " one year. Say with 'cycle' what they are (month, season, season-djf, day)");
        assertThat(looked("fields: {mean: {path: woa.nc, variable: t_an, cycle: month}}")
                        .fields()
                        .fields())
                .hasSize(1);
        assertThatThrownBy(() -> looked("fields: {mean: {path: woa.nc, variable: t_an, cycle: season}}"))
                .hasMessageContaining("found 12 steps of the year, expected 4 steps. Cut the file");
    }

    @Test
    void fieldsThatTakeTooMuchAreRefused() throws IOException {
        SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        assertThatThrownBy(() -> looked("{fields-memory: 64 kB, fields: {mean: {path: woa.nc, variable: t_an}}}"))
                .hasMessage("Cannot hold the fields {mean=102000} (bytes): they take 102000 bytes, expected at most"
                        + " 64000. Cut their files to the region and levels of the observations, or allow more with"
                        + " qc.fields-memory.");
    }

    @Test
    void whatIsWrongWithTheKeysIsToldTogether() {
        assertThatThrownBy(() -> looked("""
                        fields:
                          lat: {path: a.nc, variable: x}
                          mean: {path: a.nc, variabel: x}
                          a: {path: a.nc, variable: x, as: m, for: [temp, psal]}
                          b: {path: a.nc, variable: x, as: m, for: psal}
                          c: {path: a.nc, variable: x, as: m, method: lineal}
                        """))
                .hasMessageContaining("'fields.lat' is what observations have of their own as 'lat'.")
                .hasMessageContaining("Unknown key 'fields.mean.variabel'. Did you mean variable?")
                .hasMessageContaining("'fields.b' and 'a' are both 'm' for the same variables.")
                .hasMessageContaining("'fields.c.method' is 'lineal', expected one of these. Did you mean linear?");
    }

    @Test
    void aChangedFileIsAnotherRunWithTheSameValues() throws IOException {
        Path file = SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        String fields = "fields: {mean: {path: woa.nc, variable: t_an}}";
        RunSpec before = looked(fields);
        assertThat(looked(fields).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(looked(fields.replace("t_an", "t_sd")).fingerprint()).isNotEqualTo(before.fingerprint());
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_600_000_000_000L));
        RunSpec after = looked(fields);
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
        assertThat(after.valuesFingerprint()).isEqualTo(before.valuesFingerprint());
    }

    @Test
    void aVariableFindsItsOwnFieldBeforeThatOfAll() throws IOException {
        SmallFields.climatology(folder.resolve("woa.nc"), 0, MONTHS);
        RunSpec spec = looked("""
                fields:
                  all: {path: woa.nc, variable: t_sd, as: mean}
                  own: {path: woa.nc, variable: t_an, as: mean, for: [temp]}
                """);
        assertThat(spec.fields().named("mean", List.of("temp")).map(FieldSpec::name))
                .contains("own");
        assertThat(spec.fields().named("mean", List.of("psal")).map(FieldSpec::name))
                .contains("all");
        assertThat(spec.fields().named("own", List.of("temp"))).isEmpty();
        assertThat(FieldFiles.read(
                        spec.fields(), new ObservationTable(List.of(), Map.of(), Map.of()), new Configuration()))
                .isNotNull();
    }
}
