package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectName;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads PKCS#10 in PEM, bare base64 or DER from strangers, and checks possession and key quality. Thread-safe. */
public final class CertificateRequestReader {
    private static final int MAXIMUM_OCTETS = 64 * 1024;
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 10_000;

    private final KeyQuality keyQuality;
    private final ProofOfPossession possession;

    /** Verifies with the providers of the Java runtime. */
    public CertificateRequestReader() {
        this(List.of());
    }

    /** @param preferred providers that verify faster than the Java runtime's, best first */
    public CertificateRequestReader(List<Provider> preferred) {
        this(preferred, PredictableKeys.known());
    }

    /** @param predictable public keys whose private keys are common knowledge */
    public CertificateRequestReader(List<Provider> preferred, PredictableKeys predictable) {
        this.keyQuality = new KeyQuality(predictable);
        this.possession = new ProofOfPossession(preferred);
    }

    /** Never throws for bad input; a private key in the input is refused and neither kept nor repeated. */
    public CsrOutcome read(byte[] input) {
        if (input.length > MAXIMUM_OCTETS) {
            return unreadable(Objection.of(
                    "csr-too-large",
                    "csr",
                    "The request has " + input.length + " octets, more than " + MAXIMUM_OCTETS
                            + ". A certificate request has a few thousand; send only that."));
        }
        return Armour.open(input).fold(this::readDer, CertificateRequestReader::unreadable);
    }

    private CsrOutcome readDer(Der der) {
        try {
            DerCursor.walk(der.unsafeOctets(), MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
            Optional<Objection> foreign = ForeignDer.recognise(DerCursor.of(der));
            return foreign.isPresent() ? unreadable(foreign.get()) : judge(der, RequestParts.of(der));
        } catch (MalformedDerException e) {
            return unreadable(ForeignDer.recogniseBroken(der)
                    .orElseGet(() -> Objection.of(
                            "csr-malformed",
                            "csr",
                            "This is no certificate request, or a damaged one: " + e.getMessage()
                                    + ". Make it again, and copy it whole.")));
        }
    }

    private CsrOutcome judge(Der der, RequestParts parts) {
        List<Objection> objections = new ArrayList<>();
        Optional<SubjectName> subject = RequestedSubject.read(parts.subject(), objections);
        RequestedNames names = RequestedNames.read(parts.attributes());
        objections.addAll(names.objections());
        KeyQuality.Verdict key = keyQuality.judge(parts.subjectPublicKeyInfo());
        objections.addAll(key.objections());
        if (key.objections().isEmpty()) {
            // A signature by a key of absurd size can be made to cost seconds: only good keys get this far.
            possession.check(parts, key.type().algorithm()).ifPresent(objections::add);
        }
        if (!objections.isEmpty() || subject.isEmpty()) {
            return new CsrOutcome.Rejected(objections, false);
        }
        return new CsrOutcome.Accepted(
                new CertificateRequest(der, subject.get(), names.names(), parts.subjectPublicKeyInfo(), key.type()));
    }

    private static CsrOutcome unreadable(Objection objection) {
        return new CsrOutcome.Rejected(List.of(objection), true);
    }
}
