package dev.chancery.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/** One connection that sends octets as they are and reads answers as HTTP/1.1 (RFC 9112 §6). */
final class RawHttp implements Closeable {
    /** A server that says nothing for so long hangs; it is generous because the machine may be busy. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** @param status 0 when the server closed the connection without an answer */
    record Answer(int status, boolean keepsOpen) {}

    RawHttp(URI server, SSLContext tls) throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
        this.socket = server.getScheme().equals("https")
                ? tls.getSocketFactory().createSocket(plain, server.getHost(), server.getPort(), true)
                : plain;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @throws java.net.SocketTimeoutException when the server hangs */
    Answer send(byte[] head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(body);
        try {
            socket.getOutputStream().write(request.toByteArray());
            String status = line();
            boolean keeps = true;
            long length = 0;
            boolean chunked = false;
            for (String field = line(); !field.isEmpty(); field = line()) {
                String lower = field.toLowerCase(Locale.ROOT);
                keeps &= !lower.equals("connection: close");
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
            }
            skip(length, chunked);
            return new Answer(Integer.parseInt(status.split(" ")[1]), keeps);
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // Closed on us: that is a way to refuse as well.
            return new Answer(0, false);
        }
    }

    private void skip(long length, boolean chunked) throws IOException {
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            in.skipNBytes(size + 2L);
        }
        line();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
