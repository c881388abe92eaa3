package dev.chancery.publisher.check;

import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Compares a body with what it should be while it arrives, so that a good one costs no memory however long it is. From the
 * first difference on it is kept, up to a bound, and what is longer than that is not read to its end.
 */
final class ComparingSubscriber implements BodySubscriber<ComparedBody> {
    private static final Der NOTHING = Der.ofOwned(new byte[0]);

    private final ByteBuffer expected;
    private final int most;
    private final CompletableFuture<ComparedBody> done = new CompletableFuture<>();
    private long length;
    private @Nullable ByteArrayOutputStream other;
    private Flow.@Nullable Subscription subscription;

    ComparingSubscriber(ByteBuffer expected, int most) {
        this.expected = expected.duplicate();
        this.most = most;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (!done.isDone()) {
                take(part);
            }
        }
    }

    private void take(ByteBuffer part) {
        ByteArrayOutputStream kept = other;
        if (kept == null) {
            int count = Math.min(part.remaining(), expected.remaining());
            if (count == part.remaining()
                    && expected.slice(expected.position(), count).equals(part)) {
                expected.position(expected.position() + count);
                length += count;
                return;
            }
            kept = diverge();
        }
        length += part.remaining();
        if (length > most) {
            if (subscription != null) {
                subscription.cancel();
            }
            done.complete(new ComparedBody(false, length, NOTHING));
            return;
        }
        byte[] octets = new byte[part.remaining()];
        part.get(octets);
        kept.writeBytes(octets);
    }

    /** What came until now was as expected. */
    private ByteArrayOutputStream diverge() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        if (length <= most) {
            byte[] before = new byte[(int) length];
            expected.duplicate().rewind().get(before);
            kept.writeBytes(before);
        }
        other = kept;
        return kept;
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (other == null && expected.hasRemaining()) {
            diverge();
        }
        done.complete(new ComparedBody(
                other == null, length, other == null || length > most ? NOTHING : Der.ofOwned(other.toByteArray())));
    }

    @Override
    public CompletionStage<ComparedBody> getBody() {
        return done;
    }
}
