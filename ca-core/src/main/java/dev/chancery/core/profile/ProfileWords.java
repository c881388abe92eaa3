package dev.chancery.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a profile makes, in words. */
public final class ProfileWords {
    private final List<Line> lines = new ArrayList<>();

    /** A thing, and what is said of it. */
    public record Line(String label, String text) {}

    private ProfileWords() {}

    public static List<Line> of(CertificateProfile profile) {
        ProfileWords words = new ProfileWords();
        words.identity(profile);
        words.contents(profile);
        profile.ca().ifPresent(words::authority);
        words.statements(profile);
        words.further(profile);
        words.people(profile);
        return List.copyOf(words.lines);
    }

    private void line(String label, String text) {
        lines.add(new Line(label, text));
    }

    private void identity(CertificateProfile profile) {
        line("Profile", profile.name() + ", \"" + profile.title() + "\"");
        line("", profile.description());
        line("Signed by", "the CA " + profile.issuer() + signature(profile.signature()));
        line("Subject", subject(profile.subject()));
        NamesRule names = profile.names();
        if (!names.kinds().isEmpty()) {
            line(
                    "Names",
                    names.minimum() + " to " + names.maximum() + ": " + names.words()
                            + (names.wildcards() ? ", wildcards among them" : ""));
            for (NameKind kind : NameKind.values()) {
                names.counts()
                        .of(kind)
                        .ifPresent(count -> line("", kind.words() + ": " + count.minimum() + " to " + count.maximum()));
            }
        }
    }

    private static String signature(SignatureRule rule) {
        String hash = rule.hash()
                .map(stated -> ", over " + stated.label().toUpperCase(Locale.ROOT))
                .orElse("");
        return hash + (rule.rsa() == SignatureRule.RsaPadding.PSS ? ", with RSASSA-PSS where its key is RSA" : "");
    }

    private static String subject(SubjectRule rule) {
        List<String> parts = new ArrayList<>();
        switch (rule.from()) {
            case NAMES -> parts.add("the common name is one of the names");
            case FIXED -> parts.add("fixed");
            case REQUEST -> parts.add("from the request: " + rule.allowedInWords());
        }
        if (!rule.fixed().isEmpty()) {
            parts.add("always " + rule.fixed().rfc4514());
        }
        for (SubjectPart part : rule.parts()) {
            String label = part.attribute().label();
            part.value().ifPresent(value -> parts.add("always " + label + "=" + value));
            part.pattern().ifPresent(pattern -> parts.add(label + " matches " + pattern));
            if (part.isRequired()) {
                parts.add(label + " is needed");
            }
        }
        parts.add(rule.required() ? "never empty" : "may be empty");
        return String.join("; ", parts);
    }

    private void contents(CertificateProfile profile) {
        line("Keys", profile.key().words());
        ValidityRule validity = profile.validity();
        line(
                "Valid for",
                validity.standard().words() + ", at most " + validity.maximum().words()
                        + validity.notBeyond()
                                .map(last -> ", never beyond " + last)
                                .orElse("")
                        + ", beginning " + validity.backdating().toMinutes() + " minutes before it is issued");
        line(
                "Key usage",
                join(profile.keyUsage().stream().map(KeyUsage::rfcName).toList())
                        + ", as far as it fits the kind of key");
        if (!profile.extendedKeyUsage().isEmpty()) {
            line(
                    "Purposes",
                    join(profile.extendedKeyUsage().stream()
                                    .map(ExtendedKeyUsage::label)
                                    .toList())
                            + critical(profile, Criticality.EXTENDED_KEY_USAGE));
        }
    }

    private static String critical(CertificateProfile profile, Criticality extension) {
        return profile.critical().contains(extension) ? " (critical)" : "";
    }

    private void authority(CaRule ca) {
        line(
                "CA",
                ca.pathLength()
                        .map(length -> length == 0 ? "with no CA below it" : "with at most " + length + " CAs below it")
                        .orElse("with any number of CAs" + " below it"));
        constraints("permitted", ca.nameConstraints().permitted());
        constraints("excluded", ca.nameConstraints().excluded());
        PolicyRule rule = ca.policyRule();
        rule.requireExplicit().ifPresent(skip -> line("", "below it a valid policy is needed after " + skip + " CAs"));
        rule.inhibitMapping().ifPresent(skip -> line("", "policies are not mapped after " + skip + " CAs"));
        rule.inhibitAny().ifPresent(skip -> line("", "anyPolicy does not count after " + skip + " CAs"));
        rule.mappings()
                .forEach(mapping ->
                        line("", "policy " + mapping.issuerDomain() + " is as good as " + mapping.subjectDomain()));
    }

    private void constraints(String what, ConstrainedNames names) {
        List<String> all = new ArrayList<>();
        names.dns().forEach(text -> all.add("hosts below " + text));
        names.ip().forEach(text -> all.add("addresses in " + text));
        names.email().forEach(text -> all.add("mail addresses of " + text));
        names.uri().forEach(text -> all.add("URIs of " + text));
        names.directory().forEach(name -> all.add("subjects below " + name.rfc4514()));
        if (!all.isEmpty()) {
            line("", "names " + what + " below it: " + join(all));
        }
    }

    private void statements(CertificateProfile profile) {
        line("Revocation", revocation(profile));
        profile.policies()
                .forEach(policy -> line(
                        "Policy",
                        policy.oid()
                                + policy.cps().map(cps -> ", " + cps).orElse("")
                                + policy.notice()
                                        .map(notice -> ", \"" + notice + "\"")
                                        .orElse("")
                                + critical(profile, Criticality.POLICIES)));
        if (!profile.tlsFeature().isEmpty()) {
            line(
                    "TLS feature",
                    join(new TreeSet<>(profile.tlsFeature())
                                    .stream()
                                            .map(feature -> feature.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'))
                                            .toList())
                            + ": the server has to staple an OCSP answer");
        }
        profile.microsoftTemplate().ifPresent(template -> line("Template", template.oid()));
        profile.extensions().stream()
                .sorted(Comparator.comparing(CustomExtension::oid))
                .forEach(extension -> line(
                        "Extension",
                        extension.oid() + (extension.isCritical() ? " (critical)" : "") + ", "
                                + extension
                                        .utf8()
                                        .or(extension::ia5)
                                        .map(text -> "\"" + text + "\"")
                                        .orElseGet(() -> extension.value().length() + " octets")));
    }

    private void further(CertificateProfile profile) {
        profile.subjectInformationAccess()
                .forEach(access -> line("Offers", access.method().label() + " at " + access.location()));
        IssuerNames names = profile.issuerAlternativeNames();
        if (!names.isEmpty()) {
            List<String> all = new ArrayList<>();
            names.names().forEach(name -> all.add(name.text()));
            names.directory().forEach(name -> all.add(name.rfc4514()));
            line("CA also named", join(all));
        }
        profile.subjectDirectoryAttributes().forEach(attribute -> line("Attribute", attribute.words()));
        profile.lint().forEach(rule -> line("Lint", rule.words() + ": " + rule.reason()));
    }

    private static String revocation(CertificateProfile profile) {
        PublishedAt own = profile.publishedAt();
        List<String> parts = new ArrayList<>();
        parts.add(
                profile.crlDistributionPoint()
                        ? "names the CRL" + (own.crl().isEmpty() ? " of its CA" : " at " + join(own.crl()))
                        : "names no CRL");
        parts.add(
                profile.authorityInformationAccess()
                        ? "names the CA's certificate"
                                + (own.caCertificate().isEmpty() ? "" : " at " + join(own.caCertificate()))
                                + " and its OCSP responder" + (own.ocsp().isEmpty() ? "" : " at " + join(own.ocsp()))
                        : "names neither the CA's certificate nor an OCSP responder");
        if (profile.ocspNocheck()) {
            parts.add("tells clients not to check it");
        }
        return String.join("; ", parts);
    }

    private void people(CertificateProfile profile) {
        line(
                "Asked for by",
                profile.usableBy().isEmpty() ? "the server itself only" : join(new TreeSet<>(profile.usableBy())));
        if (!profile.requesters().isEmpty()) {
            line("", "of these only " + profile.requesters().words());
        }
        profile.officers()
                .filter(number -> number > 1)
                .ifPresent(number -> line("Officers", number + " different ones have to agree where one has to"));
        line(
                "Approval",
                profile.approval() == Approval.OFFICER
                        ? "an officer approves every one"
                        : profile.usableBy().isEmpty()
                                ? "nobody has to approve"
                                : "an officer approves where a name is not the requester's");
    }

    private static String join(Iterable<?> parts) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(String.valueOf(part)));
        return String.join(", ", texts);
    }
}
