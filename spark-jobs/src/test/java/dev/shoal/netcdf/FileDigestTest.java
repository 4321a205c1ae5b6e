package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {

    @TempDir
    Path folder;

    @Test
    void isThatOfMd5sumAndSha256sum() throws IOException {
        Path path = Files.write(folder.resolve("a b.txt"), "abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(FileDigest.of(path.toString(), new Configuration()))
                .isEqualTo(new FileDigest(
                        "900150983cd24fb0d6963f7d28e17f72",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                        3));
    }

    @Test
    void countsAFileOfSeveralPieces() throws IOException {
        Path path = Files.write(folder.resolve("zeros"), new byte[2_500_000]);

        assertThat(FileDigest.of(path.toUri().toString(), new Configuration()))
                .isEqualTo(new FileDigest(
                        "d278b9a1a5957ce0af8086018ae106b0",
                        "382ec408afd51de29f84bd9d5b43cdfebe2f89532950e0259fdfb2271894b6de",
                        2_500_000));
    }
}
