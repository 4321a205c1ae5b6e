package dev.shoal.cluster;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A cluster, as it was when looked at.
 *
 * @param state what it is good for
 * @param folder where its files are
 * @param settings what it was started with; says nothing where it is stopped
 * @param daemons its processes
 * @param registeredWorkers how many workers the master has
 */
record ClusterStatus(
        State state,
        ClusterFolder folder,
        ClusterSettings settings,
        List<DaemonStatus> daemons,
        int registeredWorkers) {
    /** What a cluster is good for. */
    enum State {
        /** All processes live and answer. */
        RUNNING,
        /** Some processes do not live or do not answer. */
        DEGRADED,
        /** No process lives. */
        STOPPED;

        /** The word for people and programs. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A cluster that is not there. */
    static ClusterStatus stopped(ClusterFolder folder) {
        return new ClusterStatus(State.STOPPED, folder, ClusterSettings.DEFAULT, List.of(), 0);
    }

    /** For people. */
    String text() {
        if (state == State.STOPPED) {
            return "The cluster of " + folder.data() + " is stopped.\n";
        }
        return "The cluster of " + folder.data() + " is " + state.word() + ".\n"
                + line("master", settings.masterUrl())
                + line("page", settings.webUrl())
                + line("workers", registeredWorkers + " of " + settings.workers())
                + line("S3", settings.endpoint() + ", objects in " + folder.objects())
                + line(
                        "S3 keys",
                        new ConfigurationFiles(folder, settings).keys().toString())
                + line("to use it", "export SPARK_CONF_DIR='" + folder.conf() + "'")
                + daemons.stream().map(daemon -> "  " + daemon.text() + "\n").collect(Collectors.joining());
    }

    /** For programs: one object on one line. */
    String json() {
        String head = "{\"state\":" + Json.text(state.word()) + ",\"data\":"
                + Json.text(folder.data().toString());
        if (state == State.STOPPED) {
            return head + "}\n";
        }
        return head
                + ",\"master\":" + Json.text(settings.masterUrl())
                + ",\"page\":" + Json.text(settings.webUrl())
                + ",\"workers\":" + settings.workers()
                + ",\"registeredWorkers\":" + registeredWorkers
                + ",\"s3Endpoint\":" + Json.text(settings.endpoint())
                + ",\"s3Folder\":" + Json.text(folder.objects().toString())
                + ",\"s3Keys\":"
                + Json.text(new ConfigurationFiles(folder, settings).keys().toString())
                + ",\"sparkConfDir\":" + Json.text(folder.conf().toString())
                + ",\"daemons\":["
                + daemons.stream().map(DaemonStatus::json).collect(Collectors.joining(","))
                + "]}\n";
    }

    private static String line(String name, String value) {
        return String.format("  %-10s %s%n", name, value);
    }
}
