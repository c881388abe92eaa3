package dev.chancery.core.crl;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger that has a great many revocations besides those of another one, and keeps none of them. */
final class LongLedger {
    private static final BigInteger FIRST = BigInteger.ONE.shiftLeft(126);
    /** Far enough apart that the serials look like ours, and rising. */
    private static final BigInteger STEP = BigInteger.ONE.shiftLeft(102).add(BigInteger.valueOf(7919));

    private final CertificateLedger ledger;
    private final int entries;

    LongLedger(CertificateLedger ledger, int entries) {
        this.ledger = ledger;
        this.entries = entries;
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

    /** As long as the other one has none itself. */
    private long read(Object[] arguments) {
        @SuppressWarnings("unchecked") // the port's only Consumer
        Consumer<RevokedEntry> reader = (Consumer<RevokedEntry>) arguments[2];
        BigInteger serial = FIRST;
        for (int i = 0; i < entries; i++) {
            reader.accept(new RevokedEntry(
                    new SerialNumber(serial),
                    new RevocationStatus(
                            CrlFixture.NOW.minusSeconds(i % 1_000_000), RevocationReason.SUPERSEDED, Optional.empty()),
                    CrlFixture.NOW.plus(Duration.ofDays(300))));
            serial = serial.add(STEP);
        }
        return 0;
    }
}
