package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests and what became of them, as the records tell it. */
final class RequestHistory {
    private enum State {
        PENDING("waiting"),
        APPROVED("approved"),
        ISSUED("fulfilled"),
        DENIED("denied");

        private final String words;

        State(String words) {
            this.words = words;
        }
    }

    private final Map<Long, State> requests = new HashMap<>();

    /** What is wrong with an event about a request; takes it in when nothing is. */
    Optional<String> wrong(JournalEvent event) {
        if (event instanceof RequestSubmitted submitted) {
            return requests.putIfAbsent(submitted.id(), State.PENDING) == null
                    ? Optional.empty()
                    : Optional.of("request " + submitted.id() + " is submitted a second time");
        }
        if (event instanceof RequestAgreed agreed) {
            return step(agreed.id(), State.PENDING, State.PENDING);
        }
        if (event instanceof RequestApproved approved) {
            return step(approved.id(), State.PENDING, State.APPROVED);
        }
        if (event instanceof RequestDenied denied) {
            return step(denied.id(), State.PENDING, State.DENIED);
        }
        return event instanceof CertificateIssued issued && issued.request().isPresent()
                ? step(issued.request().get(), State.APPROVED, State.ISSUED)
                : Optional.empty();
    }

    private Optional<String> step(long id, State from, State to) {
        State state = requests.get(id);
        if (state != from) {
            return Optional.of("request " + id + " is " + (from == to ? "agreed to" : to.words) + " when it is "
                    + (state == null ? "unknown" : state.words) + " and not " + from.words);
        }
        requests.put(id, to);
        return Optional.empty();
    }
}
