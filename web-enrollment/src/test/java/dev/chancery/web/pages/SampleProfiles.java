package dev.chancery.web.pages;

import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Curve;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.KeyRule;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.NamesRule;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.RuleWeight;
import dev.chancery.core.profile.SubjectRule;
import dev.chancery.core.profile.TurnedDownRule;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.ValidityRule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Profiles with titles as people see them. */
final class SampleProfiles {
    private SampleProfiles() {}

    static ProfileCatalog catalog() {
        return new ProfileCatalog(List.of(
                profile("tls-server", "Web server", "HTTPS for any server.", Approval.NONE, "serverAuth"),
                tolerant(profile(
                        "edge-external",
                        "Skype for Business Edge, external",
                        "Access, web conferencing and A/V names, one certificate for all nodes.",
                        Approval.OFFICER,
                        "serverAuth")),
                profile(
                        "tls-server-client",
                        "Mutual TLS peer",
                        "For servers that also call others, and show the same certificate.",
                        Approval.NONE,
                        "serverAuth",
                        "clientAuth")));
    }

    /** The same with two rules turned down. */
    private static CertificateProfile tolerant(CertificateProfile profile) {
        return new CertificateProfile(
                profile.name(),
                profile.title(),
                profile.description(),
                profile.issuer(),
                profile.subject(),
                profile.names(),
                profile.key(),
                profile.validity(),
                profile.keyUsage(),
                profile.extendedKeyUsage(),
                profile.ca(),
                profile.crlDistributionPoint(),
                profile.authorityInformationAccess(),
                profile.ocspNocheck(),
                profile.policies(),
                profile.approval(),
                profile.usableBy(),
                profile.signature(),
                profile.publishedAt(),
                profile.critical(),
                profile.tlsFeature(),
                profile.microsoftTemplate(),
                profile.extensions(),
                profile.subjectInformationAccess(),
                profile.issuerAlternativeNames(),
                profile.subjectDirectoryAttributes(),
                List.of(
                        new TurnedDownRule("dns-underscore", RuleWeight.NOTICE, "Old hosts have such names"),
                        new TurnedDownRule("validity-of-server", RuleWeight.OFF, "Its nodes are thrown away")),
                profile.requesters(),
                profile.officers());
    }

    static CertificateProfile profile(
            String name, String title, String description, Approval approval, String... purposes) {
        return new CertificateProfile(
                name,
                title,
                description,
                "issuing",
                SubjectRule.defaults(),
                new NamesRule(EnumSet.of(NameKind.DNS, NameKind.IP), 1, 100, true),
                new KeyRule(
                        Optional.of(KeyRule.RsaSizes.defaults()),
                        EnumSet.of(Curve.P_256, Curve.P_384),
                        serverMade(name)),
                new ValidityRule(ValidityLength.of("1 year"), ValidityLength.of("2 years")),
                List.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT),
                Arrays.stream(purposes).map(ExtendedKeyUsage::of).toList(),
                Optional.empty(),
                true,
                true,
                false,
                List.of(),
                approval,
                Set.of("requester", "officer"));
    }

    /** All but those for mutual TLS. */
    private static Optional<Boolean> serverMade(String name) {
        return name.equals("tls-server-client") ? Optional.empty() : Optional.of(true);
    }
}
