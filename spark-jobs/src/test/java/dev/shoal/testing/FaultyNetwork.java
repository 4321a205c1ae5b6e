package dev.shoal.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to an HTTP server on which things go wrong: one request for each connection, some of which, as a seed says, are
 * refused, cut, or not answered. No library's proxy does this: each is written to make connections work.
 */
public final class FaultyNetwork implements Closeable {

    private static final String SLOW_DOWN =
            "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
    private static final String INTERNAL =
            "<?xml version=\"1.0\"?><Error><Code>InternalError</Code><Message>We encountered an error.</Message></Error>";

    private final URI server;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty network");
        thread.setDaemon(true);
        return thread;
    });
    private final Random random;
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private final List<Request> requests = new ArrayList<>();
    private long changesLeft = Long.MAX_VALUE;
    private boolean ended;
    private double share;
    private Fault[] kinds;
    private long delayMillis = 100;

    /** What goes wrong with a request. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The server says 503, SlowDown. */
        BUSY,
        /** The server says 500. */
        BROKEN,
        /** The answer comes late. */
        LATE,
        /** The connection is reset before the request is carried out. */
        RESET,
        /** Half of the request's body comes through. */
        CUT_REQUEST,
        /** The request is carried out, the connection ends within the answer's body as if that were all. */
        CUT_ANSWER,
        /** The request is carried out, the connection is reset within the answer's body. */
        RESET_ANSWER,
        /** The request is carried out, and nothing is answered. */
        LOST_ANSWER
    }

    /**
     * A request that was carried out.
     *
     * @param method such as {@code GET}
     * @param target path and query
     * @param range bytes that were asked for, such as {@code bytes=0-9}; empty for all
     * @param bytes of the answer's body
     */
    public record Request(String method, String target, String range, long bytes) {

        private static Request of(String head, long bytes) {
            String[] words = head.substring(0, head.indexOf('\r')).split(" ", 3);
            return new Request(words[0], words[1], HttpMessage.header(head, "range"), bytes);
        }
    }

    private FaultyNetwork(URI server, long seed) throws IOException {
        this.server = server;
        this.random = new Random(seed);
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.kinds = Fault.values();
        threads.execute(this::listen);
    }

    /** Opens a way to a server, on which nothing goes wrong yet. */
    public static FaultyNetwork to(String endpoint, long seed) throws IOException {
        return new FaultyNetwork(URI.create(endpoint), seed);
    }

    /** Where it begins. */
    public String endpoint() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Lets this share of the requests go wrong from now on, in one of these ways. */
    public synchronized void fail(double shareOfRequests, Fault... ways) {
        this.share = shareOfRequests;
        this.kinds = ways.clone();
    }

    /** Carries out so many more requests that change something, and then none of any kind, as if the program died. */
    public synchronized void endAfter(long changes) {
        changesLeft = changes;
    }

    /** Returns how many more changes are carried out. */
    public synchronized long changesLeft() {
        return changesLeft;
    }

    /** Returns the requests that were carried out since the last call. */
    public synchronized List<Request> taken() {
        List<Request> taken = new ArrayList<>(requests);
        requests.clear();
        return taken;
    }

    private synchronized void carriedOut(String head, long bytes) {
        requests.add(Request.of(head, bytes));
    }

    /** Sets how late a late answer is. */
    public synchronized void delay(long millis) {
        this.delayMillis = millis;
    }

    /** Returns how many requests went which way. */
    public synchronized Map<Fault, Integer> happened() {
        return new EnumMap<>(happened);
    }

    private synchronized Fault next(String head) {
        if (!ended && !head.startsWith("GET ") && !head.startsWith("HEAD ")) {
            ended = changesLeft-- <= 0;
        }
        if (ended) {
            return Fault.RESET;
        }
        Fault fault = random.nextDouble() < share ? kinds[random.nextInt(kinds.length)] : Fault.NONE;
        happened.merge(fault, 1, Integer::sum);
        return fault;
    }

    private synchronized long delayMillis() {
        return delayMillis;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) { // Only closing ends it.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = HttpMessage.head(in);
            if (head.isEmpty()) {
                return;
            }
            OutputStream out = client.getOutputStream();
            if (HttpMessage.header(head, "expect").equals("100-continue")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            String length = HttpMessage.header(head, "content-length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            answer(client, out, head, body, next(head));
        } catch (IOException gone) { // The client has gone; so it is with networks.
            return;
        }
    }

    private void answer(Socket client, OutputStream out, String head, byte[] body, Fault fault) throws IOException {
        switch (fault) {
            case BUSY -> out.write(HttpMessage.refusal("503 Slow Down", SLOW_DOWN));
            case BROKEN -> out.write(HttpMessage.refusal("500 Internal Server Error", INTERNAL));
            case RESET -> client.setSoLinger(true, 0);
            case CUT_REQUEST -> {
                exchange(head, body, body.length / 2);
                client.setSoLinger(true, 0);
            }
            case LATE -> {
                sleep(delayMillis());
                out.write(exchange(head, body, body.length));
            }
            case LOST_ANSWER -> {
                exchange(head, body, body.length);
                client.setSoLinger(true, 0);
            }
            case CUT_ANSWER, RESET_ANSWER -> {
                byte[] answer = exchange(head, body, body.length);
                int start = HttpMessage.end(answer);
                out.write(answer, 0, start + (answer.length - start) / 2);
                out.flush();
                client.setSoLinger(fault == Fault.RESET_ANSWER || start == answer.length, 0);
            }
            default -> out.write(exchange(head, body, body.length));
        }
        out.flush();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) { // Then it is late enough.
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a request with some of its body; returns the answer, which ends with the connection. */
    private byte[] exchange(String head, byte[] body, int sent) throws IOException {
        try (Socket to = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = to.getOutputStream();
            out.write(HttpMessage.closing(head).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, sent);
            out.flush();
            if (sent < body.length) {
                to.shutdownOutput();
            }
            InputStream in = new BufferedInputStream(to.getInputStream());
            String answered = HttpMessage.head(in);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(HttpMessage.closing(answered).getBytes(StandardCharsets.ISO_8859_1));
            carriedOut(head, in.transferTo(all));
            return all.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
