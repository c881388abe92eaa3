package dev.chancery.publisher.ocsp;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Decides what is said. {@link #fromMemory} never waits; {@link #fromLedger} may. */
final class Responder {
    private final CertificateLedger ledger;
    private final OcspTerms terms;
    private final Clock clock;
    private final KnownCertificates known;
    private final LongAdder signatures = new LongAdder();
    private volatile Map<Der, ServedCa> cas = Map.of();

    Responder(CertificateLedger ledger, OcspTerms terms, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.clock = clock;
        this.known = new KnownCertificates(terms.cachedAnswers());
    }

    /** From here on, these CAs; what was signed by a credential that is gone is not given out again. */
    void serve(Map<Der, ServedCa> served) {
        cas = served;
    }

    long signatures() {
        return signatures.sum();
    }

    long knownCertificates() {
        return known.size();
    }

    /** The answer when no look into the ledger is needed, else null. */
    @Nullable
    Reply fromMemory(OcspRequest request) {
        return answer(request, (ca, certId) -> remembered(certId));
    }

    /** The answer, with what the ledger knows now. */
    Reply fromLedger(OcspRequest request) {
        return Objects.requireNonNull(answer(request, this::lookedUp), "the ledger knows of every serial");
    }

    /** Where to learn of a certificate; null for: not here. */
    private interface Source {
        @Nullable
        Known of(ServedCa ca, CertId certId);
    }

    private @Nullable Reply answer(OcspRequest request, Source source) {
        ServedCa ca = ca(request);
        if (ca == null) {
            return Reply.UNAUTHORIZED;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Credential> credential = ca.credential().filter(signer -> now.isBefore(signer.notAfter()));
        if (credential.isEmpty()) {
            return Reply.TRY_LATER;
        }
        List<ResponseEncoder.Single> singles = new ArrayList<>(request.certIds().size());
        for (CertId certId : request.certIds()) {
            Known certificate = source.of(ca, certId);
            if (certificate == null) {
                return null;
            }
            if (certificate.issued() && request.plain()) {
                return kept(certId, certificate, credential.get(), now);
            }
            singles.add(new ResponseEncoder.Single(certId, certificate.status()));
        }
        return once(singles, request.nonce(), credential.get(), now);
    }

    /** All of one CA, or nobody's: one signature speaks for one CA. */
    /** Whose certificates are asked about; null when not one CA's of ours. */
    @Nullable
    String caName(OcspRequest request) {
        ServedCa ca = ca(request);
        return ca == null ? null : ca.name();
    }

    private @Nullable ServedCa ca(OcspRequest request) {
        Map<Der, ServedCa> served = cas;
        List<CertId> certIds = request.certIds();
        ServedCa first = served.get(certIds.get(0).issuer());
        for (int i = 1; i < certIds.size(); i++) {
            if (!Objects.equals(served.get(certIds.get(i).issuer()), first)) {
                return null;
            }
        }
        return first;
    }

    private @Nullable Known remembered(CertId certId) {
        if (certId.serial().isEmpty()) {
            return Known.IMPOSSIBLE;
        }
        Known found = known.find(certId.encoded());
        return found != null && found.holds(ledger) ? found : null;
    }

    private Known lookedUp(ServedCa ca, CertId certId) {
        Known remembered = remembered(certId);
        if (remembered != null) {
            return remembered;
        }
        SerialNumber serial = certId.serial().orElseThrow();
        // In this order: see Known.
        long changes = ledger.statusChanges(serial);
        Known found = new Known(serial, changes, ledger.status(ca.name(), serial));
        if (found.issued()) {
            known.put(certId.encoded(), found);
        }
        return found;
    }

    private Reply kept(CertId certId, Known certificate, Credential signer, Instant now) {
        Reply kept = certificate.answer(signer, now);
        if (kept != null) {
            return kept;
        }
        Instant nextUpdate = nextUpdate(signer, now);
        List<ResponseEncoder.Single> single = List.of(new ResponseEncoder.Single(certId, certificate.status()));
        Der data = ResponseEncoder.data(signer.keyHash(), now, nextUpdate, single, Optional.empty());
        Reply made = Reply.kept(signed(signer, data, signer.key().sign(data)), now, nextUpdate);
        certificate.keep(made, signer, now, nextUpdate);
        return made;
    }

    private Reply once(List<ResponseEncoder.Single> singles, Optional<Der> nonce, Credential signer, Instant now) {
        Der data = ResponseEncoder.data(signer.keyHash(), now, nextUpdate(signer, now), singles, nonce);
        return Reply.once(signed(signer, data, signer.key().signUnchecked(data)));
    }

    private Instant nextUpdate(Credential signer, Instant now) {
        Instant end = now.plus(terms.lifetime());
        return end.isBefore(signer.notAfter()) ? end : signer.notAfter();
    }

    private byte[] signed(Credential signer, Der data, Der signature) {
        signatures.increment();
        return ResponseEncoder.response(data, signer.key().algorithm().identifier(), signature, signer.certificate());
    }
}
