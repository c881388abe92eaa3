package dev.chancery.core.issuance;

import dev.chancery.core.lint.Expectation;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a certificate will say about its subject: from a grant, or from the plan of a CA.
 *
 * @param published whether and which pointers to the issuer's publications it carries
 * @param policies dotted object identifiers
 */
record Contents(
        SubjectName subject,
        List<SubjectAltName> names,
        Der subjectPublicKeyInfo,
        Validity validity,
        Set<KeyUsage> keyUsages,
        List<ExtendedKeyUsage> extendedKeyUsages,
        Optional<CaConstraint> ca,
        Pointers published,
        boolean ocspNocheck,
        List<String> policies) {

    /** The CRL distribution point and the authority information access. */
    record Pointers(boolean crlDistributionPoint, boolean authorityInformationAccess) {}

    Contents {
        names = List.copyOf(names);
        keyUsages = Set.copyOf(keyUsages);
        extendedKeyUsages = List.copyOf(extendedKeyUsages);
        policies = List.copyOf(policies);
    }

    static Contents of(Grant grant) {
        CertificateProfile profile = grant.profile();
        return new Contents(
                grant.subject(),
                grant.names(),
                grant.subjectPublicKeyInfo(),
                grant.validity(),
                grant.keyUsages(),
                grant.extendedKeyUsages(),
                grant.ca(),
                new Pointers(profile.crlDistributionPoint(), profile.authorityInformationAccess()),
                profile.ocspNocheck(),
                profile.policies());
    }

    /** A CA certificate: signs certificates and CRLs, and nothing else (RFC 5280 §4.2.1.3). */
    static Contents of(AuthorityContents authority, Der subjectPublicKeyInfo, boolean root) {
        return new Contents(
                authority.subject(),
                List.of(),
                subjectPublicKeyInfo,
                authority.validity(),
                EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN),
                List.of(),
                Optional.of(authority.constraint()),
                new Pointers(!root, !root),
                false,
                List.of());
    }

    /** The same, in the judge's words. */
    Expectation expectation(Optional<Der> issuerCertificate) {
        return new Expectation(
                issuerCertificate,
                ca,
                texts(keyUsages, KeyUsage::rfcName),
                texts(extendedKeyUsages, ExtendedKeyUsage::oid),
                texts(names, name -> name.kind() + ":" + name.text()),
                published.crlDistributionPoint());
    }

    private static <T> Set<String> texts(Collection<T> values, Function<T, String> text) {
        Set<String> texts = new HashSet<>();
        for (T value : values) {
            texts.add(text.apply(value));
        }
        return texts;
    }
}
