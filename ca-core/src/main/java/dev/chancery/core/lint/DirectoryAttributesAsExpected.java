package dev.chancery.core.lint;

import java.util.Set;

/** Some software gives rights by them. */
final class DirectoryAttributesAsExpected extends StatedRule {
    DirectoryAttributesAsExpected() {
        super(
                "directory-attributes-as-expected",
                "RFC 5280 §4.2.1.8",
                "subjectDirectoryAttributes",
                "The directory attributes of the subject are those of the profile, octet by octet.");
    }

    @Override
    Set<String> stated(Particulars particulars) {
        return particulars.attributes();
    }

    @Override
    Set<String> found(JudgedCertificate certificate) {
        return StatedFurther.attributes(certificate);
    }
}
