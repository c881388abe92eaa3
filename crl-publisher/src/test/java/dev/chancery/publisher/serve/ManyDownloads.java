package dev.chancery.publisher.serve;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Downloads one file over many connections at the same time, on one thread and with one buffer, so that the heap of the
 * process is the server's. Each body is digested as it comes and compared with the tag of its answer.
 */
final class ManyDownloads implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final byte[] request;
    private final int each;
    private final List<String> tags = new ArrayList<>();
    private int open;

    /** @param each downloads per connection, one after the other */
    ManyDownloads(int port, String path, int connections, int each) throws IOException {
        this.each = each;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Download(channel));
            open++;
        }
    }

    /** The tag of each complete answer; its body was what the tag says. */
    List<String> run() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((Download) key.attachment()).ask();
        }
        while (open > 0) {
            if (selector.select(60_000) == 0) {
                throw new IOException(open + " connections got nothing for a minute");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                ((Download) key.attachment()).read(key);
            }
            selector.selectedKeys().clear();
        }
        return tags;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** One connection. */
    private final class Download {
        private final SocketChannel channel;
        private final MessageDigest digest = sha256();
        private final StringBuilder head = new StringBuilder();
        private boolean inBody;
        private long left;
        private String tag = "";
        private int done;

        Download(SocketChannel channel) {
            this.channel = channel;
        }

        void ask() throws IOException {
            head.setLength(0);
            inBody = false;
            ByteBuffer octets = ByteBuffer.wrap(request);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        }

        void read(SelectionKey key) throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("the server closed a connection in the middle of an answer");
            }
            buffer.flip();
            while (buffer.hasRemaining() && !inBody) {
                head.append((char) buffer.get());
                if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                    begin();
                }
            }
            left -= buffer.remaining();
            digest.update(buffer);
            if (inBody && left == 0) {
                end(key);
            }
        }

        private void begin() throws IOException {
            if (head.indexOf("HTTP/1.1 200 ") != 0) {
                throw new IOException("an answer that is no 200: " + head);
            }
            left = Long.parseLong(field("content-length"));
            tag = field("etag").replace("\"", "");
            inBody = true;
            digest.reset();
        }

        private String field(String name) {
            String text = head.toString();
            int at = text.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
            return text.substring(at + name.length() + 3, text.indexOf('\r', at + 2))
                    .strip();
        }

        private void end(SelectionKey key) throws IOException {
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.startsWith(tag)) {
                throw new IOException("a body with the digest " + found + " under the tag " + tag);
            }
            tags.add(tag);
            if (++done < each) {
                ask();
            } else {
                key.cancel();
                channel.close();
                open--;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
