package dev.chancery.server.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * One keep-alive connection that sends requests made beforehand and reads the answers away. An HTTP client would take more
 * of the processor than the server it measures; this one has nothing but what a measurement needs (RFC 9112 §6.3, no
 * chunked coding).
 */
final class Wire implements AutoCloseable {
    private static final int ANSWER_MILLIS = 60_000;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[32 * 1024];
    private int filled;
    private int headLength;
    private int bodyLength;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** @param tls believes the server's root; not used for plain HTTP */
    static Wire open(URI server, SSLContext tls) throws IOException {
        if (server.getScheme().equals("https")) {
            return new Wire(tls.getSocketFactory().createSocket(server.getHost(), server.getPort()));
        }
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(server.getHost(), server.getPort()), ANSWER_MILLIS);
        return new Wire(plain);
    }

    /** Sends a GET or POST and waits for the whole answer; its status. */
    int exchange(byte[] request) throws IOException {
        return exchange(request, true);
    }

    /** Sends a HEAD, whose answer has no content whatever its fields say of the length (RFC 9110 §9.3.2). */
    int exchangeHead(byte[] request) throws IOException {
        return exchange(request, false);
    }

    private int exchange(byte[] request, boolean content) throws IOException {
        out.write(request);
        out.flush();
        filled = 0;
        int end = -1;
        while (end < 0) {
            int searched = Math.max(0, filled - END_OF_HEAD.length);
            fill();
            end = indexOf(END_OF_HEAD, searched);
        }
        headLength = end + END_OF_HEAD.length;
        // A 304 has no content, whatever its fields say of the length (RFC 9110 §15.4.5).
        bodyLength = !content || status() == 304 ? 0 : contentLength(end);
        while (filled < headLength + bodyLength) {
            fill();
        }
        return status();
    }

    private int status() {
        return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
    }

    /** A header field of the last answer. */
    Optional<String> field(String name) {
        return new String(buffer, 0, headLength, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Of the last answer. */
    byte[] body() {
        return Arrays.copyOfRange(buffer, headLength, headLength + bodyLength);
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server closed the connection in the middle of an answer");
        }
        filled += read;
    }

    private int contentLength(int end) throws IOException {
        String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            throw new IOException("the server answered without Content-Length");
        }
        int from = at + "\r\ncontent-length:".length();
        int to = head.indexOf('\r', from);
        return Integer.parseInt(
                head.substring(from, to < 0 ? head.length() : to).strip());
    }

    private int indexOf(byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= filled; at++) {
            if (Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing was lost: every answer that counts was read.
        }
    }
}
