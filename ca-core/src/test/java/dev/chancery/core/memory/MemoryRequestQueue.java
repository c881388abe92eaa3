package dev.chancery.core.memory;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.Agreement;
import dev.chancery.core.enrollment.PendingRequest.Decided;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests by number. */
public final class MemoryRequestQueue implements RequestQueue, Projection {
    /** Who used which idempotency key. */
    private record KeyUse(String requester, String key) {}

    private final Object lock;
    private final TreeMap<Long, PendingRequest> byId = new TreeMap<>();
    private final Map<KeyUse, Long> byKey = new HashMap<>();

    MemoryRequestQueue(Object lock) {
        this.lock = lock;
    }

    @Override
    public Optional<PendingRequest> find(long id) {
        synchronized (lock) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    @Override
    public Optional<PendingRequest> findByIdempotencyKey(String requester, String key) {
        synchronized (lock) {
            return Optional.ofNullable(byKey.get(new KeyUse(requester, key))).flatMap(this::find);
        }
    }

    @Override
    public List<PendingRequest> list(
            Optional<State> state, Optional<String> requester, Optional<Long> before, int limit) {
        synchronized (lock) {
            return byId.descendingMap().values().stream()
                    .filter(request -> state.isEmpty() || request.state() == state.get())
                    .filter(request ->
                            requester.isEmpty() || request.requester().equals(requester.get()))
                    .filter(request -> before.isEmpty() || request.id() < before.get())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public long pending(Optional<String> requester) {
        return list(Optional.of(State.PENDING), requester, Optional.empty(), Integer.MAX_VALUE)
                .size();
    }

    @Override
    public Optional<Conflict> conflict(JournalEvent event) {
        if (event instanceof RequestSubmitted submitted) {
            return submitted
                    .idempotencyKey()
                    .filter(key -> byKey.containsKey(new KeyUse(submitted.requester(), key)))
                    .map(key -> new Conflict(
                            Kind.IDEMPOTENCY_KEY_USED, submitted.requester() + " used the key \"" + key + "\" before"))
                    .or(() -> byId.containsKey(submitted.id())
                            ? Optional.of(new Conflict(
                                    Kind.REQUEST_NOT_PENDING, "request " + submitted.id() + " is already there"))
                            : Optional.empty());
        }
        if (event instanceof RequestAgreed agreed) {
            return unlessPending(agreed.id());
        }
        if (event instanceof RequestApproved approved) {
            return unlessPending(approved.id());
        }
        if (event instanceof RequestDenied denied) {
            return unlessPending(denied.id());
        }
        return event instanceof CertificateIssued issued
                ? issued.request().flatMap(this::unlessPending)
                : Optional.empty();
    }

    private Optional<Conflict> unlessPending(long id) {
        PendingRequest request = byId.get(id);
        if (request != null && request.state() == State.PENDING) {
            return Optional.empty();
        }
        String state = request == null ? "unknown" : request.state().toString();
        return Optional.of(new Conflict(Kind.REQUEST_NOT_PENDING, "request " + id + " is " + state + ", not pending"));
    }

    @Override
    public Runnable apply(JournalRecord stored) {
        if (stored.event() instanceof RequestSubmitted submitted) {
            return submit(submitted, stored);
        }
        if (stored.event() instanceof RequestAgreed agreed) {
            return agree(agreed, stored);
        }
        if (stored.event() instanceof RequestApproved approved) {
            return decide(approved.id(), State.PENDING, approved.comment(), stored);
        }
        if (stored.event() instanceof RequestDenied denied) {
            return decide(denied.id(), State.DENIED, denied.comment(), stored);
        }
        return stored.event() instanceof CertificateIssued issued
                        && issued.request().isPresent()
                ? fulfil(issued.request().get(), issued)
                : NOTHING;
    }

    private Runnable submit(RequestSubmitted event, JournalRecord stored) {
        PendingRequest request = new PendingRequest(
                event.id(),
                event.profile(),
                event.requester(),
                event.csr(),
                event.names(),
                event.subject(),
                event.validity(),
                event.waitsBecause(),
                stored.time(),
                State.PENDING,
                Optional.empty(),
                Optional.empty(),
                List.of());
        event.idempotencyKey().ifPresent(key -> byKey.put(new KeyUse(event.requester(), key), event.id()));
        Runnable undoPut = put(request);
        return () -> {
            undoPut.run();
            event.idempotencyKey().ifPresent(key -> byKey.remove(new KeyUse(event.requester(), key)));
        };
    }

    private Runnable decide(long id, State state, String comment, JournalRecord stored) {
        PendingRequest before = byId.get(id);
        return put(with(
                before,
                state,
                Optional.of(new Decided(stored.actor(), stored.time(), comment)),
                before.serial(),
                before.agreements()));
    }

    private Runnable agree(RequestAgreed event, JournalRecord stored) {
        PendingRequest before = byId.get(event.id());
        List<Agreement> agreements = new ArrayList<>(before.agreements());
        agreements.removeIf(agreement -> agreement.by().equals(stored.actor()));
        agreements.add(new Agreement(stored.actor(), stored.time(), event.comment(), event.to()));
        return put(with(before, before.state(), before.decided(), before.serial(), agreements));
    }

    private Runnable fulfil(long id, CertificateIssued issued) {
        PendingRequest before = byId.get(id);
        String serial = new EncodedCertificate(issued.certificate()).serial().hex();
        return put(with(before, State.ISSUED, before.decided(), Optional.of(serial), before.agreements()));
    }

    private static PendingRequest with(
            PendingRequest request,
            State state,
            Optional<Decided> decided,
            Optional<String> serial,
            List<Agreement> agreements) {
        return new PendingRequest(
                request.id(),
                request.profile(),
                request.requester(),
                request.csr(),
                request.names(),
                request.subject(),
                request.validity(),
                request.waitsBecause(),
                request.submitted(),
                state,
                decided,
                serial,
                agreements);
    }

    private Runnable put(PendingRequest request) {
        @Nullable PendingRequest before = byId.put(request.id(), request);
        return before == null ? () -> byId.remove(request.id()) : () -> byId.put(request.id(), before);
    }
}
