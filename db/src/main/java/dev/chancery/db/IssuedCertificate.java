package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.List;

/** What the tables keep of a certificate beside its octets. */
record IssuedCertificate(CertificateIssued event, String serial, long notAfter, SearchNames names) {
    static IssuedCertificate of(CertificateIssued event) {
        EncodedCertificate certificate = new EncodedCertificate(event.certificate());
        List<String> names = new ArrayList<>();
        certificate.subject().commonName().ifPresent(names::add);
        certificate.subjectAltNames().stream().map(SubjectAltName::text).forEach(names::add);
        return new IssuedCertificate(
                event,
                certificate.serial().hex(),
                Micros.of(certificate.validity().notAfter()),
                SearchNames.of(names));
    }
}
