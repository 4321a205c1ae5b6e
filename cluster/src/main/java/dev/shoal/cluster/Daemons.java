package dev.shoal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the processes of a cluster and how each is started. */
record Daemons(ClusterFolder folder, SparkHome home, ClusterSettings settings) {
    /**
     * A port that is taken must be an error: Spark's way is to take the next one, and then nobody finds it. Masters and
     * workers compute nothing themselves, so their code is not compiled fully.
     */
    private static final String DAEMON_OPTIONS =
            "-Dspark.port.maxRetries=0 -Dspark.master.rest.enabled=false -XX:TieredStopAtLevel=1";

    /** All, in the order in which they start. */
    List<Daemon> all() throws ClusterException {
        List<Daemon> all = new ArrayList<>();
        all.add(objectStore());
        all.add(master());
        all.addAll(workers());
        return all;
    }

    /** The S3 server. */
    Daemon objectStore() throws ClusterException {
        return daemon(
                "s3",
                List.of(
                        SparkHome.javaHome().resolve("bin/java").toString(),
                        "-Xmx" + settings.daemonMemory(),
                        "-jar",
                        home.objectStoreJar().toString(),
                        "--properties",
                        new ConfigurationFiles(folder, settings).objectStore().toString()),
                Map.of());
    }

    /** The Spark master. */
    Daemon master() {
        return spark(
                "master",
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        ClusterSettings.HOST,
                        "--port",
                        Integer.toString(settings.masterPort()),
                        "--webui-port",
                        Integer.toString(settings.webPort())));
    }

    /** The Spark workers. */
    List<Daemon> workers() {
        List<Daemon> workers = new ArrayList<>();
        for (int i = 1; i <= settings.workers(); i++) {
            workers.add(spark(
                    "worker-" + i,
                    List.of(
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            ClusterSettings.HOST,
                            "--port",
                            "0",
                            "--webui-port",
                            "0",
                            "--cores",
                            Integer.toString(settings.cores()),
                            "--memory",
                            settings.memory(),
                            settings.masterUrl())));
        }
        return workers;
    }

    private Daemon spark(String name, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(home.sparkClass().toString());
        command.addAll(words);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", SparkHome.javaHome().toString());
        environment.put("SHOAL_SPARK_HOME", home.home().toString());
        environment.put("SPARK_CONF_DIR", folder.conf().toString());
        environment.put("SPARK_DAEMON_MEMORY", settings.daemonMemory());
        environment.put("SPARK_DAEMON_JAVA_OPTS", DAEMON_OPTIONS);
        environment.put("SPARK_WORKER_DIR", folder.work().toString());
        environment.put("SPARK_LOCAL_DIRS", folder.scratch().toString());
        return daemon(name, command, environment);
    }

    private Daemon daemon(String name, List<String> command, Map<String, String> environment) {
        return new Daemon(
                name,
                command,
                environment,
                new PidFile(folder.pids().resolve(name + ".pid")),
                folder.logs().resolve(name + ".log"));
    }
}
