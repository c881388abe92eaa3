package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.view.ProfileFacts.join;

import dev.chancery.core.profile.CaRule;
import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ConstrainedNames;
import dev.chancery.core.profile.Criticality;
import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.IssuerNames;
import dev.chancery.core.profile.PolicyRule;
import dev.chancery.core.profile.PublishedAt;
import dev.chancery.core.profile.TurnedDownRule;
import dev.chancery.web.pages.view.ProfileView.Fact;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the extensions of a profile's certificates say, in the reader's language. */
final class StatementFacts {
    private final List<Fact> facts = new ArrayList<>();

    private StatementFacts() {}

    static List<Fact> of(CertificateProfile profile) {
        StatementFacts words = new StatementFacts();
        if (!profile.extendedKeyUsage().isEmpty()) {
            String purposes = join(profile.extendedKeyUsage().stream()
                    .map(ExtendedKeyUsage::label)
                    .toList());
            words.fact("purposes", critical(profile, Criticality.EXTENDED_KEY_USAGE, purposes));
        }
        profile.ca().ifPresent(words::authority);
        words.fact("revocation", revocation(profile));
        profile.policies().forEach(policy -> words.fact("policy", policy(profile, policy)));
        words.extensions(profile);
        words.further(profile);
        return words.facts;
    }

    private void fact(String label, String... lines) {
        facts.add(new Fact(plain("facts.label." + label), List.of(lines)));
    }

    private static String critical(CertificateProfile profile, Criticality extension, String words) {
        return profile.critical().contains(extension) ? plain("facts.critical", words) : words;
    }

    private void authority(CaRule ca) {
        List<String> lines = new ArrayList<>();
        lines.add(ca.pathLength()
                .map(length -> length == 0 ? plain("facts.ca.leaf") : plain("facts.ca.most", length))
                .orElseGet(() -> plain("facts.ca.any")));
        constraints("facts.ca.permitted", ca.nameConstraints().permitted(), lines);
        constraints("facts.ca.excluded", ca.nameConstraints().excluded(), lines);
        PolicyRule rule = ca.policyRule();
        rule.requireExplicit().ifPresent(skip -> lines.add(plain("facts.ca.explicit", skip)));
        rule.inhibitMapping().ifPresent(skip -> lines.add(plain("facts.ca.mapping", skip)));
        rule.inhibitAny().ifPresent(skip -> lines.add(plain("facts.ca.anyPolicy", skip)));
        rule.mappings()
                .forEach(mapping ->
                        lines.add(plain("facts.ca.asGood", mapping.issuerDomain(), mapping.subjectDomain())));
        fact("ca", lines.toArray(String[]::new));
    }

    private static void constraints(String key, ConstrainedNames names, List<String> lines) {
        List<String> all = new ArrayList<>();
        names.dns().forEach(text -> all.add(plain("facts.below.dns", text)));
        names.ip().forEach(text -> all.add(plain("facts.below.ip", text)));
        names.email().forEach(text -> all.add(plain("facts.below.email", text)));
        names.uri().forEach(text -> all.add(plain("facts.below.uri", text)));
        names.directory().forEach(name -> all.add(plain("facts.below.directory", name.rfc4514())));
        if (!all.isEmpty()) {
            lines.add(plain(key, join(all)));
        }
    }

    private static String revocation(CertificateProfile profile) {
        PublishedAt own = profile.publishedAt();
        List<String> parts = new ArrayList<>();
        if (!profile.crlDistributionPoint()) {
            parts.add(plain("facts.revocation.noCrl"));
        } else if (own.crl().isEmpty()) {
            parts.add(plain("facts.revocation.crl"));
        } else {
            parts.add(plain("facts.revocation.crlAt", join(own.crl())));
        }
        parts.add(
                profile.authorityInformationAccess()
                        ? plain(
                                "facts.revocation.both",
                                at("facts.revocation.issuer", own.caCertificate()),
                                at("facts.revocation.ocsp", own.ocsp()))
                        : plain("facts.revocation.neither"));
        if (profile.ocspNocheck()) {
            parts.add(plain("facts.revocation.nocheck"));
        }
        return String.join("; ", parts);
    }

    private static String at(String key, List<URI> addresses) {
        String what = plain(key);
        return addresses.isEmpty() ? what : plain("facts.at", what, join(addresses));
    }

    private static String policy(CertificateProfile profile, CertificatePolicy policy) {
        List<String> parts = new ArrayList<>(List.of(policy.oid()));
        policy.cps().ifPresent(parts::add);
        policy.notice().ifPresent(notice -> parts.add(plain("facts.quoted", notice)));
        return critical(profile, Criticality.POLICIES, join(parts));
    }

    private void extensions(CertificateProfile profile) {
        if (!profile.tlsFeature().isEmpty()) {
            String features = join(profile.tlsFeature().stream()
                    .sorted()
                    .map(feature -> feature.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
            fact("tlsFeature", plain("facts.tlsFeature.staple", features));
        }
        profile.microsoftTemplate().ifPresent(template -> fact("template", template.oid()));
        profile.extensions().stream()
                .sorted(Comparator.comparing(CustomExtension::oid))
                .forEach(extension -> {
                    String oid = extension.isCritical() ? plain("facts.critical", extension.oid()) : extension.oid();
                    String value = extension
                            .utf8()
                            .or(extension::ia5)
                            .map(text -> plain("facts.quoted", text))
                            .orElseGet(() -> plain(
                                    "facts.extension.octets", extension.value().length()));
                    fact("extension", join(List.of(oid, value)));
                });
    }

    private void further(CertificateProfile profile) {
        profile.subjectInformationAccess()
                .forEach(access ->
                        fact("offers", plain("facts.at", access.method().label(), access.location())));
        IssuerNames names = profile.issuerAlternativeNames();
        if (!names.isEmpty()) {
            List<String> all = new ArrayList<>();
            names.names().forEach(name -> all.add(name.text()));
            names.directory().forEach(name -> all.add(name.rfc4514()));
            fact("alsoNamed", join(all));
        }
        profile.subjectDirectoryAttributes().forEach(attribute -> fact("attribute", attribute.words()));
        profile.lint().forEach(rule -> fact("lint", lint(rule)));
    }

    private static String lint(TurnedDownRule rule) {
        String weight = plain("facts.lint." + rule.severity().name().toLowerCase(Locale.ROOT), rule.rule());
        return plain("facts.lint.because", weight, rule.reason());
    }
}
