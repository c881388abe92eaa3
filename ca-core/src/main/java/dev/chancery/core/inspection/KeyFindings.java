package dev.chancery.core.inspection;

import dev.chancery.core.csr.KeyQuality;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;

/** Keys that look well and are broken: what the judgement of keys sees and rules, which look at form only, do not. */
final class KeyFindings {
    /** Its identifiers, and where it is written that such keys are broken. */
    private static final Map<String, String> CITATIONS = Map.of(
            "key-rsa-predictable", "CVE-2008-0166",
            "key-rsa-roca", "CVE-2017-15361",
            "key-rsa-close-primes", "CVE-2022-26320",
            "key-rsa-small-factor", "NIST SP 800-89 §5.3.3",
            "key-rsa-power", "NIST SP 800-89 §5.3.3",
            "key-edwards-point", "RFC 8032 §5.1.7",
            "key-ec-point", "NIST SP 800-56A §5.6.2.3");

    private final KeyQuality quality;

    KeyFindings(KeyQuality quality) {
        this.quality = quality;
    }

    /** @param found what rules found already, which is not said twice */
    List<Finding> of(Der publicKeyInfo, List<Finding> found) {
        return quality.judge(publicKeyInfo).objections().stream()
                .filter(objection -> CITATIONS.containsKey(objection.rule()))
                .filter(objection ->
                        found.stream().noneMatch(finding -> finding.rule().equals(objection.rule())))
                .map(objection -> new Finding(
                        objection.rule(),
                        Severity.ERROR,
                        CITATIONS.getOrDefault(objection.rule(), ""),
                        "subjectPublicKeyInfo",
                        objection.message()))
                .toList();
    }
}
