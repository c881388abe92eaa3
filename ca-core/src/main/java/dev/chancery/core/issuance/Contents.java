package dev.chancery.core.issuance;

import dev.chancery.core.lint.Expectation;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.KeyUsage;
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
 * @param constant what all certificates of its kind say
 */
record Contents(
        SubjectName subject,
        List<SubjectAltName> names,
        Der subjectPublicKeyInfo,
        Validity validity,
        Set<KeyUsage> keyUsages,
        Pointers published,
        ConstantExtensions constant) {

    /** The CRL distribution point and the authority information access. */
    record Pointers(boolean crlDistributionPoint, boolean authorityInformationAccess) {}

    Contents {
        names = List.copyOf(names);
        keyUsages = Set.copyOf(keyUsages);
    }

    static Contents of(Grant grant, ConstantExtensions constant) {
        CertificateProfile profile = grant.profile();
        return new Contents(
                grant.subject(),
                grant.names(),
                grant.subjectPublicKeyInfo(),
                grant.validity(),
                grant.keyUsages(),
                new Pointers(profile.crlDistributionPoint(), profile.authorityInformationAccess()),
                constant);
    }

    /** A CA certificate: signs certificates and CRLs, and nothing else (RFC 5280 §4.2.1.3). */
    static Contents of(AuthorityContents authority, Der subjectPublicKeyInfo, boolean root) {
        return new Contents(
                authority.subject(),
                List.of(),
                subjectPublicKeyInfo,
                authority.validity(),
                EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN),
                new Pointers(!root, !root),
                ConstantExtensions.of(authority.constraint()));
    }

    /** The same, in the judge's words. */
    Expectation expectation(Optional<Der> issuerCertificate) {
        return new Expectation(
                issuerCertificate,
                constant.ca(),
                texts(keyUsages, KeyUsage::rfcName),
                constant.purposes(),
                texts(names, name -> name.kind() + ":" + name.text()),
                published.crlDistributionPoint(),
                constant.particulars(),
                constant.weights());
    }

    private static <T> Set<String> texts(Collection<T> values, Function<T, String> text) {
        Set<String> texts = new HashSet<>();
        for (T value : values) {
            texts.add(text.apply(value));
        }
        return texts;
    }
}
