package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What nobody granted may mean anything to some software. */
final class ExtensionsAsExpected extends ExpectationRule {
    /** Each of them is judged by rules of its own. */
    private static final Set<String> OURS = Set.of(
            ObjectIdentifiers.AUTHORITY_KEY_IDENTIFIER,
            ObjectIdentifiers.SUBJECT_KEY_IDENTIFIER,
            ObjectIdentifiers.KEY_USAGE,
            ObjectIdentifiers.BASIC_CONSTRAINTS,
            ObjectIdentifiers.EXTENDED_KEY_USAGE,
            ObjectIdentifiers.SUBJECT_ALT_NAME,
            ObjectIdentifiers.CRL_DISTRIBUTION_POINTS,
            ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS,
            ObjectIdentifiers.OCSP_NOCHECK,
            ObjectIdentifiers.CERTIFICATE_POLICIES,
            ObjectIdentifiers.POLICY_MAPPINGS,
            ObjectIdentifiers.POLICY_CONSTRAINTS,
            ObjectIdentifiers.INHIBIT_ANY_POLICY,
            ObjectIdentifiers.NAME_CONSTRAINTS,
            ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS,
            ObjectIdentifiers.ISSUER_ALT_NAME,
            ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES,
            ObjectIdentifiers.TLS_FEATURE,
            ObjectIdentifiers.MICROSOFT_TEMPLATE);

    ExtensionsAsExpected() {
        super(
                "extensions-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.2",
                "extensions",
                "There is no extension but those of this program and those of the profile, octet by octet.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Map<String, Der> custom = expectation.particulars().custom();
        int found = 0;
        for (JudgedExtension extension : certificate.extensions()) {
            Der value = custom.get(extension.oid());
            if (value == null) {
                if (!OURS.contains(extension.oid())) {
                    return wrong("extension " + extension.oid() + " is not one of the profile's");
                }
            } else {
                found++;
                if (!extension.octets().holds(value)
                        || extension.critical()
                                != expectation.particulars().critical().contains(extension.oid())) {
                    return wrong("extension " + extension.oid() + " is not as the profile states it");
                }
            }
        }
        return found == custom.size()
                ? fine()
                : wrong("of the profile's " + custom.size() + " extensions, " + found + " are there");
    }
}
