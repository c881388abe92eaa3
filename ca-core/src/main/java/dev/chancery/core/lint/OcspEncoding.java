package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** What one parser repairs, another refuses. */
final class OcspEncoding extends OcspRule {
    OcspEncoding() {
        super(
                "ocsp-encoding",
                Severity.ERROR,
                "X.690 §10, §11",
                "ocspResponse",
                "The encoding is DER throughout: minimal integers, BOOLEAN 00 or FF, sorted sets.");
    }

    @Override
    Optional<String> judge(JudgedOcsp response) {
        Optional<String> wrong = CrlEncoding.judge(response.root());
        Optional<BasicOcsp> basic = response.basic();
        if (wrong.isPresent() || basic.isEmpty()) {
            return wrong;
        }
        wrong = CrlEncoding.judge(basic.get().root());
        for (List<JudgedExtension> list : basic.get().allExtensions()) {
            for (JudgedExtension extension : list) {
                wrong = wrong.isPresent() ? wrong : CrlEncoding.judge(extension.value());
            }
        }
        return wrong;
    }
}
