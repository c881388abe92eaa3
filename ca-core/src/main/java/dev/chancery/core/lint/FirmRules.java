package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules that no profile turns down, and why. All others are a matter of what a certificate's readers can take. */
final class FirmRules {
    private static final String GRANT = "holds the certificate to what was granted";
    private static final String ISSUER = "holds the certificate to its issuer";
    private static final String ENCODING =
            "is about the encoding, and what is encoded wrongly each reader reads differently";
    private static final String RIGHTS =
            "keeps a certificate from being good for more than was granted (SECURITY.md rule 6)";
    private static final String STRENGTH = "keeps keys and signatures out that can be broken or that nobody can use";
    private static final String OTHERS = "is not about certificates, and a profile makes certificates";

    /** Beside those about DER itself: form, presence and order of what ASN.1 prescribes. */
    private static final Set<String> ENCODED = Set.of(
            "version-3",
            "serial-positive",
            "serial-length",
            "signature-algorithms-equal",
            "signature-rsa-parameters-null",
            "signature-parameters-absent",
            "signature-pss-parameters",
            "issuer-not-empty",
            "time-form",
            "time-type",
            "validity-ordered",
            "unique-identifiers-absent",
            "subject-rdn-not-empty",
            "subject-value-not-empty",
            "subject-string-type",
            "subject-characters",
            "subject-control-characters",
            "subject-length",
            "key-rsa-parameters-null",
            "key-parameters-absent",
            "key-ec-named-curve",
            "key-ec-point",
            "key-length",
            "key-whole-octets",
            "extensions-not-empty",
            "extensions-unique",
            "aki-key-identifier-form",
            "ski-not-empty",
            "key-usage-not-empty",
            "eku-not-empty",
            "eku-unique",
            "aia-not-empty",
            "policies-not-empty",
            "policies-unique",
            "san-not-empty",
            "san-unique",
            "san-ascii",
            "san-ip-length",
            "san-other-name-form",
            "san-directory-name-form",
            "policy-qualifier-form",
            "policy-text-type",
            "policy-text-length",
            "policy-mappings-not-empty",
            "policy-constraints-not-empty",
            "policy-constraints-form",
            "inhibit-any-policy-form",
            "name-constraints-not-empty",
            "name-constraints-distances",
            "name-constraints-ip-form",
            "issuer-alt-name-not-empty",
            "issuer-alt-name-forms",
            "tls-feature-form",
            "directory-attributes-not-empty",
            "directory-attributes-form",
            "sia-form",
            "no-rev-avail-form",
            "microsoft-template-form",
            "sct-list-not-empty");

    private static final Set<String> RIGHTFUL = Set.of(
            "ca-subject-not-empty",
            "microsoft-sid-refused",
            "application-policies-refused",
            "netscape-extensions-absent",
            "basic-constraints-critical",
            "basic-constraints-only-in-ca",
            "path-length-only-in-ca",
            "key-usage-present",
            "key-usage-critical",
            "key-usage-of-ca",
            "key-usage-of-end-entity",
            "eku-present",
            "eku-not-any",
            "eku-not-impersonating",
            "ocsp-nocheck-only-in-responder",
            "any-policy-only-in-ca",
            "policy-mappings-only-in-ca",
            "policy-mappings-not-any",
            "policy-constraints-critical",
            "policy-constraints-only-in-ca",
            "inhibit-any-policy-critical",
            "inhibit-any-policy-only-in-ca",
            "name-constraints-critical",
            "name-constraints-only-in-ca");

    private static final Set<String> STRONG = Set.of(
            "signature-known",
            "signature-hash-strong",
            "serial-entropy",
            "ml-dsa-pure",
            "key-known",
            "key-rsa-size",
            "key-rsa-exponent",
            "key-rsa-modulus-odd",
            "key-ec-curve-allowed");

    private static final Map<String, Set<String>> NAMED = Map.of(ENCODING, ENCODED, RIGHTS, RIGHTFUL, STRENGTH, STRONG);

    private FirmRules() {}

    /** In words that follow the name of the rule; empty for a rule that may be turned down. */
    static Optional<String> why(Rule rule) {
        if (rule instanceof ExpectationRule) {
            return Optional.of(GRANT);
        }
        if (rule instanceof IssuerRule) {
            return Optional.of(ISSUER);
        }
        if (!(rule instanceof CertificateRule)) {
            return Optional.of(OTHERS);
        }
        if (AllRules.encoding().contains(rule)) {
            return Optional.of(ENCODING);
        }
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().contains(rule.id()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All that are named here, so that a test can tell that each is a rule. */
    static Set<String> named() {
        Set<String> all = new HashSet<>();
        NAMED.values().forEach(all::addAll);
        return all;
    }
}
