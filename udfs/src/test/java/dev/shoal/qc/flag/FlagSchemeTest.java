package dev.shoal.qc.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlagSchemeTest {

    @Test
    void holdsTheFlagsOurTestsGive() {
        FlagScheme qartod = FlagScheme.named("qartod");
        assertThat(qartod.values()).isEqualTo(QcFlag.codes());
        assertThat(qartod.meanings()).isEqualTo(QcFlag.meanings());
    }

    @Test
    void writesCharactersWhereTheSchemeDoes() {
        FlagScheme seadatanet = FlagScheme.named("L20");
        assertThat(seadatanet.values()).isEqualTo(new byte[] {48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 65, 66, 81});
        assertThat(seadatanet.code((byte) 81).meaning()).isEqualTo("value_below_limit_of_quantification");
        assertThat(seadatanet.code((byte) 9)).isEqualTo(seadatanet.code((byte) 57));
    }

    @Test
    void leavesAFilesFillOutOfItsValues() {
        FlagScheme argo = FlagScheme.named("argo");
        assertThat(argo.values()).isEqualTo(new byte[] {'0', '1', '2', '3', '4', '5', '8', '9'});
        assertThat(argo.knows((byte) ' ')).isTrue();
        assertThat(argo.knows((byte) '6')).isFalse();
    }

    @Test
    void namesEveryCodeOnceAndInOneWord() {
        for (FlagScheme scheme : FlagScheme.all()) {
            assertThat(scheme.codes()).extracting(FlagCode::code).doesNotHaveDuplicates();
            assertThat(scheme.codes()).extracting(FlagCode::meaning).doesNotHaveDuplicates();
            assertThat(scheme.meanings()).matches("\\w+( \\w+)*");
            assertThat(scheme.meanings().split(" ")).hasSameSizeAs(scheme.values());
        }
    }

    @Test
    void knowsSchemesByTheNamesOfTheirVocabularies() {
        assertThat(FlagScheme.all().stream().map(FlagScheme::name).collect(Collectors.joining(" ")))
                .isEqualTo("qartod seadatanet argo oceansites copernicus woce-ctd woce-bottle gtspp wod");
        assertThat(FlagScheme.named("EMSO")).isEqualTo(FlagScheme.named("oceansites"));
        assertThatThrownBy(() -> FlagScheme.named("imos"))
                .hasMessage("Cannot find the flag scheme imos: expected one of qartod, seadatanet, argo, oceansites,"
                        + " copernicus, woce-ctd, woce-bottle, gtspp, wod.");
    }

    @Test
    void refusesCodesItDoesNotKnow() {
        assertThatThrownBy(() -> FlagScheme.named("qartod").code((byte) 7))
                .hasMessage("Cannot read the flag 7 as one of qartod: expected one of 1, 2, 3, 4, 9.");
    }
}
