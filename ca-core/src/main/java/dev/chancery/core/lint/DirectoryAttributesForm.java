package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code values} is a SET SIZE (1..MAX), and one attribute with two values is not two attributes (X.501 §8.2). */
final class DirectoryAttributesForm extends CertificateRule {
    DirectoryAttributesForm() {
        super(
                "directory-attributes-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.8",
                "subjectDirectoryAttributes",
                "A directory attribute has a value or more, and stands there once.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Set<String> seen = new HashSet<>();
        for (DirectoryAttribute attribute : certificate
                .extension(ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES)
                .map(extension -> DirectoryAttribute.readAll(extension.value()))
                .orElse(List.of())) {
            if (attribute.values().isEmpty()) {
                return wrong("the attribute " + attribute.type() + " has no value");
            }
            if (!seen.add(attribute.type())) {
                return wrong("the attribute " + attribute.type() + " stands there twice");
            }
        }
        return fine();
    }
}
