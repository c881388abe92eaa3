package dev.chancery.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signatures that are checked beside the reading of a journal, a bounded number at a time; the first wrong one counts. */
final class SignatureChecks {
    private static final int MOST_UNDER_WAY = 1024;

    private final Executor executor;
    private final Deque<CompletableFuture<Optional<JournalVerifier.Fault>>> underWay = new ArrayDeque<>();
    private JournalVerifier.@Nullable Fault first;

    SignatureChecks(Executor executor) {
        this.executor = executor;
    }

    /** @param wrong what is wrong with the signature in the record {@code sequence}, if anything */
    void check(long sequence, Supplier<Optional<String>> wrong) {
        underWay.add(CompletableFuture.supplyAsync(
                () -> words(wrong).map(words -> new JournalVerifier.Fault(sequence, words)), executor));
        // In order, so that what is found first is what stands first.
        while (first == null
                && !underWay.isEmpty()
                && (underWay.size() > MOST_UNDER_WAY || underWay.getFirst().isDone())) {
            first = result(underWay.removeFirst()).orElse(null);
        }
    }

    private static Optional<String> words(Supplier<Optional<String>> wrong) {
        try {
            return wrong.get();
        } catch (IllegalArgumentException e) {
            return Optional.of("its certificate cannot be read: " + e.getMessage());
        }
    }

    /** The first of those that were looked at so far. */
    Optional<JournalVerifier.Fault> fault() {
        return Optional.ofNullable(first);
    }

    /** The first of all; waits for those that are under way. */
    Optional<JournalVerifier.Fault> finish() {
        while (first == null && !underWay.isEmpty()) {
            first = result(underWay.removeFirst()).orElse(null);
        }
        return Optional.ofNullable(first);
    }

    private static Optional<JournalVerifier.Fault> result(CompletableFuture<Optional<JournalVerifier.Fault>> check) {
        try {
            return check.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
