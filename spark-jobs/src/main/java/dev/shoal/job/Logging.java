package dev.shoal.job;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends what Spark and its libraries log to a file, so that the screen is left for people. */
final class Logging {

    private static final String FILE = "shoal.log.file";
    private static final String CONFIGURATION = "log4j2.configurationFile";

    private Logging() {}

    /** Sets the file up; must come before the first class that logs. A configuration that is set already stays. */
    static void toFile(Path data) {
        if (System.getProperty(CONFIGURATION) == null && System.getProperty("spark.master") == null) {
            System.setProperty(FILE, data.resolve("logs").resolve("shoal.log").toString());
            System.setProperty(CONFIGURATION, "classpath:shoal-log4j2.properties");
        }
        // Threads that log first at the same time would print warnings of their own.
        LoggerFactory.getILoggerFactory();
    }

    /** Returns where the log is. */
    static String file() {
        return System.getProperty(FILE, "of the Spark driver");
    }
}
