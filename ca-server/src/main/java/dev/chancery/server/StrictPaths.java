package dev.chancery.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses paths that two readers may understand differently, such as {@code /api%2Fv1} and {@code /api//v1}, as Jetty does
 * by itself on a listener that was not told to take them for OCSP's sake (RFC 6960 appendix A.1).
 */
final class StrictPaths extends Handler.Wrapper {
    StrictPaths(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI uri = request.getHttpURI();
        if (uri.hasViolations() && !uri.getViolations().stream().allMatch(UriCompliance.DEFAULT::allows)) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(request, response, callback);
    }
}
