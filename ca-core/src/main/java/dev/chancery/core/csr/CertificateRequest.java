package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import java.util.List;

/**
 * A certification request whose signature holds and whose key is good. Its names are wishes, not grants.
 *
 * @param der the PKCS#10 request as it came, without its PEM armour
 * @param subject the subject asked for, possibly empty
 * @param names the alternative names asked for, of every GeneralName kind, unjudged; field is {@code csr}
 * @param subjectPublicKeyInfo DER, exactly as requested
 * @param keyType {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}: for people and for key rules
 */
public record CertificateRequest(
        Der der, SubjectName subject, List<RequestedName> names, Der subjectPublicKeyInfo, KeyType keyType) {
    public CertificateRequest {
        names = List.copyOf(names);
    }

    /**
     * What kind of key it is.
     *
     * @param algorithm {@code RSA}, {@code EC}, {@code Ed25519}, {@code Ed448}
     * @param bits modulus or field size
     */
    public record KeyType(String algorithm, int bits) {
        /** {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}. */
        public String label() {
            return switch (algorithm) {
                case "RSA" -> "RSA " + bits;
                case "EC" -> "EC P-" + bits;
                default -> algorithm;
            };
        }
    }
}
