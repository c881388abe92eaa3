package dev.chancery.core.lint;

import java.util.Set;

/** Who controls the address speaks for the subject. */
final class SiaAsExpected extends StatedRule {
    SiaAsExpected() {
        super(
                "sia-as-expected",
                "RFC 5280 §4.2.2.2",
                "subjectInfoAccess",
                "The addresses of subjectInfoAccess are those of the profile.");
    }

    @Override
    Set<String> stated(Particulars particulars) {
        return particulars.access();
    }

    @Override
    Set<String> found(JudgedCertificate certificate) {
        return StatedFurther.access(certificate);
    }
}
