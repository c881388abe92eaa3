package dev.chancery.web.auth;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.web.http.LogText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts sign-ins into the journal. Failures are kept to one record a minute for each account and address and to sixty a
 * minute in all, with the number of those left out: whoever guesses passwords must not be able to fill the disk.
 */
final class SignInRecords {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAXIMUM_KEYS = 10_000;
    private static final int MAXIMUM_PER_WINDOW = 60;
    private static final Requester NOBODY = new Requester("anonymous", Set.of(), NameGrants.nothing(), "none");

    private final Logger log = LoggerFactory.getLogger(SignInRecords.class);
    private final Journal journal;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MAXIMUM_KEYS;
        }
    };
    private Window all = new Window(Instant.EPOCH, 0);

    /** @param count records written in the window of all, failures left out in the window of a key */
    private record Window(Instant start, int count) {}

    SignInRecords(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns when it is durable. */
    void succeeded(Requester who, String address) {
        journal.record(who, new JournalEvent.Decision("signed-in", who.name(), "from " + LogText.escape(address)));
    }

    void signedOut(Requester who) {
        journal.record(who, new JournalEvent.Decision("signed-out", who.name(), ""));
    }

    /** @param account one that exists; what was typed for an unknown one might be a password, and is not kept */
    void failed(String action, String account, String address) {
        permitted(account + " " + Delays.network(address))
                .ifPresent(leftOut -> append(action, account, "from " + LogText.escape(address) + leftOut));
    }

    private void append(String action, String account, String detail) {
        // Nobody waits for it: the time until it is on disk would tell an account that exists from one that does not.
        var unused = journal.append(NOBODY, new JournalEvent.Decision(action, account, detail))
                .exceptionally(fault -> {
                    log.error("a failed sign-in could not be recorded", fault);
                    return new AppendOutcome.Recorded(0, Instant.EPOCH);
                });
    }

    /** What to add to the record, or empty when there is to be none. */
    private synchronized Optional<String> permitted(String key) {
        Instant now = clock.instant();
        if (all.start().plus(WINDOW).isBefore(now)) {
            all = new Window(now, 0);
        }
        Window window = windows.get(key);
        boolean open = window != null && !window.start().plus(WINDOW).isBefore(now);
        if (open || all.count() >= MAXIMUM_PER_WINDOW) {
            Instant start = window == null ? now : window.start();
            windows.put(key, new Window(start, window == null ? 1 : window.count() + 1));
            return Optional.empty();
        }
        all = new Window(all.start(), all.count() + 1);
        windows.put(key, new Window(now, 0));
        int left = window == null ? 0 : window.count();
        return Optional.of(left == 0 ? "" : "; " + left + " more since the last record");
    }
}
