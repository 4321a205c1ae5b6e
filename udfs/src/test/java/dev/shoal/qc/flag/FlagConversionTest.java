package dev.shoal.qc.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagConversionTest {

    /** Of all rows of all tables of a version: a row that changes needs a new version, and then a new digest here. */
    private static final String ROWS_OF_VERSION_1 = "33314b858c034f2c103526b3c70dfcac3acee5b2cfb657a41b77ef738ab09cbc";

    @Test
    void hasARowForEveryCode() {
        for (FlagConversion conversion : conversions()) {
            List<FlagCode> read =
                    conversion.rows().stream().map(FlagConversion.Row::from).toList();
            assertThat(read).isEqualTo(conversion.from().codes());
            for (FlagConversion.Row row : conversion.rows()) {
                byte flag = conversion.from().stored(row.from());
                assertThat(conversion.convert(flag)).isEqualTo(conversion.to().stored(row.to()));
            }
        }
    }

    @Test
    void changesNothingFromASchemeToItself() {
        for (FlagScheme scheme : FlagScheme.all()) {
            FlagConversion same = FlagConversion.of(scheme, scheme);
            assertThat(same.losses()).isEmpty();
            assertThat(same.convert(scheme.values())).isEqualTo(scheme.values());
        }
    }

    @Test
    void comesBackFromEveryRowThatLosesNothing() {
        for (FlagConversion there : conversions()) {
            if (there.from().name().equals("wod")) {
                continue;
            }
            FlagConversion back = FlagConversion.of(there.to(), there.from());
            for (FlagConversion.Row row : there.rows()) {
                if (row.losesNothing()) {
                    assertThat(back.convert(there.to().stored(row.to())))
                            .isEqualTo(there.from().stored(row.from()));
                }
            }
        }
    }

    @Test
    void returnsQartodFlagsFromEveryScheme() {
        FlagScheme qartod = FlagScheme.named("qartod");
        for (FlagScheme other : FlagScheme.all()) {
            if (other.name().equals("wod")) {
                continue;
            }
            byte[] there = FlagConversion.of(qartod, other).convert(QcFlag.codes());
            byte[] back = FlagConversion.of(other, qartod).convert(there);
            assertThat(back).as(other.name()).isEqualTo(expectedBack(other));
        }
    }

    /** No code of a bottle's leaves a value unjudged. */
    private static byte[] expectedBack(FlagScheme other) {
        return other.name().equals("woce-bottle") ? new byte[] {1, 3, 3, 4, 9} : QcFlag.codes();
    }

    @Test
    void readsProbablyGoodEitherWay() {
        FlagScheme argo = FlagScheme.named("RR2");
        FlagScheme qartod = FlagScheme.named("IOC54");
        assertThat(FlagConversion.of(argo, qartod).convert(bytes("0123458 9")))
                .containsExactly(2, 1, 3, 3, 4, 3, 3, 9, 9);
        assertThat(FlagConversion.of(argo, qartod, Reading.LENIENT).convert(bytes("0123458 9")))
                .containsExactly(2, 1, 1, 3, 4, 1, 1, 9, 9);
    }

    @Test
    void readsNumbersAndCharacters() {
        FlagConversion conversion = FlagConversion.of(FlagScheme.named("sdn"), FlagScheme.named("qartod"));
        assertThat(conversion.convert(new byte[] {1, '1', 4, '4', 'Q', 'B', 7, '7'}))
                .containsExactly(1, 1, 4, 4, 3, 2, 3, 3);
    }

    @Test
    void findsTablesByName() {
        for (FlagConversion conversion : conversions()) {
            assertThat(FlagConversion.named(conversion.name()).name()).isEqualTo(conversion.name());
        }
        assertThat(FlagConversion.named("l20-to-woce-bottle").name()).isEqualTo("seadatanet-to-woce-bottle/cautious");
        assertThatThrownBy(() -> FlagConversion.named("argo-qartod"))
                .hasMessage("Cannot find the conversion of flags argo-qartod: expected a name such as"
                        + " argo-to-qartod/lenient or argo-to-qartod/cautious.");
    }

    @Test
    void convertsCharactersToCharacters() {
        assertThat(FlagConversion.named("argo-to-qartod/lenient").convert("0123459 "))
                .isEqualTo("21134199");
        assertThat(FlagConversion.named("woce-bottle-to-l20").convert("123456789"))
                .isEqualTo("913491139");
        assertThatThrownBy(() -> FlagConversion.named("argo-to-qartod").convert("17"))
                .hasMessage("Cannot convert the flag '7' from argo to qartod: expected one of 0, 1, 2, 3, 4, 5, 8, 9.");
    }

    @Test
    void saysWhatARowLoses() {
        FlagConversion conversion = FlagConversion.of(FlagScheme.named("oceansites"), FlagScheme.named("woce-ctd"));
        assertThat(conversion.name()).isEqualTo("oceansites-to-woce-ctd/cautious");
        assertThat(conversion.version()).isEqualTo("1");
        assertThat(conversion.losses())
                .extracting(row -> row.from().code() + " " + row.to().code() + " " + row.loses())
                .containsExactly(
                        "0 1 that nobody said it was not calibrated",
                        "2 3 that it is probably good",
                        "3 3 that it may be adjusted; that it is rather bad than of high interest",
                        "7 1 that it was intended, not measured; that nobody said it was not calibrated",
                        "9 9 that a measurement may have been made");
    }

    @Test
    void refusesCodesItDoesNotKnow() {
        FlagConversion conversion = FlagConversion.of(FlagScheme.named("argo"), FlagScheme.named("qartod"));
        assertThatThrownBy(() -> conversion.convert(bytes("117")))
                .hasMessage("Cannot convert the flag '7' at index 2 from argo to qartod: expected one of 0, 1, 2, 3, 4,"
                        + " 5, 8, 9.");
        assertThatThrownBy(() -> conversion.convert((byte) -128))
                .hasMessage(
                        "Cannot convert the flag -128 from argo to qartod: expected one of 0, 1, 2, 3, 4, 5, 8, 9.");
    }

    @Test
    void refusesToNameACheckNobodyMade() {
        assertThatThrownBy(() -> FlagConversion.of(FlagScheme.named("argo"), FlagScheme.named("wod")))
                .hasMessage("Cannot convert flags from argo to wod: wod has no code for no_qc. Choose a scheme that"
                        + " has.");
    }

    @Test
    void keepsItsRowsUnderAVersion() throws NoSuchAlgorithmException {
        StringBuilder rows = new StringBuilder();
        for (FlagConversion conversion : conversions()) {
            rows.append(conversion.name())
                    .append(' ')
                    .append(conversion.version())
                    .append('\n');
            for (FlagConversion.Row row : conversion.rows()) {
                rows.append(row.from().code())
                        .append(row.to().code())
                        .append(row.loses())
                        .append('\n');
            }
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(rows.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(ROWS_OF_VERSION_1);
    }

    private static List<FlagConversion> conversions() {
        List<FlagConversion> conversions = new ArrayList<>();
        for (FlagScheme from : FlagScheme.all()) {
            for (FlagScheme to : FlagScheme.all()) {
                for (Reading reading : Reading.values()) {
                    if (from.equals(to) || !to.name().equals("wod")) {
                        conversions.add(FlagConversion.of(from, to, reading));
                    }
                }
            }
        }
        return conversions;
    }

    private static byte[] bytes(String flags) {
        return flags.getBytes(StandardCharsets.US_ASCII);
    }
}
