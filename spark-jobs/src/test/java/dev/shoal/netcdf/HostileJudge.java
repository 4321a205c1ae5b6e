package dev.shoal.netcdf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks netCDF4-python, in a process of its own, what it makes of a damaged file. */
final class HostileJudge implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final Process python;
    private final Writer questions;
    private final BufferedReader answers;

    /** Starts the process. */
    HostileJudge() throws IOException {
        python = Scripts.prepare("judge_damaged.py").start();
        questions = new OutputStreamWriter(python.getOutputStream(), StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns what the reference reader says of a file. */
    synchronized JsonNode ask(Path path) {
        try {
            questions.write(path + "\n");
            questions.flush();
            return json.readTree(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        questions.close();
        answers.close();
        python.destroy();
    }
}
