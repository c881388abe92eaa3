package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the extensions about subject and issuer say that few certificates have, in the words of {@link Particulars}. */
final class StatedFurther {
    private StatedFurther() {}

    /** RFC 5280 §4.2.2.2. */
    static Set<String> access(JudgedCertificate certificate) {
        Optional<JudgedExtension> extension = certificate.extension(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS);
        if (extension.isEmpty()) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        for (AccessDescription access :
                AccessDescription.readAll(extension.get().value())) {
            texts.add(access.method() + " " + access.location().label());
        }
        return texts;
    }

    /** RFC 5280 §4.2.1.7. */
    static Set<String> issuerNames(JudgedCertificate certificate) {
        if (certificate.extension(ObjectIdentifiers.ISSUER_ALT_NAME).isEmpty()) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        certificate.standard().issuerAltNames().orElse(List.of()).forEach(name -> texts.add(name.label()));
        return texts;
    }

    /** RFC 5280 §4.2.1.8. */
    static Set<String> attributes(JudgedCertificate certificate) {
        Optional<JudgedExtension> extension = certificate.extension(ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES);
        if (extension.isEmpty()) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        for (DirectoryAttribute attribute :
                DirectoryAttribute.readAll(extension.get().value())) {
            for (DerCursor value : attribute.values()) {
                texts.add(attribute.type() + " " + value.encoded().hex());
            }
        }
        return texts;
    }
}
