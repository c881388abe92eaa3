package dev.chancery.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a handler that may wait run on a thread of the pool, so that those before it, which never wait, are called by the
 * thread that reads requests. Answers every request.
 */
final class OnThreads extends Handler.Wrapper {
    OnThreads(Handler handler) {
        super(handler);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        request.getComponents().getExecutor().execute(() -> run(request, response, callback));
        return true;
    }

    private void run(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            // As Jetty does for a handler that it calls itself: nothing may be left without an answer.
            Response.writeError(request, response, callback, e);
        }
    }
}
