package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The extensions of RFC 5280 §4.2 that rules look into, each decoded when first asked for. */
final class StandardExtensions {
    private final List<JudgedExtension> extensions;
    private final Lazy<Optional<BasicConstraints>> basicConstraints;
    private final Lazy<Optional<KeyUsageBits>> keyUsage;
    private final Lazy<Optional<List<String>>> purposes;
    private final Lazy<Optional<List<GeneralName>>> names;
    private final Lazy<Optional<List<DistributionPoint>>> distributionPoints;
    private final Lazy<Optional<List<AccessDescription>>> access;
    private final Lazy<Optional<List<CertificatePolicy>>> policies;

    StandardExtensions(List<JudgedExtension> extensions) {
        this.extensions = extensions;
        this.basicConstraints = decoder(ObjectIdentifiers.BASIC_CONSTRAINTS, BasicConstraints::read);
        this.keyUsage = decoder(ObjectIdentifiers.KEY_USAGE, KeyUsageBits::read);
        this.purposes = decoder(ObjectIdentifiers.EXTENDED_KEY_USAGE, StandardExtensions::readPurposes);
        this.names = decoder(
                ObjectIdentifiers.SUBJECT_ALT_NAME,
                value -> GeneralName.readAll(Asn1.sequence(value, "subjectAltName")));
        this.distributionPoints = decoder(ObjectIdentifiers.CRL_DISTRIBUTION_POINTS, DistributionPoint::readAll);
        this.access = decoder(ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS, AccessDescription::readAll);
        this.policies = decoder(ObjectIdentifiers.CERTIFICATE_POLICIES, CertificatePolicy::readAll);
    }

    private <T> Lazy<Optional<T>> decoder(String oid, Function<DerCursor, T> read) {
        return new Lazy<>(() -> value(oid).map(read));
    }

    private Optional<DerCursor> value(String oid) {
        for (JudgedExtension extension : extensions) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension.value());
            }
        }
        return Optional.empty();
    }

    Optional<BasicConstraints> basicConstraints() {
        return basicConstraints.get();
    }

    Optional<KeyUsageBits> keyUsage() {
        return keyUsage.get();
    }

    boolean allows(String usage) {
        return keyUsage().map(bits -> bits.has(usage)).orElse(false);
    }

    /** Dotted, in order; absent and empty are different things. */
    Optional<List<String>> purposes() {
        return purposes.get();
    }

    boolean hasPurpose(String oid) {
        return purposes().map(list -> list.contains(oid)).orElse(false);
    }

    boolean server() {
        return hasPurpose(ObjectIdentifiers.SERVER_AUTH);
    }

    boolean ocspResponder() {
        return hasPurpose(ObjectIdentifiers.OCSP_SIGNING);
    }

    /** The alternative names; absent and empty are different things. */
    Optional<List<GeneralName>> names() {
        return names.get();
    }

    List<GeneralName> namesOrNone() {
        return names().orElse(List.of());
    }

    Optional<List<DistributionPoint>> distributionPoints() {
        return distributionPoints.get();
    }

    List<DistributionPoint> distributionPointsOrNone() {
        return distributionPoints().orElse(List.of());
    }

    List<AccessDescription> access() {
        return access.get().orElse(List.of());
    }

    Optional<Der> subjectKeyIdentifier() {
        return value(ObjectIdentifiers.SUBJECT_KEY_IDENTIFIER)
                .map(value -> Der.ofOwned(Asn1.expect(value, Asn1.OCTET_STRING, "subjectKeyIdentifier")
                        .content()));
    }

    Optional<KeyIdentifier> authorityKeyIdentifier() {
        return value(ObjectIdentifiers.AUTHORITY_KEY_IDENTIFIER).map(KeyIdentifier::read);
    }

    /** Whether one of the accesses is of that method. */
    boolean accesses(String method) {
        for (AccessDescription description : access()) {
            if (description.method().equals(method)) {
                return true;
            }
        }
        return false;
    }

    List<CertificatePolicy> policyInformation() {
        return policies.get().orElse(List.of());
    }

    /** Policy identifiers, dotted, in order. */
    List<String> policies() {
        return policyInformation().stream().map(CertificatePolicy::oid).toList();
    }

    List<PolicyMapping> policyMappings() {
        return value(ObjectIdentifiers.POLICY_MAPPINGS)
                .map(PolicyMapping::readAll)
                .orElse(List.of());
    }

    /** Absent and empty are different things. */
    Optional<List<GeneralName>> issuerAltNames() {
        return value(ObjectIdentifiers.ISSUER_ALT_NAME)
                .map(value -> GeneralName.readAll(Asn1.sequence(value, "issuerAltName")));
    }

    private static List<String> readPurposes(DerCursor value) {
        List<String> purposes = new ArrayList<>(2);
        for (DerCursor purpose : Asn1.sequence(value, "extKeyUsage")) {
            purposes.add(Asn1.objectIdentifier(purpose, "KeyPurposeId"));
        }
        return List.copyOf(purposes);
    }
}
