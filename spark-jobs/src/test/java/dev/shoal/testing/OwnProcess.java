package dev.shoal.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs among the tests, run in processes of their own: to see how little memory they get along with. */
public final class OwnProcess {

    private OwnProcess() {}

    /**
     * Runs a program with the classes and the open packages of this process.
     *
     * @param heap as Java's option says it, such as {@code -Xmx256m}
     * @return all that it printed
     */
    public static String run(String heap, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = java(classes(), List.of(heap));
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Returns the class path of this process. */
    static String classes() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Returns how a process of Java begins that has the open packages of this one. */
    static List<String> java(String classes, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", classes));
        return command;
    }
}
