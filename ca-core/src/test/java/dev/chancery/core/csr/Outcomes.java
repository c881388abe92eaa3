package dev.chancery.core.csr;

import dev.chancery.core.x509.Objection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What became of reading, in the words of an assertion. */
final class Outcomes {
    private static final CertificateRequestReader READER = new CertificateRequestReader();

    private Outcomes() {}

    static CsrOutcome read(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static CsrOutcome read(byte[] input) {
        return READER.read(input);
    }

    static CertificateRequest accepted(byte[] input) {
        return accepted(READER.read(input));
    }

    static CertificateRequest accepted(CsrOutcome outcome) {
        return outcome.fold(request -> request, rejected -> {
            throw new AssertionError("rejected: " + rejected.objections());
        });
    }

    static CsrOutcome.Rejected rejected(CsrOutcome outcome) {
        return outcome.fold(
                request -> {
                    throw new AssertionError("accepted: " + request);
                },
                rejected -> rejected);
    }

    static List<String> rules(CsrOutcome outcome) {
        return rejected(outcome).objections().stream().map(Objection::rule).toList();
    }

    /** The only objection there is. */
    static Objection objection(CsrOutcome outcome) {
        List<Objection> objections = rejected(outcome).objections();
        if (objections.size() != 1) {
            throw new AssertionError("one objection expected, found " + objections);
        }
        return objections.get(0);
    }
}
