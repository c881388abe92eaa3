package dev.chancery.core.lint;

import java.util.Optional;

/** A client finds its own question by these octets. */
final class OcspCertIdForm extends BasicOcspRule {
    OcspCertIdForm() {
        super(
                "ocsp-cert-id-form",
                Severity.ERROR,
                "RFC 6960 §4.1.1",
                "certID",
                "A certID has hashes as long as their algorithm makes them, and a positive serial number.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            OcspCertId id = answer.certId();
            Optional<Integer> octets = id.length();
            if (octets.isEmpty()) {
                return wrong("the hash " + id.hash() + " of a certID is unknown");
            }
            if (id.issuerName().length() != octets.get() || id.issuerKey().length() != octets.get()) {
                return wrong("the hashes of a certID have " + id.issuerName().length() + " and "
                        + id.issuerKey().length() + " octets in place of " + octets.get());
            }
            if (id.serial().signum() <= 0) {
                return wrong("the serial number " + id.serial() + " is none that a certificate can have");
            }
        }
        return fine();
    }
}
