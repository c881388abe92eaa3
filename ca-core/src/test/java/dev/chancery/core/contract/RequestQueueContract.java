package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.Agreement;
import dev.chancery.core.enrollment.PendingRequest.Decided;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.x509.Der;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@link dev.chancery.core.enrollment.RequestQueue} promises. */
@DisplayName("A request queue")
public abstract class RequestQueueContract extends PortsContract {
    private static RequestSubmitted of(long id, String requester, Optional<String> key) {
        return new RequestSubmitted(
                id,
                "server",
                requester,
                Der.fromHex("3000"),
                Optional.empty(),
                Optional.of("CN=www"),
                Optional.empty(),
                key,
                List.of());
    }

    private List<Long> ids(Optional<State> state, Optional<String> requester, Optional<Long> before, int limit) {
        return ports().requestQueue().list(state, requester, before, limit).stream()
                .map(PendingRequest::id)
                .toList();
    }

    @Test
    @DisplayName("keeps a request as it was submitted")
    void submitted() {
        RequestSubmitted event = Samples.request(1);
        record(event);
        assertThat(ports().requestQueue().find(1))
                .contains(new PendingRequest(
                        1,
                        event.profile(),
                        event.requester(),
                        event.csr(),
                        event.names(),
                        event.subject(),
                        event.validity(),
                        event.waitsBecause(),
                        NOW,
                        State.PENDING,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertThat(ports().requestQueue().find(2)).isEmpty();
    }

    @Test
    @DisplayName("keeps who has agreed while others must as well, the last word of each")
    void agreed() {
        Der first = Der.fromHex("01").sha256();
        Der second = Der.fromHex("02").sha256();
        record(Samples.request(1), Samples.request(2));
        await(requester("olga"), List.of(new RequestAgreed(1, first, "fine")));
        clock.advance(Duration.ofMinutes(5));
        await(requester("otto"), List.of(new RequestAgreed(1, first, "")));
        clock.advance(Duration.ofMinutes(5));
        await(requester("olga"), List.of(new RequestAgreed(1, second, "still fine")));

        PendingRequest request = ports().requestQueue().find(1).orElseThrow();
        assertThat(request.state()).isEqualTo(State.PENDING);
        assertThat(request.agreements())
                .containsExactly(
                        new Agreement("otto", NOW.plus(Duration.ofMinutes(5)), "", first),
                        new Agreement("olga", NOW.plus(Duration.ofMinutes(10)), "still fine", second));
        assertThat(ports().requestQueue().find(2).orElseThrow().agreements()).isEmpty();
        record(new RequestDenied(1, "no"));
        refused(Kind.REQUEST_NOT_PENDING, new RequestAgreed(1, first, ""));
        refused(Kind.REQUEST_NOT_PENDING, new RequestAgreed(9, first, ""));
    }

    @Test
    @DisplayName("marks a request as issued when its certificate is recorded together with the approval")
    void approved() {
        var certificate = Samples.certificate("4f01").fulfilling(1);
        record(Samples.request(1));
        clock.advance(Duration.ofMinutes(5));
        await(requester("olga"), List.of(new RequestApproved(1, "fine"), certificate.issued()));

        PendingRequest request = ports().requestQueue().find(1).orElseThrow();
        assertThat(request.state()).isEqualTo(State.ISSUED);
        assertThat(request.serial()).contains("4f01");
        assertThat(request.decided()).contains(new Decided("olga", NOW.plus(Duration.ofMinutes(5)), "fine"));
        refused(Kind.REQUEST_NOT_PENDING, new RequestApproved(1, ""));
        refused(Kind.REQUEST_NOT_PENDING, new RequestDenied(1, ""));
        refused(
                Kind.REQUEST_NOT_PENDING,
                Samples.certificate("4f02").fulfilling(1).issued());
    }

    @Test
    @DisplayName("leaves a request as it was when the certificate of its approval is in conflict")
    void approvalTakenBack() {
        record(Samples.request(1));
        record(Samples.certificate("4f01").issued());
        refused(
                Kind.DUPLICATE_SERIAL,
                new RequestApproved(1, "fine"),
                Samples.certificate("4f01").fulfilling(1).issued());
        PendingRequest request = ports().requestQueue().find(1).orElseThrow();
        assertThat(request.state()).isEqualTo(State.PENDING);
        assertThat(request.decided()).isEmpty();
    }

    @Test
    @DisplayName("keeps who denied a request and why")
    void denied() {
        record(Samples.request(1));
        record(new RequestDenied(1, "not your name"));
        PendingRequest request = ports().requestQueue().find(1).orElseThrow();
        assertThat(request.state()).isEqualTo(State.DENIED);
        assertThat(request.decided()).contains(new Decided("alice", NOW, "not your name"));
        refused(Kind.REQUEST_NOT_PENDING, new RequestDenied(1, ""));
    }

    @Test
    @DisplayName("refuses to decide a request that does not exist, and to take a number twice")
    void unknown() {
        refused(Kind.REQUEST_NOT_PENDING, new RequestApproved(9, ""));
        refused(Kind.REQUEST_NOT_PENDING, new RequestDenied(9, ""));
        refused(
                Kind.REQUEST_NOT_PENDING,
                Samples.certificate("4f02").fulfilling(9).issued());
        record(Samples.request(1));
        refused(Kind.REQUEST_NOT_PENDING, Samples.request(1));
    }

    @Test
    @DisplayName("finds a request by its requester's idempotency key, and refuses the same key again")
    void idempotency() {
        record(of(1, "alice", Optional.of("k")));
        record(of(2, "bob", Optional.of("k")));
        refused(Kind.IDEMPOTENCY_KEY_USED, of(3, "alice", Optional.of("k")));
        assertThat(ports().requestQueue().findByIdempotencyKey("alice", "k"))
                .get()
                .extracting(PendingRequest::id)
                .isEqualTo(1L);
        assertThat(ports().requestQueue().findByIdempotencyKey("bob", "k"))
                .get()
                .extracting(PendingRequest::id)
                .isEqualTo(2L);
        assertThat(ports().requestQueue().findByIdempotencyKey("carol", "k")).isEmpty();
    }

    @Test
    @DisplayName("lets a request and the certificate that it leads to have the same idempotency key")
    void sameKeyForBoth() {
        record(of(1, "alice", Optional.of("k")));
        record(
                new RequestApproved(1, ""),
                Samples.certificate("4f01").keyed("k").fulfilling(1).issued());
        assertThat(ports().ledger().findByIdempotencyKey("alice", "k")).isPresent();
        assertThat(ports().requestQueue().findByIdempotencyKey("alice", "k")).isPresent();
    }

    @Test
    @DisplayName("lists newest first, by state and requester, page by page, and counts what is pending")
    void list() {
        for (long id = 1; id <= 6; id++) {
            record(of(id, id % 2 == 0 ? "bob" : "alice", Optional.empty()));
        }
        record(new RequestDenied(5, ""));

        assertThat(ids(Optional.empty(), Optional.empty(), Optional.empty(), 4)).containsExactly(6L, 5L, 4L, 3L);
        assertThat(ids(Optional.empty(), Optional.empty(), Optional.of(3L), 4)).containsExactly(2L, 1L);
        assertThat(ids(Optional.of(State.PENDING), Optional.of("alice"), Optional.empty(), 4))
                .containsExactly(3L, 1L);
        assertThat(ids(Optional.of(State.DENIED), Optional.empty(), Optional.empty(), 4))
                .containsExactly(5L);
        assertThat(ports().requestQueue().pending(Optional.empty())).isEqualTo(5);
        assertThat(ports().requestQueue().pending(Optional.of("alice"))).isEqualTo(2);
    }
}
