package dev.shoal.job;

import dev.shoal.testing.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What came of a command.
 *
 * @param exitCode see {@link ExitCode}
 * @param output printed as the result
 * @param messages printed for people beside it
 */
record CommandLineRun(int exitCode, String output, String messages) {

    /** Runs a command as a user does, with a Spark session of its own. */
    static CommandLineRun of(String... arguments) {
        SharedSpark.stop();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new CommandLineRun(
                    code, output.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
