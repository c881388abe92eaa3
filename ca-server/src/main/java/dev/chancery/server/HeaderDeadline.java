package dev.chancery.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose TLS handshake or request header does not come to an end. Jetty's idle timeout is for silence
 * between two octets, so that a client which sends one octet now and then would stay for ever. A body has a deadline of its
 * own, and HTTP/2 its own rules.
 */
final class HeaderDeadline implements Connection.Listener {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final long nanos;
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private final AtomicLong closed = new AtomicLong();

    /** What a connection had done when it last got ahead: requests, octets, and when. */
    private record Progress(long requests, long octets, long when) {}

    HeaderDeadline(Scheduler scheduler, Duration deadline) {
        this.scheduler = scheduler;
        this.nanos = deadline.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection || connection instanceof ConnectionMetaData) {
            open.put(connection, new Progress(connection.getMessagesIn(), 0, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** Looks now, and again every few seconds, until the scheduler stops. */
    void watch() {
        look();
        scheduler.schedule(this::watch, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        long now = System.nanoTime();
        open.forEach((connection, before) -> look(connection, before, now));
    }

    private void look(Connection connection, Progress before, long now) {
        if (connection instanceof SslConnection tls) {
            if (!"NONE".equals(tls.getSSLEngine().getSession().getProtocol())) {
                open.remove(connection); // the handshake is over; the HTTP connection above it is watched
            } else if (now - before.when > nanos) {
                close(connection);
            }
            return;
        }
        long requests = connection.getMessagesIn();
        boolean answering = requests != connection.getMessagesOut();
        boolean silent = connection.getBytesIn() == before.octets;
        if (requests != before.requests || answering || silent) {
            open.replace(connection, before, new Progress(requests, connection.getBytesIn(), now));
        } else if (now - before.when > nanos) {
            close(connection);
        }
    }

    private void close(Connection connection) {
        closed.incrementAndGet();
        open.remove(connection);
        connection.getEndPoint().close();
    }

    /** Connections closed for that reason since the start. */
    long closed() {
        return closed.get();
    }

    int open() {
        return open.size();
    }
}
