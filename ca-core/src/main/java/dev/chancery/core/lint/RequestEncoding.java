package dev.chancery.core.lint;

import java.util.Optional;

/** What one parser repairs, another refuses. */
final class RequestEncoding extends RequestRule {
    RequestEncoding() {
        super(
                "csr-encoding",
                Severity.ERROR,
                "X.690 §10, §11",
                "certificationRequest",
                "The encoding is DER throughout: minimal integers, BOOLEAN 00 or FF, sorted sets.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        Optional<String> wrong = CrlEncoding.judge(request.root());
        for (JudgedExtension extension : request.extensions()) {
            wrong = wrong.isPresent() ? wrong : CrlEncoding.judge(extension.value());
        }
        return wrong;
    }
}
