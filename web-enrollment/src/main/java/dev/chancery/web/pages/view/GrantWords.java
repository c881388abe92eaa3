package dev.chancery.web.pages.view;

import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a profile gives, in words and in extensions. */
final class GrantWords {
    private GrantWords() {}

    static List<String> purposes(CertificateProfile profile) {
        if (profile.ca().isPresent()) {
            return List.of("Issuing certificates (it is a CA)");
        }
        return profile.extendedKeyUsage().stream()
                .map(ExtendedKeyUsage::oid)
                .map(PurposeWords::plain)
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
                false,
                profile.extendedKeyUsage().stream()
                        .map(usage -> PurposeWords.technical(usage.oid()))
                        .toList()));
        profile.policies().forEach(oid -> lines.add(new Decoded("Certificate policy", false, List.of(oid))));
        return lines;
    }
}
