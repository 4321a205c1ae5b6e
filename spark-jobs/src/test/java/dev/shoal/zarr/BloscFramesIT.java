package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.codec.Blosc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Shoal packs with Blosc, unpacked by c-blosc. */
final class BloscFramesIT {

    @TempDir
    Path folder;

    @Test
    void cBloscUnpacksEveryFrame() throws Exception {
        OutsideProgram.requirePython();
        int frames = 0;
        for (String name : Blosc.WRITABLE) {
            for (int shuffle = 0; shuffle <= 2; shuffle++) {
                for (int level : new int[] {0, 1, 5, 7}) {
                    for (int elementBytes : new int[] {1, 2, 4, 8, 17}) {
                        for (int size : new int[] {1, 5, 128, 4097, 300_008}) {
                            write(new Blosc(name, level, shuffle, elementBytes), size, frames++);
                        }
                    }
                }
            }
        }

        assertThat(OutsideProgram.python(Path.of("src/test/resources/dev/shoal/zarr/check_blosc.py"), folder.toString())
                        .trim())
                .isEqualTo(String.valueOf(frames));
    }

    private void write(Blosc blosc, int size, int number) throws Exception {
        byte[] plain = new byte[size];
        Random random = new Random(number);
        for (int i = 0; i < size; i++) {
            boolean noise = i / 7000 % 3 == 0;
            plain[i] = (byte) (noise ? random.nextInt() : i / blosc.elementBytes() / 16 * (i % blosc.elementBytes()));
        }
        Files.write(folder.resolve(number + ".plain"), plain);
        Files.write(folder.resolve(number + ".blosc"), blosc.encode(plain));
    }
}
