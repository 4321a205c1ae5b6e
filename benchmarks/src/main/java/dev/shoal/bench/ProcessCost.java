package dev.shoal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has taken, by the counts of the system.
 *
 * @param seconds of wall clock
 * @param cpuSeconds of all threads
 * @param bytesRead by all calls that read, from the page cache or not; memory maps are not among them
 */
record ProcessCost(double seconds, double cpuSeconds, long bytesRead) {

    private static final String READ = "rchar: ";

    /** Returns what was taken up to now. */
    static ProcessCost sofar() throws IOException {
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new ProcessCost(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9, read());
    }

    private static long read() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith(READ))
                .mapToLong(line -> Long.parseLong(line.substring(READ.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("Cannot count bytes: /proc/self/io has no line " + READ));
    }

    /** Returns what was taken since an earlier moment. */
    ProcessCost minus(ProcessCost earlier) {
        return new ProcessCost(
                seconds - earlier.seconds, cpuSeconds - earlier.cpuSeconds, bytesRead - earlier.bytesRead);
    }
}
