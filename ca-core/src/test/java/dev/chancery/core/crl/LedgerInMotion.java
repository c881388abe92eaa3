package dev.chancery.core.crl;

import dev.chancery.core.ledger.CertificateLedger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A ledger in which something happens right after its revocations were read, or that forgets some of them. */
final class LedgerInMotion {
    private final CertificateLedger ledger;
    private final Deque<Runnable> before = new ArrayDeque<>();
    private final Deque<Runnable> after = new ArrayDeque<>();
    private Predicate<CertificateLedger.RevokedEntry> forgotten = entry -> false;
    private int readings;

    LedgerInMotion(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /** The first before the first reading, the second before the second. */
    LedgerInMotion first(Runnable... events) {
        before.addAll(Arrays.asList(events));
        return this;
    }

    /** The first after the first reading, the second after the second. */
    LedgerInMotion then(Runnable... events) {
        after.addAll(Arrays.asList(events));
        return this;
    }

    LedgerInMotion forgetting(Predicate<CertificateLedger.RevokedEntry> entries) {
        forgotten = entries;
        return this;
    }

    int readings() {
        return readings;
    }

    CertificateLedger port() {
        return (CertificateLedger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CertificateLedger.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("revoked") ? read(arguments) : method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Object read(Object[] arguments) {
        happen(before);
        @SuppressWarnings("unchecked") // the port's only Consumer
        Consumer<CertificateLedger.RevokedEntry> reader = (Consumer<CertificateLedger.RevokedEntry>) arguments[2];
        long through = ledger.revoked((String) arguments[0], (java.time.Instant) arguments[1], entry -> {
            if (!forgotten.test(entry)) {
                reader.accept(entry);
            }
        });
        readings++;
        happen(after);
        return through;
    }

    private static void happen(Deque<Runnable> events) {
        if (!events.isEmpty()) {
            events.remove().run();
        }
    }
}
