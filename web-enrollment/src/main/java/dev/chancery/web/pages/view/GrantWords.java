package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Criticality;
import dev.chancery.core.profile.DirectoryAttribute;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a profile gives, in words and in extensions. */
final class GrantWords {
    private GrantWords() {}

    static List<String> purposes(CertificateProfile profile) {
        if (profile.ca().isPresent()) {
            return List.of(plain("certificates.purpose.ca"));
        }
        return profile.extendedKeyUsage().stream()
                .map(ExtendedKeyUsage::oid)
                .map(PurposeWords::words)
                .toList();
    }

    /** The extensions that are known already: all of them once there is a grant. */
    static List<Decoded> technical(CertificateProfile profile, Optional<Grant> grant) {
        List<Decoded> lines = new ArrayList<>();
        grant.ifPresent(granted -> {
            String subject = granted.subject().rfc4514();
            lines.add(new Decoded("Subject", false, List.of(subject.isEmpty() ? "empty" : subject)));
            lines.add(new Decoded(
                    "Subject alternative name",
                    false,
                    granted.names().stream()
                            .map(name -> name.kind() + " " + name.text())
                            .toList()));
        });
        List<KeyUsage> usages = grant.map(
                        granted -> granted.keyUsages().stream().sorted().toList())
                .orElse(profile.keyUsage());
        lines.add(new Decoded(
                "Key usage", true, usages.stream().map(KeyUsage::rfcName).toList()));
        lines.add(new Decoded(
                "Extended key usage",
                critical(profile, Criticality.EXTENDED_KEY_USAGE),
                profile.extendedKeyUsage().stream()
                        .map(usage -> PurposeWords.technical(usage.oid()))
                        .toList()));
        profile.policies()
                .forEach(policy -> lines.add(
                        new Decoded("Certificate policy", critical(profile, Criticality.POLICIES), words(policy))));
        further(profile, lines);
        return lines;
    }

    private static boolean critical(CertificateProfile profile, Criticality extension) {
        return profile.critical().contains(extension);
    }

    private static List<String> words(CertificatePolicy policy) {
        List<String> words = new ArrayList<>(List.of(policy.oid()));
        policy.cps().ifPresent(words::add);
        policy.notice().ifPresent(words::add);
        return words;
    }

    private static void further(CertificateProfile profile, List<Decoded> lines) {
        if (!profile.tlsFeature().isEmpty()) {
            lines.add(new Decoded(
                    "TLS feature",
                    false,
                    profile.tlsFeature().stream()
                            .sorted()
                            .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                            .toList()));
        }
        profile.microsoftTemplate()
                .ifPresent(template -> lines.add(new Decoded("Microsoft template", false, List.of(template.oid()))));
        descriptive(profile, lines);
        profile.extensions()
                .forEach(extension -> lines.add(new Decoded(
                        extension.oid(),
                        extension.isCritical(),
                        List.of(extension
                                .utf8()
                                .or(extension::ia5)
                                .orElseGet(() -> extension.value().colonHex())))));
    }

    private static void descriptive(CertificateProfile profile, List<Decoded> lines) {
        if (!profile.subjectInformationAccess().isEmpty()) {
            lines.add(new Decoded(
                    "Subject information access",
                    false,
                    profile.subjectInformationAccess().stream()
                            .map(access -> access.method().label() + " " + access.location())
                            .toList()));
        }
        if (!profile.issuerAlternativeNames().isEmpty()) {
            List<String> names = new ArrayList<>();
            profile.issuerAlternativeNames().names().forEach(name -> names.add(name.kind() + " " + name.text()));
            profile.issuerAlternativeNames().directory().forEach(name -> names.add("directory " + name.rfc4514()));
            lines.add(new Decoded("Issuer alternative name", false, names));
        }
        if (!profile.subjectDirectoryAttributes().isEmpty()) {
            lines.add(new Decoded(
                    "Subject directory attributes",
                    false,
                    profile.subjectDirectoryAttributes().stream()
                            .map(DirectoryAttribute::words)
                            .toList()));
        }
    }
}
