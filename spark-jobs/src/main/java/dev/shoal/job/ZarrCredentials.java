package dev.shoal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.stage.StageException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** How a command comes to the keys of an object store. */
final class ZarrCredentials {

    @Option(
            names = {"-c", "--credentials"},
            paramLabel = "FILE.json",
            description = "Keys of the object store: token, secret, endpoint_url, as for ods.")
    private String file = "";

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Hadoop's file systems, such as fs.s3a.endpoint=...; may be given again.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Gives the keys to the file systems of a session. */
    void apply(SparkSession spark) {
        apply(spark.sparkContext().hadoopConfiguration());
    }

    /** Returns settings of file systems with the keys, for what needs no session. */
    Configuration configuration() {
        Configuration conf = RunCommand.storage();
        apply(conf);
        return conf;
    }

    private void apply(Configuration conf) {
        if (!file.isEmpty()) {
            JsonNode json = json();
            set(conf, "fs.s3a.access.key", json.path("token").asText());
            set(conf, "fs.s3a.secret.key", json.path("secret").asText());
            set(conf, "fs.s3a.endpoint", json.path("endpoint_url").asText());
            conf.setBoolean("fs.s3a.path.style.access", true);
        }
        settings.forEach(conf::set);
    }

    private JsonNode json() {
        try {
            JsonNode json = new ObjectMapper().readTree(RunCommand.read(file));
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException notJson) { // What is wrong with it may hold a secret, and is not shown.
            throw refused();
        }
        throw refused();
    }

    private StageException refused() {
        return StageException.configuration("Cannot read the credentials '" + file
                + "': found no JSON object, expected one with token, secret and endpoint_url. Correct the file.");
    }

    private static void set(Configuration conf, String key, String value) {
        if (!value.isEmpty()) {
            conf.set(key, value);
        }
    }
}
