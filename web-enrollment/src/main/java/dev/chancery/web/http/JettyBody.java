package dev.chancery.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Reads a request's body chunk by chunk, so that a long one is refused early and a slow one has a deadline. */
final class JettyBody implements Body {
    private final Request request;
    private final Duration deadline;
    private byte @Nullable [] octets;

    JettyBody(Request request, Duration deadline) {
        this.request = request;
        this.deadline = deadline;
    }

    @Override
    public byte[] read(int limit) {
        byte[] found = octets;
        if (found == null) {
            if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > limit) {
                throw Body.tooLarge(limit);
            }
            found = collect(limit);
            octets = found;
        }
        if (found.length > limit) {
            throw Body.tooLarge(limit);
        }
        return found;
    }

    private byte[] collect(int limit) {
        long end = System.nanoTime() + deadline.toNanos();
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        while (true) {
            Content.Chunk chunk = next(end);
            if (Content.Chunk.isFailure(chunk)) {
                throw new ProblemException(Problem.badRequest("The request's body broke off."));
            }
            append(chunk.getByteBuffer(), collected);
            boolean last = chunk.isLast();
            chunk.release();
            if (collected.size() > limit) {
                throw Body.tooLarge(limit);
            }
            if (last) {
                return collected.toByteArray();
            }
        }
    }

    private static void append(ByteBuffer buffer, ByteArrayOutputStream collected) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        collected.write(part, 0, part.length);
    }

    private Content.Chunk next(long end) {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk != null) {
                return chunk;
            }
            CountDownLatch arrived = new CountDownLatch(1);
            // Non-blocking, so that a pool whose threads all wait here can still be woken.
            request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived::countDown));
            await(arrived, end);
        }
    }

    private void await(CountDownLatch arrived, long end) {
        try {
            if (arrived.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.of(
                408, "The request's body did not arrive within " + deadline.toSeconds() + " seconds; send it again."));
    }
}
