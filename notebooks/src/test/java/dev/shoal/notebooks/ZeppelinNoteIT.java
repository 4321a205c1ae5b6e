package dev.shoal.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Runs the paragraphs of the Zeppelin note without Zeppelin, whose server is not on Maven Central in whole. */
class ZeppelinNoteIT {

    @Test
    void everyParagraphOfSqlHasAnAnswerUnderTheSettingsOfTheNote() throws IOException, InterruptedException {
        String data = Demo.folder().toString();
        List<String> queries = Note.paragraphs(Note.read(Note.ZEPPELIN), "%spark.sql");

        try (SparkSession spark = session(data)) {
            assertThat(queries)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(query -> assertThat(spark.sql(query).limit(1).collectAsList())
                            .isNotEmpty());
        }
    }

    private static SparkSession session(String data) throws IOException {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("zeppelin")
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2);
        for (String settings : Note.paragraphs(Note.read(Note.ZEPPELIN), "%spark.conf")) {
            assertThat(settings).contains("/data/shoal-data");
            for (String line :
                    settings.replace("/data/shoal-data", data).lines().toList()) {
                String[] setting = line.split(" ", 2);
                builder.config(setting[0], setting[1]);
            }
        }
        return builder.getOrCreate();
    }
}
