package dev.chancery.publisher.serve;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.publisher.fetchers.Fetchers;
import dev.chancery.publisher.publish.PublishedCrls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /crl/…} and {@code /ca/…}: no login, no cookie, no redirect, no content negotiation (STANDARDS.md "HTTP serving").
 * Passes every other path on.
 */
public final class PublicationHandler extends Handler.Abstract.NonBlocking {
    private final IssuerRegistry issuers;
    private final CrlFiles crlFiles;
    private final CaFiles caFiles;
    private final FileReply reply;

    /**
     * @param scratch a directory for files without a name, as long as they are served
     * @param fetchers told of everybody who has fetched a CRL
     * @param ownUserAgent by which this server knows its own requests
     */
    public PublicationHandler(
            IssuerRegistry issuers,
            PublishedCrls published,
            Path scratch,
            Fetchers fetchers,
            String ownUserAgent,
            Clock clock) {
        this.issuers = issuers;
        this.crlFiles = new CrlFiles(published, scratch);
        this.caFiles = new CaFiles();
        this.reply = new FileReply(fetchers, ownUserAgent, clock);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        boolean crl = path.startsWith("/crl/");
        if (!crl && !path.startsWith("/ca/")) {
            return false;
        }
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            say(HttpStatus.METHOD_NOT_ALLOWED_405, "This address answers GET and HEAD.", response, callback);
            return true;
        }
        String file = path.substring(crl ? 5 : 4);
        Optional<ServedFile> found = crl ? crlFiles.find(file) : caFiles.find(file, issuers);
        if (found.isPresent()) {
            reply.send(found.get(), request, response, callback);
        } else if (crl && isCrlOfKnownCa(file)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
            say(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "The first revocation list of this CA is not published yet.",
                    response,
                    callback);
        } else {
            say(
                    HttpStatus.NOT_FOUND_404,
                    "No CA of this server publishes " + (crl ? "a revocation list" : "a certificate")
                            + " under this name.",
                    response,
                    callback);
        }
        return true;
    }

    private boolean isCrlOfKnownCa(String file) {
        int dot = file.lastIndexOf('.');
        if (dot <= 0 || !file.endsWith(".crl") && !file.endsWith(".pem")) {
            return false;
        }
        String name = file.substring(0, dot);
        return issuers.find(name.replaceFirst("-delta$", "")).isPresent() || isPartitionOfKnownCa(name);
    }

    private boolean isPartitionOfKnownCa(String name) {
        int number = CrlPartition.numberIn(name).orElse(0);
        return number > 0
                && issuers.find(name.substring(0, name.lastIndexOf('-')))
                        .filter(issuer -> number <= issuer.partitions())
                        .isPresent();
    }

    private static void say(int status, String text, Response response, Callback callback) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(
                true,
                response.getRequest().getMethod().equals("HEAD") ? null : java.nio.ByteBuffer.wrap(body),
                callback);
    }
}
