package dev.chancery.publisher.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Answers are made while the status changes: whoever asks after a change was acknowledged gets the new status, also when
 * another thread had read the old one before and keeps its answer afterwards.
 */
@DisplayName("A revocation that is acknowledged while answers are being made")
class RevocationRaceTest {
    private static final int THREADS = 8;
    private static final int CHANGES = 400;
    private static final long LONGEST_PAUSE = 300_000;

    private final OcspFixture fixture = new OcspFixture();
    private final EncodedCertificate certificate = fixture.issue();
    private final byte[] request = fixture.request(certificate);

    /** Even: nothing is changing; 0, 4, 8…: good, 2, 6, 10…: held. Odd: a change is under way. */
    private final AtomicLong phase = new AtomicLong();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong judged = new AtomicLong();

    /** A ledger that takes its time between what it read and telling it. */
    private CertificateLedger slow() {
        CertificateLedger ledger = fixture.stores.ledger();
        return (CertificateLedger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CertificateLedger.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(ledger, arguments);
                        if (method.getName().equals("status")) {
                            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    @DisplayName("shows in every answer to a question that was asked afterwards")
    void shows() throws InterruptedException {
        Responder responder = fixture.responder(slow());
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread asker = new Thread(() -> askOn(responder), "asker-" + i);
            askers.add(asker);
            asker.start();
        }
        for (int i = 0; i < CHANGES; i++) {
            phase.incrementAndGet();
            if (i % 2 == 0) {
                fixture.revoke(certificate, RevocationReason.CERTIFICATE_HOLD);
            } else {
                fixture.release(certificate);
            }
            long before = judged.get();
            phase.incrementAndGet();
            while (judged.get() < before + THREADS && wrong.isEmpty()) {
                Thread.onSpinWait();
            }
        }
        phase.set(-1);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(judged.get()).isGreaterThan(CHANGES * (long) THREADS - 1);
    }

    private void askOn(Responder responder) {
        for (long before = phase.get(); before >= 0; before = phase.get()) {
            String verdict = OcspFixture.verdict(OcspFixture.ask(responder, request));
            if (before % 2 == 0 && phase.get() == before) {
                String expected = before % 4 == 0 ? "good" : "revoked certificateHold";
                if (!verdict.equals(expected)) {
                    wrong.add("in phase " + before + ": " + verdict);
                }
                judged.incrementAndGet();
            }
        }
    }
}
