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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
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

    /** Sets how late a late answer is. */
    public synchronized void delay(long millis) {
        this.delayMillis = millis;
    }

    /** Returns how many requests went which way. */
    public synchronized Map<Fault, Integer> happened() {
        return new EnumMap<>(happened);
    }

    private synchronized Fault next() {
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
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            OutputStream out = client.getOutputStream();
            if (header(head, "expect").equals("100-continue")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            String length = header(head, "content-length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            answer(client, out, head, body, next());
        } catch (IOException gone) { // The client has gone; so it is with networks.
            return;
        }
    }

    private void answer(Socket client, OutputStream out, String head, byte[] body, Fault fault) throws IOException {
        switch (fault) {
            case BUSY -> out.write(refusal("503 Slow Down", SLOW_DOWN));
            case BROKEN -> out.write(refusal("500 Internal Server Error", INTERNAL));
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
                int start = end(answer);
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
            out.write(closing(head).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, 0, sent);
            out.flush();
            if (sent < body.length) {
                to.shutdownOutput();
            }
            InputStream in = new BufferedInputStream(to.getInputStream());
            String answered = head(in);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(closing(answered).getBytes(StandardCharsets.ISO_8859_1));
            in.transferTo(all);
            return all.toByteArray();
        }
    }

    private static byte[] refusal(String status, String xml) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + xml.length()
                        + "\r\nConnection: close\r\n\r\n" + xml)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns a head that asks for the end of the connection, and for nothing on the way. */
    private static String closing(String head) {
        StringBuilder lines = new StringBuilder();
        for (String line : head.split("\r\n", -1)) {
            String name = line.toLowerCase(Locale.ROOT);
            if (!line.isEmpty() && !name.startsWith("connection:") && !name.startsWith("expect:")) {
                lines.append(line).append("\r\n");
            }
        }
        return lines.append("Connection: close\r\n\r\n").toString();
    }

    private static String header(String head, String name) {
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /** Returns where the body begins. */
    private static int end(byte[] message) {
        int at = 0;
        while (message[at] != '\r' || message[at + 1] != '\n' || message[at + 2] != '\r') {
            at++;
        }
        return at + 4;
    }

    /** Reads until the empty line; returns nothing where the connection ends before. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
