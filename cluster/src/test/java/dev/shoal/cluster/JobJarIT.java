package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobJarIT {
    private static final Path JOB_JAR = Path.of(System.getProperty("shoal.job.jar", "../spark-jobs/target/shoal.jar"));
    private static final Path SPARK_JARS = Path.of("target", "spark-home", "jars");

    @Test
    void holdsNoClassThatTheSparkHomeHas() throws IOException {
        Set<String> both = classes(JOB_JAR);
        Set<String> home = new HashSet<>();
        for (Path jar : jars(SPARK_JARS)) {
            home.addAll(classes(jar));
        }
        both.retainAll(home);
        assertThat(both).isEmpty();
    }

    @Test
    void holdsWhatTheSparkHomeHasNot() throws IOException {
        assertThat(classes(JOB_JAR))
                .contains(
                        "dev/shoal/plan/Window.class",
                        "io/jhdf/HdfFile.class",
                        "com/bc/zarr/ZarrArray.class",
                        "picocli/CommandLine.class",
                        "org/snakeyaml/engine/v2/api/Load.class");
        try (JarFile jar = new JarFile(JOB_JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("dev.shoal.job.Main");
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith("/dist/echarts.min.js")))
                    .hasSize(1);
        }
    }

    @Test
    void theSparkHomeHoldsNoJarInTwoVersions() throws IOException {
        assertThat(jars(SPARK_JARS).stream()
                        .map(jar -> jar.getFileName().toString())
                        .filter(name -> name.matches("(spark|iceberg|sedona|hadoop)-.*"))
                        .map(name -> name.replaceAll("-\\d+\\.\\d+\\.\\d+\\.jar$", "")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(15);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static Set<String> classes(Path file) throws IOException {
        Set<String> classes = new HashSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.equals("module-info.class"))
                    .forEach(classes::add);
        }
        return classes;
    }
}
