package dev.chancery.core.lint;

import java.util.Optional;

/** Windows gives rights by the template that a certificate names (ESC4, ESC9). */
final class TemplateAsExpected extends ExpectationRule {
    TemplateAsExpected() {
        super(
                "template-as-expected",
                Severity.ERROR,
                "MS-WCCE §2.2.2.7.7.2",
                "certificateTemplate",
                "The Microsoft template is the one of the profile.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        Optional<String> found = Stated.template(certificate);
        return found.equals(expectation.particulars().template())
                ? fine()
                : wrong("the profile states "
                        + expectation.particulars().template().orElse("no template") + ", found "
                        + found.orElse("none"));
    }
}
