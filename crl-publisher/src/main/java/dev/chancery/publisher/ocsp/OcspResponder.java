package dev.chancery.publisher.ocsp;

import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/** The OCSP responder, put together: give it a credential for each CA, mount its handler. */
public final class OcspResponder implements AutoCloseable {
    private final Map<String, ServedCa> cas = new LinkedHashMap<>();
    private final Lookups lookups = new Lookups();
    private final Responder responder;
    private final OcspHandler handler;

    public OcspResponder(CertificateLedger ledger, OcspTerms terms, Clock clock) {
        this.responder = new Responder(ledger, terms, clock);
        this.handler = new OcspHandler(responder, lookups, clock);
    }

    /** Serves {@code /ocsp}, on plain HTTP and HTTPS alike. */
    public Handler handler() {
        return handler;
    }

    /**
     * From here on, answers about the certificates of this CA are signed so; at once, and without a gap when there was
     * another key before.
     *
     * @param ca the CA's short name
     * @param certificate the responder's, issued by this very CA for OCSP signing (RFC 6960 §4.2.2.2)
     */
    public void serve(String ca, EncodedCertificate caCertificate, SigningKey key, EncodedCertificate certificate) {
        put(ServedCa.of(ca, caCertificate, Optional.of(Credential.of(key, certificate))));
    }

    /** There is no credential for this CA: who asks about its certificates is told to try again later. */
    public void serveLater(String ca, EncodedCertificate caCertificate) {
        put(ServedCa.of(ca, caCertificate, Optional.empty()));
    }

    private synchronized void put(ServedCa ca) {
        cas.put(ca.name(), ca);
        Map<Der, ServedCa> byHash = new HashMap<>();
        cas.values().forEach(served -> served.hashes().forEach(hash -> byHash.put(hash, served)));
        responder.serve(Map.copyOf(byHash));
    }

    /** When the certificate that signs for this CA ends; empty when there is none. */
    public synchronized Optional<Instant> end(String ca) {
        return Optional.ofNullable(cas.get(ca)).flatMap(ServedCa::credential).map(Credential::notAfter);
    }

    /** @param listener gets each request that was told a status, and the CA; returns at once */
    public void tell(BiConsumer<Request, String> listener) {
        handler.tell(listener);
    }

    /** For metrics: since the start, of any kind. */
    public long requests() {
        return handler.requests();
    }

    /** For metrics: answers that say nothing about a certificate. */
    public long failures() {
        return handler.failures();
    }

    /** For metrics: answers that were signed; all others were kept ones. */
    public long signatures() {
        return responder.signatures();
    }

    /** For metrics: certificates whose status is in memory. */
    public long knownCertificates() {
        return responder.knownCertificates();
    }

    /** For metrics: requests that wait for a look into the ledger. */
    public int waiting() {
        return lookups.waiting();
    }

    @Override
    public void close() {
        lookups.close();
    }
}
