package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;

/** Judges what comes back where the CA's certificate belongs: one certificate, in DER, the CA's (RFC 5280 §4.2.2.1). */
final class CertificateVerdict {
    private CertificateVerdict() {}

    static List<CheckFinding> judge(Issuer issuer, ComparedBody body) {
        return body.same() ? List.of() : List.of(explain(issuer, body));
    }

    private static CheckFinding explain(Issuer issuer, ComparedBody body) {
        try {
            EncodedCertificate other = new EncodedCertificate(body.octets());
            boolean sameKey =
                    other.subjectPublicKeyInfo().equals(issuer.certificate().subjectPublicKeyInfo());
            String subject = AnswerVerdict.printable(other.subject().rfc4514());
            String begun = "Another certificate comes back, of " + subject;
            return sameKey
                    ? CheckFinding.fault(
                            CheckReason.CERTIFICATE_TWIN,
                            begun + ", with the same key as this CA's, serial number " + other.serial() + ".",
                            subject,
                            other.serial())
                    : CheckFinding.fault(
                            CheckReason.CERTIFICATE_OTHER, begun + ": chains cannot be built with it.", subject);
        } catch (IllegalArgumentException e) {
            Looks looks = Looks.of(body.octets().unsafeOctets());
            return CheckFinding.fault(
                    CheckReason.NOT_CERTIFICATE,
                    "What comes back (" + body.length() + " octets) is not one certificate in DER: it is "
                            + looks.words() + ".",
                    looks.code(),
                    body.length());
        }
    }
}
