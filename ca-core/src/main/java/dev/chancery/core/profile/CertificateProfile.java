package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of certificate: what it may contain, for how long, who may ask for it and who must approve. Read from
 * {@code profiles/NAME.yaml}, and sound once it exists.
 *
 * @param name as in the API, {@code tls-server}; the file's name
 * @param title for people, {@code Web server}
 * @param description one sentence for the request form
 * @param issuer short name of the CA that signs it
 * @param usableBy role labels that may request it; empty for nobody but the server itself
 * @param policies for certificatePolicies (RFC 5280 §4.2.1.4)
 * @param ocspNocheck id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1)
 * @param signature how the CA signs
 * @param publishedAt addresses in place of those of the CA
 * @param critical which extensions are critical that need not be
 * @param tlsFeature what the server must offer (RFC 7633)
 * @param extensions further ones, always the same
 * @param subjectInformationAccess where what the subject offers can be had (RFC 5280 §4.2.2.2)
 * @param issuerAlternativeNames further names of the CA (RFC 5280 §4.2.1.7)
 * @param subjectDirectoryAttributes of the subject, beside its name (RFC 5280 §4.2.1.8)
 * @param lint rules that count for less here
 * @param requesters who of those in usableBy may ask
 * @param officers how many have to agree where one has to; 1 where it is not written
 */
public record CertificateProfile(
        String name,
        String title,
        String description,
        String issuer,
        SubjectRule subject,
        NamesRule names,
        KeyRule key,
        ValidityRule validity,
        List<KeyUsage> keyUsage,
        List<ExtendedKeyUsage> extendedKeyUsage,
        Optional<CaRule> ca,
        boolean crlDistributionPoint,
        boolean authorityInformationAccess,
        boolean ocspNocheck,
        List<CertificatePolicy> policies,
        Approval approval,
        Set<String> usableBy,
        SignatureRule signature,
        PublishedAt publishedAt,
        Set<Criticality> critical,
        Set<TlsFeature> tlsFeature,
        Optional<MicrosoftTemplate> microsoftTemplate,
        List<CustomExtension> extensions,
        List<SubjectAccess> subjectInformationAccess,
        IssuerNames issuerAlternativeNames,
        List<DirectoryAttribute> subjectDirectoryAttributes,
        List<TurnedDownRule> lint,
        RequesterRule requesters,
        Optional<Integer> officers) {
    public CertificateProfile {
        keyUsage = List.copyOf(keyUsage);
        extendedKeyUsage = List.copyOf(extendedKeyUsage);
        policies = List.copyOf(policies);
        usableBy = Set.copyOf(usableBy);
        critical = Set.copyOf(critical);
        tlsFeature = Set.copyOf(tlsFeature);
        extensions = List.copyOf(extensions);
        subjectInformationAccess = List.copyOf(subjectInformationAccess);
        subjectDirectoryAttributes = List.copyOf(subjectDirectoryAttributes);
        lint = List.copyOf(lint);
        ProfileChecks.words(name, title, description, issuer);
        ProfileChecks.purposes(extendedKeyUsage, ca.isPresent());
        ProfileChecks.keyUsage(keyUsage, extendedKeyUsage, ca.isPresent(), key);
        ProfileChecks.identity(subject, names, ca.isPresent(), extendedKeyUsage);
        ProfileChecks.revocation(crlDistributionPoint, ocspNocheck, ca.isPresent(), extendedKeyUsage);
        PolicyChecks.policies(policies, ca);
        ExtensionChecks.publishedAt(publishedAt, crlDistributionPoint, authorityInformationAccess);
        ExtensionChecks.criticality(critical, extendedKeyUsage, policies);
        ExtensionChecks.tlsFeature(tlsFeature, extendedKeyUsage, ca.isPresent());
        ExtensionChecks.custom(extensions);
        ExtensionChecks.access(subjectInformationAccess, ca.isPresent());
        ExtensionChecks.attributes(subjectDirectoryAttributes);
        ExtensionChecks.lint(lint);
        ProfileChecks.usableBy(usableBy);
        ProfileChecks.people(requesters, officers, usableBy);
    }

    /** One that says nothing of the further extensions, and leaves the signature and the addresses to the CA. */
    public CertificateProfile(
            String name,
            String title,
            String description,
            String issuer,
            SubjectRule subject,
            NamesRule names,
            KeyRule key,
            ValidityRule validity,
            List<KeyUsage> keyUsage,
            List<ExtendedKeyUsage> extendedKeyUsage,
            Optional<CaRule> ca,
            boolean crlDistributionPoint,
            boolean authorityInformationAccess,
            boolean ocspNocheck,
            List<CertificatePolicy> policies,
            Approval approval,
            Set<String> usableBy) {
        this(
                name,
                title,
                description,
                issuer,
                subject,
                names,
                key,
                validity,
                keyUsage,
                extendedKeyUsage,
                ca,
                crlDistributionPoint,
                authorityInformationAccess,
                ocspNocheck,
                policies,
                approval,
                usableBy,
                SignatureRule.defaults(),
                PublishedAt.defaults(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                IssuerNames.defaults(),
                List.of(),
                List.of(),
                RequesterRule.defaults(),
                Optional.empty());
    }

    /** The same, signed by another CA: one OCSP responder for each. */
    public CertificateProfile issuedBy(String otherIssuer) {
        return with(otherIssuer, subject, validity);
    }

    /** The same, valid for this long and no other time, whatever its own maximum is. */
    public CertificateProfile lasting(ValidityLength length) {
        return with(issuer, subject, new ValidityRule(length, length));
    }

    /** The same, whatever the values of the subject look like: for a sample, which cannot be made to fit a pattern. */
    public CertificateProfile withoutPatterns() {
        return with(issuer, subject.withoutPatterns(), validity);
    }

    private CertificateProfile with(String otherIssuer, SubjectRule otherSubject, ValidityRule otherValidity) {
        return new CertificateProfile(
                name,
                title,
                description,
                otherIssuer,
                otherSubject,
                names,
                key,
                otherValidity,
                keyUsage,
                extendedKeyUsage,
                ca,
                crlDistributionPoint,
                authorityInformationAccess,
                ocspNocheck,
                policies,
                approval,
                usableBy,
                signature,
                publishedAt,
                critical,
                tlsFeature,
                microsoftTemplate,
                extensions,
                subjectInformationAccess,
                issuerAlternativeNames,
                subjectDirectoryAttributes,
                lint,
                requesters,
                officers);
    }

    /**
     * Judges a request: every name, the subject, the key and the validity, and objects to everything at once.
     *
     * @param issuerValidity the issuer's; nothing outlives it
     */
    public GrantOutcome grant(CertificateRequest request, Wishes wishes, Validity issuerValidity, Instant now) {
        List<Objection> objections = new ArrayList<>();
        Asked asked = Asked.of(request, wishes, !names.kinds().isEmpty(), objections::add);
        List<SubjectAltName> grantedNames = new NameJudge(this, objections::add).judge(asked);
        JudgedSubject grantedSubject = new SubjectJudge(this, objections::add).judge(asked, grantedNames);
        key.judge(request.keyType(), name).ifPresent(objections::add);
        Optional<Validity> grantedValidity =
                new ValidityJudge(this, issuerValidity, objections::add).judge(wishes.validity(), now);
        if (!objections.isEmpty() || grantedValidity.isEmpty()) {
            return new GrantOutcome.Refused(objections);
        }
        return new GrantOutcome.Granted(new Grant(
                this,
                grantedSubject.name(),
                grantedSubject.claims(),
                grantedNames,
                request.subjectPublicKeyInfo(),
                grantedValidity.get(),
                KeyUsage.fit(keyUsage, request.keyType().algorithm())));
    }
}
