package dev.chancery.web.pages;

import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.role.KeyChoice;
import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.pages.view.KeyKinds;
import dev.chancery.web.roles.CertreqFile;
import java.util.List;
import java.util.Optional;

/** The file for {@code certreq} that asks for what stands in the request form. */
final class CertreqDraft {
    private static final int LONGEST_COMMON_NAME = 64;

    private CertreqDraft() {}

    /** Empty when there are no names yet, or one is not good: nothing but a good name gets into the file. */
    static Optional<String> of(RequestDraft draft, CertificateProfile profile) {
        List<RequestedName> names = draft.requestedNames();
        if (names.isEmpty() || !names.stream().allMatch(CertreqDraft::good)) {
            return Optional.empty();
        }
        List<String> texts = names.stream().map(RequestedName::text).toList();
        String first = names.stream()
                .filter(name -> name.kind() == RequestedName.Kind.DNS)
                .map(RequestedName::text)
                .filter(text -> text.length() <= LONGEST_COMMON_NAME)
                .findFirst()
                .orElse("");
        KeyChoice key = KeyKinds.chosen(profile.key(), draft.key().algorithm())
                .map(algorithm -> KeyChoice.of(algorithm.label()))
                .orElse(KeyChoice.RSA_2048);
        return Optional.of(CertreqFile.text(new CertreqFile.Wanted(
                profile.title() + ", " + texts.get(0),
                List.of("the server that will use it"),
                first,
                texts,
                key,
                false,
                profile.extendedKeyUsage().stream().map(ExtendedKeyUsage::oid).toList())));
    }

    private static boolean good(RequestedName name) {
        return switch (name.kind()) {
            case DNS -> HostName.check(name.text()).isEmpty();
            case IP -> name.text().matches("[0-9A-Fa-f:.]{2,45}");
            default -> false;
        };
    }
}
