package dev.chancery.publisher.ocsp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Collects the body of a POST as it comes, without a thread that waits for it; bounded in size and time. */
final class RequestBody {
    /** SECURITY.md rule 23. */
    static final int MOST = 8 * 1024;

    private static final long DEADLINE_SECONDS = 10;

    private final Request request;
    private final Consumer<byte[]> arrived;
    private final IntConsumer refused;
    private final AtomicBoolean done = new AtomicBoolean();
    private byte[] collected = new byte[0];
    private Scheduler.@Nullable Task deadline;

    /** @param refused told an HTTP status instead; exactly one of the two is told, once */
    RequestBody(Request request, Consumer<byte[]> arrived, IntConsumer refused) {
        this.request = request;
        this.arrived = arrived;
        this.refused = refused;
    }

    void collect() {
        if (request.getLength() > MOST) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            read();
        }
    }

    private void read() {
        while (!done.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                awaitMore();
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                refuse(HttpStatus.BAD_REQUEST_400);
                return;
            }
            boolean last = chunk.isLast();
            add(chunk.getByteBuffer());
            chunk.release();
            if (collected.length > MOST) {
                refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            } else if (last) {
                finish();
            }
        }
    }

    private void add(ByteBuffer part) {
        int before = collected.length;
        collected = Arrays.copyOf(collected, before + part.remaining());
        part.get(collected, before, part.remaining());
    }

    private void awaitMore() {
        if (deadline == null) {
            // Jetty's idle timeout is for silence between two octets; this is for the whole.
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> request.getComponents()
                                    .getExecutor()
                                    .execute(() -> refuse(HttpStatus.REQUEST_TIMEOUT_408)),
                            DEADLINE_SECONDS,
                            TimeUnit.SECONDS);
        }
        request.demand(this::read);
    }

    private void finish() {
        if (done.compareAndSet(false, true)) {
            forgetDeadline();
            arrived.accept(collected);
        }
    }

    private void refuse(int status) {
        if (done.compareAndSet(false, true)) {
            forgetDeadline();
            refused.accept(status);
        }
    }

    private void forgetDeadline() {
        Scheduler.Task task = deadline;
        if (task != null) {
            task.cancel();
        }
    }
}
