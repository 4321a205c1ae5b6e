package dev.shoal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Heads of HTTP messages, as far as a network that passes them on must know them. */
final class HttpMessage {

    private HttpMessage() {}

    /** Returns an answer that refuses. */
    static byte[] refusal(String status, String xml) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + xml.length()
                        + "\r\nConnection: close\r\n\r\n" + xml)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns a head that asks for the end of the connection, and for nothing on the way. */
    static String closing(String head) {
        StringBuilder lines = new StringBuilder();
        for (String line : head.split("\r\n", -1)) {
            String name = line.toLowerCase(Locale.ROOT);
            if (!line.isEmpty() && !name.startsWith("connection:") && !name.startsWith("expect:")) {
                lines.append(line).append("\r\n");
            }
        }
        return lines.append("Connection: close\r\n\r\n").toString();
    }

    /** Returns the value of a header in small letters, or nothing where there is none. */
    static String header(String head, String name) {
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /** Returns where the body begins. */
    static int end(byte[] message) {
        int at = 0;
        while (message[at] != '\r' || message[at + 1] != '\n' || message[at + 2] != '\r') {
            at++;
        }
        return at + 4;
    }

    /** Reads until the empty line; returns nothing where the connection ends before. */
    static String head(InputStream in) throws IOException {
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
}
