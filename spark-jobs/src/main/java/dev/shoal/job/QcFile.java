package dev.shoal.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.spec.QcProfile;
import dev.shoal.spec.QcSpec;
import dev.shoal.spec.QcText;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads QC configurations out of files: YAML and JSON, and the attributes that ioos_qc puts into NetCDF: one global
 * {@code ioos_qc_config} in JSON, or on each flag variable {@code ioos_qc_module}, {@code ioos_qc_test},
 * {@code ioos_qc_target} and {@code ioos_qc_config}.
 */
final class QcFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIG = "ioos_qc_config";
    private static final String TARGET = "ioos_qc_target";

    private QcFile() {}

    static QcSpec read(String path, QcProfile profile) {
        return path.matches("(?i).*\\.(nc|nc4|cdf)")
                ? new QcSpec(attributes(path, profile))
                : QcText.spec(RunCommand.read(path), path, profile);
    }

    private static QcConfiguration attributes(String path, QcProfile profile) {
        try (ArrayFile file = ArrayStores.open(path, RunCommand.storage())) {
            Optional<String> global = file.header().attributes().text(CONFIG);
            if (global.isPresent()) {
                return QcText.parse(global.get(), path, profile);
            }
            Map<String, Map<String, Map<String, Object>>> tree = new LinkedHashMap<>();
            for (VariableHeader variable : file.header().variables()) {
                variable.attributes().text(TARGET).ifPresent(target -> add(tree, target, variable, path));
            }
            if (tree.isEmpty()) {
                throw StageException.configuration("Cannot read tests from '" + path
                        + "': found neither a global attribute ioos_qc_config nor flag variables with ioos_qc_target."
                        + " Give them in a YAML or JSON file.");
            }
            return QcText.of(tree, path, profile);
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    private static void add(
            Map<String, Map<String, Map<String, Object>>> tree, String target, VariableHeader flags, String path) {
        String module = flags.attributes().text("ioos_qc_module").orElse("qartod");
        String test = flags.attributes().text("ioos_qc_test").orElse("");
        String config = flags.attributes().text(CONFIG).orElse("{}");
        try {
            tree.computeIfAbsent(target, name -> new LinkedHashMap<>())
                    .computeIfAbsent(module, name -> new LinkedHashMap<>())
                    .put(test, JSON.readValue(config, Map.class));
        } catch (JsonProcessingException error) {
            throw StageException.configuration(
                    "Cannot read tests from '" + path + "': the attribute ioos_qc_config of '" + flags.name()
                            + "' is no JSON object: " + error.getOriginalMessage(),
                    error);
        }
    }
}
