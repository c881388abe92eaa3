package dev.chancery.publisher.ocsp;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CA whose certificates can be asked about.
 *
 * @param name its short name, as the ledger knows it
 * @param hashes how a CertID may name it
 * @param credential empty while there is none
 */
record ServedCa(String name, List<Der> hashes, Optional<Credential> credential) {
    static ServedCa of(String name, EncodedCertificate certificate, Optional<Credential> credential) {
        byte[] subject = certificate.subject().der().octets();
        byte[] key = Credential.keyBits(certificate.subjectPublicKeyInfo());
        List<Der> hashes = new ArrayList<>();
        for (CertIdHash hash : CertIdHash.values()) {
            hashes.add(hash.joined(hash.digest(subject), hash.digest(key)));
        }
        return new ServedCa(name, List.copyOf(hashes), credential);
    }
}
