package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients were told, kept by the clients themselves: the one thing in a durability test that the server cannot have
 * lost or bent.
 */
final class Acknowledgements {
    private final Map<String, Certificate> issued = new ConcurrentHashMap<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FetchedCrl> crls = new ArrayList<>();

    /** A certificate that was answered with 201; {@code sha256} is of its DER. */
    record Certificate(String serial, Der sha256, Optional<String> key) {}

    /** A change of status that was answered with 200: the reason, or empty for a release. */
    record Change(String serial, Optional<String> reason) {}

    /**
     * A CRL as it was fetched.
     *
     * @param changesBefore how many changes had been acknowledged when its publication was asked for; all of them must
     *     show. 0 for a CRL that nobody asked for
     */
    record FetchedCrl(String issuer, Der der, int changesBefore) {}

    void issued(String serial, Der certificate, Optional<String> key) {
        Certificate before = issued.put(serial, new Certificate(serial, certificate.sha256(), key));
        if (before != null && (key.isEmpty() || !before.key().equals(key))) {
            throw new AssertionError("serial " + serial + " was given twice");
        }
        key.ifPresent(used -> {
            String other = byKey.put(used, serial);
            if (other != null && !other.equals(serial)) {
                throw new AssertionError("idempotency key " + used + " led to " + other + " and to " + serial);
            }
        });
    }

    synchronized void changed(String serial, Optional<String> reason) {
        changes.add(new Change(serial, reason));
    }

    synchronized void fetched(FetchedCrl crl) {
        crls.add(crl);
    }

    /** To be asked before a publication is. */
    synchronized int changesSoFar() {
        return changes.size();
    }

    Map<String, Certificate> issued() {
        return Map.copyOf(issued);
    }

    int issuedSoFar() {
        return issued.size();
    }

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    synchronized List<FetchedCrl> crls() {
        return List.copyOf(crls);
    }

    int count() {
        return issued.size() + changesSoFar() + crls().size();
    }
}
