package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;

/** Judges what comes back where the CA's certificate belongs: one certificate, in DER, the CA's (RFC 5280 §4.2.2.1). */
final class CertificateVerdict {
    private CertificateVerdict() {}

    static List<CheckFinding> judge(Issuer issuer, ComparedBody body) {
        return body.same() ? List.of() : List.of(CheckFinding.fault(explain(issuer, body)));
    }

    private static String explain(Issuer issuer, ComparedBody body) {
        try {
            EncodedCertificate other = new EncodedCertificate(body.octets());
            boolean sameKey =
                    other.subjectPublicKeyInfo().equals(issuer.certificate().subjectPublicKeyInfo());
            return "Another certificate comes back, of "
                    + AnswerVerdict.printable(other.subject().rfc4514())
                    + (sameKey
                            ? ", with the same key as this CA's, serial number " + other.serial() + "."
                            : ": chains cannot be built with it.");
        } catch (IllegalArgumentException e) {
            return "What comes back (" + body.length() + " octets) is not one certificate in DER: it is "
                    + AnswerVerdict.looksLike(body.octets().unsafeOctets()) + ".";
        }
    }
}
