package dev.chancery.core.lint;

import java.util.Optional;

/** Its certificate type says in an old way what extKeyUsage says, and some software still obeys it. */
final class NetscapeExtensionsAbsent extends CertificateRule {
    NetscapeExtensionsAbsent() {
        super(
                "netscape-extensions-absent",
                Severity.WARNING,
                "RFC 5280 §4.2",
                "extensions",
                "There are no extensions of Netscape.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (JudgedExtension extension : certificate.extensions()) {
            if (extension.oid().startsWith(ObjectIdentifiers.NETSCAPE)) {
                return wrong("extension " + extension.oid() + " is one of Netscape");
            }
        }
        return fine();
    }
}
