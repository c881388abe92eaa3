package dev.chancery.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Stands between a browser and the server, speaks TLS to both, and keeps every octet that the browser sends. */
final class TlsRecorder implements AutoCloseable {
    private final TestServer server;
    private final SSLContext towardsServer;
    private final SSLServerSocket socket;
    private final List<ByteArrayOutputStream> heard = new CopyOnWriteArrayList<>();

    private TlsRecorder(TestServer server, SSLServerSocket socket) {
        this.server = server;
        this.towardsServer = TestServer.trusting(server.readyBlock().root().pem());
        this.socket = socket;
    }

    static TlsRecorder before(TestServer server, Path work) throws IOException, GeneralSecurityException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Tool.ok(
                work,
                keytool,
                "-genkeypair",
                "-keystore",
                "recorder.p12",
                "-storepass",
                "changeit",
                "-alias",
                "recorder",
                "-keyalg",
                "EC",
                "-dname",
                "CN=recorder");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(work.resolve("recorder.p12"))) {
            store.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        TlsRecorder recorder = new TlsRecorder(server, (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(recorder::accept);
        return recorder;
    }

    URI uri(String path) {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Each connection's octets behind those of the others, one character for one octet. */
    String heard() {
        return heard.stream()
                .map(one -> one.toString(StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SSLSocket browser = (SSLSocket) socket.accept();
                daemon(() -> connect(browser));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(SSLSocket browser) {
        URI there = server.https("/");
        try {
            SSLSocket behind =
                    (SSLSocket) towardsServer.getSocketFactory().createSocket(there.getHost(), there.getPort());
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            heard.add(record);
            daemon(() -> pump(behind, browser, new ByteArrayOutputStream()));
            pump(browser, behind, record);
        } catch (IOException e) {
            close(browser);
        }
    }

    private static void pump(SSLSocket from, SSLSocket to, ByteArrayOutputStream record) {
        byte[] octets = new byte[16384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                record.write(octets, 0, count);
                out.write(octets, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // A browser closes connections as it likes; what it sent is recorded.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(SSLSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "recorder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
