package dev.shoal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.StoreRequest;
import dev.shoal.stage.zarr.StoreRequest.Verification;
import dev.shoal.zarr.StoreForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be put into a store; the options have the names that they have in OceanDataStore's ods. */
final class ZarrSources {

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Option(
            names = {"-f", "--filepaths"},
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Files, folders, globs or stores; s3a: and hdfs: too.")
    private List<String> files = new ArrayList<>();

    @Parameters(paramLabel = "STORE", description = "Folder of the store, s3a: and hdfs: too; or icechunk:PATH@BRANCH.")
    private String store = "";

    @Option(
            names = {"-ad", "--append-dim"},
            paramLabel = "NAME",
            description = "Dimension along which files follow each other (default: that of time, else the unlimited"
                    + " one).")
    private String append = "";

    @Option(
            names = {"-v", "--variables"},
            arity = "1..*",
            split = ",",
            paramLabel = "NAME",
            description = "Variables to take, with the coordinates they name (default: all).")
    private List<String> variables = new ArrayList<>();

    @Option(names = "--exclude", split = ",", paramLabel = "NAME", description = "Variables to leave out.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--unpack",
            split = ",",
            paramLabel = "NAME",
            description = "Variables to write as decoded reals, where files pack them in different ways.")
    private List<String> unpacked = new ArrayList<>();

    @Option(
            names = {"-cs", "--chunk-strategy", "--chunks"},
            paramLabel = "CHUNKS",
            description = "Lengths of chunks, as time=15,lat=360 or {\"time\": 15, \"lat\": 360}.")
    private String chunks = "";

    @Option(
            names = {"-gf", "--grid-filepath"},
            paramLabel = "FILE",
            description = "File that further coordinates come from.")
    private String grid = "";

    @Option(
            names = {"-uc", "--update-coords"},
            paramLabel = "NAMES",
            description = "Coordinates to write from the grid file, as nav_lon=glamt,nav_lat=gphit or as JSON.")
    private String coordinates = "";

    @Option(
            names = "--rename",
            paramLabel = "NAMES",
            description = "Other names for variables and dimensions, as time_counter=time or as JSON.")
    private String renames = "";

    @Option(
            names = {"-at", "--attributes"},
            paramLabel = "ATTRIBUTES",
            description = "Attributes to add to the store, as title=Waves or as JSON.")
    private String attributes = "";

    @Option(names = "--verify", description = "Read every chunk back and compare it; write it again where it differs.")
    private boolean verify;

    /** Returns the keys of the object store. */
    ZarrCredentials credentials() {
        return credentials;
    }

    /** Returns what is asked for. */
    StoreRequest request() {
        Map<String, Long> lengths = new LinkedHashMap<>();
        pairs("--chunks", chunks).forEach((name, text) -> lengths.put(name, length(name, text)));
        return new StoreRequest(
                files,
                store,
                append,
                variables,
                excluded,
                unpacked,
                lengths,
                grid,
                pairs("--update-coords", coordinates),
                pairs("--rename", renames),
                pairs("--attributes", attributes),
                verify ? Verification.READ_BACK : Verification.TRUST,
                StoreForm.STANDARD);
    }

    private static long length(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,11}")) {
            throw StageException.configuration("Cannot lay out chunks along '" + name + "': found length '" + text
                    + "', expected a whole number from 1. Correct --chunks.");
        }
        return Long.parseLong(text);
    }

    private static Map<String, String> pairs(String option, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text.isBlank()) {
            return pairs;
        }
        if (text.strip().startsWith("{")) {
            json(option, text)
                    .fields()
                    .forEachRemaining(field -> pairs.put(
                            field.getKey(),
                            field.getValue().asText(field.getValue().toString())));
            return pairs;
        }
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw StageException.configuration("Cannot read " + option + ": found '" + part
                        + "', expected NAME=VALUE with commas between, or a JSON object. Correct it.");
            }
            pairs.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static JsonNode json(String option, String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException error) {
            throw StageException.configuration(
                    "Cannot read " + option + ": found '" + text + "', expected a JSON object ("
                            + error.getOriginalMessage() + "). Correct it.",
                    error);
        }
    }
}
