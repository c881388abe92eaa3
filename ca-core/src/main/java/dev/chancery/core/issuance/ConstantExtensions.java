package dev.chancery.core.issuance;

import dev.chancery.core.lint.Particulars;
import dev.chancery.core.lint.Weights;
import dev.chancery.core.profile.CaRule;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Criticality;
import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.TurnedDownRule;
import dev.chancery.core.x509.CaConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The extensions that every certificate of one profile has in common, encoded once, and the same in the judge's words.
 *
 * @param beforeNames in the order of the certificate, up to the alternative names
 * @param last those behind the addresses of the issuer
 * @param purposes object identifiers, dotted
 * @param weights the rules that the profile turns down
 */
record ConstantExtensions(
        List<ASN1Primitive> beforeNames,
        List<ASN1Primitive> last,
        Optional<CaConstraint> ca,
        Set<String> purposes,
        Particulars particulars,
        Weights weights) {
    ConstantExtensions {
        beforeNames = List.copyOf(beforeNames);
        last = List.copyOf(last);
        purposes = Set.copyOf(purposes);
    }

    /** A CA of the ceremony: nothing but what makes it a CA. */
    static ConstantExtensions of(CaConstraint ca) {
        return new ConstantExtensions(
                List.of(Extensions.basicConstraints(ca).toASN1Primitive()),
                List.of(),
                Optional.of(ca),
                Set.of(),
                Particulars.none(),
                Weights.usual());
    }

    static ConstantExtensions of(CertificateProfile profile) {
        List<Extension> before = new ArrayList<>();
        Optional<CaConstraint> ca = profile.ca().map(CaRule::constraint);
        ca.map(Extensions::basicConstraints).ifPresent(before::add);
        Set<String> purposes = new HashSet<>();
        profile.extendedKeyUsage().stream().map(ExtendedKeyUsage::oid).forEach(purposes::add);
        if (!purposes.isEmpty()) {
            boolean critical = profile.critical().contains(Criticality.EXTENDED_KEY_USAGE);
            before.add(Extensions.extendedKeyUsage(profile.extendedKeyUsage(), critical));
        }
        List<Extension> last = new ArrayList<>();
        if (!profile.policies().isEmpty()) {
            last.add(PolicyExtensions.certificatePolicies(
                    profile.policies(), profile.critical().contains(Criticality.POLICIES)));
        }
        if (profile.ocspNocheck()) {
            last.add(Extensions.ocspNocheck());
        }
        profile.ca().ifPresent(rule -> limits(rule, last));
        if (!profile.tlsFeature().isEmpty()) {
            last.add(Extensions.tlsFeature(profile.tlsFeature()));
        }
        profile.microsoftTemplate().map(Extensions::microsoftTemplate).ifPresent(last::add);
        last.addAll(DescriptiveExtensions.of(profile));
        for (CustomExtension custom : profile.extensions()) {
            last.add(Extensions.custom(custom));
        }
        return new ConstantExtensions(
                encoded(before),
                encoded(last),
                ca,
                purposes,
                ExpectedParticulars.of(profile),
                TurnedDownRule.weights(profile.lint()));
    }

    private static void limits(CaRule ca, List<Extension> last) {
        if (!ca.nameConstraints().isEmpty()) {
            last.add(ConstraintExtensions.nameConstraints(ca.nameConstraints()));
        }
        last.addAll(PolicyExtensions.limits(ca.policyRule()));
    }

    private static List<ASN1Primitive> encoded(List<Extension> extensions) {
        return extensions.stream().map(Extension::toASN1Primitive).toList();
    }
}
