package dev.chancery.core.profile;

import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a profile granted: everything that the finished certificate will say about its subject, and nothing that a client
 * sent unseen. Only {@link CertificateProfile} makes one.
 */
public final class Grant {
    /**
     * Something that the subject says on the requester's word alone, because no name of the certificate says it too: an
     * organization, or the common name of a CA.
     */
    public record Claim(SubjectAttribute attribute, String value) {}

    private final CertificateProfile profile;
    private final SubjectName subject;
    private final List<Claim> claims;
    private final List<SubjectAltName> names;
    private final Der subjectPublicKeyInfo;
    private final Validity validity;
    private final Set<KeyUsage> keyUsages;
    private final OptionalInt profileVersion;

    Grant(
            CertificateProfile profile,
            SubjectName subject,
            List<Claim> claims,
            List<SubjectAltName> names,
            Der subjectPublicKeyInfo,
            Validity validity,
            Set<KeyUsage> keyUsages) {
        this(profile, subject, claims, names, subjectPublicKeyInfo, validity, keyUsages, OptionalInt.empty());
    }

    private Grant(
            CertificateProfile profile,
            SubjectName subject,
            List<Claim> claims,
            List<SubjectAltName> names,
            Der subjectPublicKeyInfo,
            Validity validity,
            Set<KeyUsage> keyUsages,
            OptionalInt profileVersion) {
        this.profileVersion = profileVersion;
        this.profile = profile;
        this.subject = subject;
        this.claims = List.copyOf(claims);
        this.names = List.copyOf(names);
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
        this.validity = validity;
        this.keyUsages = Set.copyOf(keyUsages);
    }

    public CertificateProfile profile() {
        return profile;
    }

    /** The same, with the number that the profile's version has in the journal. */
    public Grant madeWith(OptionalInt version) {
        return new Grant(profile, subject, claims, names, subjectPublicKeyInfo, validity, keyUsages, version);
    }

    /** Empty when the profile has no versions. */
    public OptionalInt profileVersion() {
        return profileVersion;
    }

    public SubjectName subject() {
        return subject;
    }

    public List<Claim> claims() {
        return claims;
    }

    public List<SubjectAltName> names() {
        return names;
    }

    public Der subjectPublicKeyInfo() {
        return subjectPublicKeyInfo;
    }

    public Validity validity() {
        return validity;
    }

    /** The profile's, fitted to the kind of key: no keyEncipherment on EC and EdDSA keys (RFC 8813). */
    public Set<KeyUsage> keyUsages() {
        return keyUsages;
    }

    public List<ExtendedKeyUsage> extendedKeyUsages() {
        return profile.extendedKeyUsage();
    }

    public Optional<CaConstraint> ca() {
        return profile.ca().map(CaRule::constraint);
    }
}
