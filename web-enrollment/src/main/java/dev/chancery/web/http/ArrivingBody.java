package dev.chancery.web.http;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Collects a request's body as it comes, without a thread that waits for it, so that any number of slow senders costs
 * memory only, and that has a bound. The deadline is for the whole body; Jetty's idle timeout is for silence between two
 * octets.
 */
final class ArrivingBody {
    /** What the most generous route takes; what is longer is refused at once, by the route, in words that name its limit. */
    private static final int MOST = 256 * 1024;

    private final Request request;
    private final Duration deadline;
    private final Turns turns;
    private final Consumer<Body> arrival;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile Scheduler.@Nullable Task late;

    /** @param arrival told once, when the body is there or will not come, on a thread that may block */
    ArrivingBody(Request request, Duration deadline, Turns turns, Consumer<Body> arrival) {
        this.request = request;
        this.deadline = deadline;
        this.turns = turns;
        this.arrival = arrival;
    }

    static boolean expected(Request request) {
        boolean unknown = request.getLength() < 0
                && (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                        || request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2);
        return request.getLength() > 0 || unknown;
    }

    void collect() {
        if (request.getLength() > MOST) {
            finish(limit -> {
                throw Body.tooLarge(limit);
            });
            return;
        }
        read();
    }

    /** Gives back what the body held of the listener's memory, once it was answered. */
    void release() {
        turns.giveBack(collected.size());
    }

    private void read() {
        while (!done.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                awaitMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                finish(limit -> {
                    throw new ProblemException(Problem.badRequest("The request's body broke off."));
                });
                return;
            }
            take(chunk);
        }
    }

    private void awaitMore() {
        if (late == null) {
            late = request.getComponents()
                    .getScheduler()
                    .schedule(this::onPoolTooLate, deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
        request.demand(Invocable.from(Invocable.InvocationType.BLOCKING, this::read));
    }

    private void take(Content.Chunk chunk) {
        byte[] part = new byte[chunk.getByteBuffer().remaining()];
        chunk.getByteBuffer().get(part);
        boolean last = chunk.isLast();
        chunk.release();
        if (!turns.hold(part.length)) {
            finish(limit -> {
                throw new ProblemException(Turns.refusal());
            });
            return;
        }
        collected.write(part, 0, part.length);
        if (last || collected.size() > MOST) {
            finish(Body.of(collected.toByteArray()));
        }
    }

    private void onPoolTooLate() {
        request.getComponents()
                .getExecutor()
                .execute(() -> finish(limit -> {
                    throw new ProblemException(Problem.of(
                            408,
                            "The request's body did not arrive within " + deadline.toSeconds()
                                    + " seconds; send it again."));
                }));
    }

    /** Whoever comes second, the body's end or its deadline, is not heard. */
    private void finish(Body body) {
        if (done.compareAndSet(false, true)) {
            Scheduler.Task timer = late;
            if (timer != null) {
                timer.cancel();
            }
            arrival.accept(body);
        }
    }
}
