package dev.chancery.server;

import dev.chancery.publisher.check.OutsideCheck;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Holds back what may change something until this server has looked at itself from outside, so that what is wrong with the
 * addresses in certificates is known before a certificate carries them. For a few seconds after a start at most: a lab
 * network, where a name may lead nowhere from here, is no reason to refuse.
 */
final class FirstLook extends Handler.Wrapper {
    /** As long as one look takes at the longest when everything but one address answers. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OutsideCheck outside;
    private final Duration patience;
    private volatile boolean over;

    FirstLook(OutsideCheck outside, Duration patience, Handler next) {
        super(next);
        this.outside = outside;
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!over && !reads(request.getMethod())) {
            // Whether it was done or took too long: nobody waits twice.
            var unused = outside.awaitFirst(patience);
            over = true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
