package dev.shoal.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on the loopback address that nobody listens on. It looks below the range from which systems take the
 * ports of outgoing connections, so that none of those takes a port between our look and its use.
 */
final class FreePorts {
    private static final int START = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 200;

    private final Set<Integer> given = new HashSet<>();

    /** The port itself, or a free one where it is 0; never the same twice. */
    int portOr(int wanted) throws ClusterException {
        if (wanted != 0) {
            given.add(wanted);
            return wanted;
        }
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(START, END);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new ClusterException("Cannot find a free port between " + START + " and " + END + " on "
                + ClusterSettings.HOST + ". Give ports with --master-port, --web-port and --s3-port.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
