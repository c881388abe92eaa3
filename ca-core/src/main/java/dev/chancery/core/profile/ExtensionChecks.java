package dev.chancery.core.profile;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What must hold between the further extensions of a profile and the rest of it. */
final class ExtensionChecks {
    private static final int MOST_ACCESSES = 8;

    private ExtensionChecks() {}

    static void publishedAt(PublishedAt own, boolean crl, boolean access) {
        ProfileChecks.need(
                crl || own.crl().isEmpty(),
                "published-at.crl: is of no use while crl-distribution-point is false; set that to true, or delete this");
        ProfileChecks.need(
                access || own.caCertificate().isEmpty() && own.ocsp().isEmpty(),
                "published-at: ca-certificate and ocsp are of no use while authority-information-access is false; set"
                        + " that to true, or delete them");
    }

    static void criticality(
            Set<Criticality> critical, Collection<ExtendedKeyUsage> purposes, Collection<CertificatePolicy> policies) {
        ProfileChecks.need(
                !critical.contains(Criticality.EXTENDED_KEY_USAGE) || !purposes.isEmpty(),
                "critical: extended-key-usage is empty, so it cannot be critical; fill it, or delete it here");
        ProfileChecks.need(
                !critical.contains(Criticality.POLICIES) || !policies.isEmpty(),
                "critical: policies is empty, so it cannot be critical; fill it, or delete it here");
    }

    static void tlsFeature(Set<TlsFeature> features, Collection<ExtendedKeyUsage> purposes, boolean ca) {
        ProfileChecks.need(
                features.isEmpty() || ca || purposes.contains(ExtendedKeyUsage.SERVER_AUTH),
                "tls-feature: is for TLS servers and for CAs (RFC 7633 §4.2); add serverAuth to extended-key-usage, or"
                        + " delete this");
    }

    static void custom(List<CustomExtension> extensions) {
        ProfileChecks.noneTwice(
                "extensions", extensions.stream().map(CustomExtension::oid).toList());
    }

    static void access(List<SubjectAccess> accesses, boolean ca) {
        ProfileChecks.need(
                accesses.size() <= MOST_ACCESSES,
                "subject-information-access: lists " + accesses.size() + " addresses; at most " + MOST_ACCESSES);
        ProfileChecks.noneTwice(
                "subject-information-access",
                accesses.stream()
                        .map(access -> access.method() + " " + access.location())
                        .toList());
        for (int i = 0; i < accesses.size(); i++) {
            ProfileChecks.need(
                    ca || !accesses.get(i).method().equals(AccessMethod.CA_REPOSITORY),
                    "subject-information-access[" + i + "].method: caRepository is where a CA publishes what it issues"
                            + " (RFC 5280 §4.2.2.2), and this profile makes no CA; write timeStamping or an object"
                            + " identifier, or delete it");
        }
    }

    static void attributes(List<DirectoryAttribute> attributes) {
        ProfileChecks.noneTwice(
                "subject-directory-attributes",
                attributes.stream().map(one -> one.attribute().label()).toList());
    }

    static void lint(List<TurnedDownRule> rules) {
        ProfileChecks.noneTwice("lint", rules.stream().map(TurnedDownRule::rule).toList());
    }
}
