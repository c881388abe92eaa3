package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Optional;

/**
 * Judges OCSP responses: their form, their times, and who signed them. Whether what they say is true, only the CA knows.
 * Stateless and thread-safe.
 */
public final class OcspJudge {
    private static final OcspWellFormed OUTLINE = new OcspWellFormed();

    private OcspJudge() {}

    /** Every rule about OCSP responses, for people to read. */
    public static List<Rule> rules() {
        return AllOcspRules.list();
    }

    /**
     * Never throws: what cannot be read is a finding.
     *
     * @param issuer the CA whose certificates it is about; without it, nothing is said about what must agree with it
     */
    public static List<Finding> judge(Der response, Optional<Der> issuer) {
        Findings findings = Findings.ofAny();
        try {
            JudgedOcsp judged = JudgedOcsp.read(response);
            AllOcspRules.judge(judged, findings);
            if (issuer.isPresent() && judged.basic().isPresent()) {
                AllOcspRules.judge(judged.basic().get(), JudgedCertificate.read(issuer.get()), findings);
            }
        } catch (RuntimeException e) {
            return findings.failed() ? findings.list() : List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }

    /** Whether it is about certificates of that CA; false when either cannot be read. */
    public static boolean isAbout(Der response, Der issuer) {
        try {
            JudgedCertificate ca = JudgedCertificate.read(issuer);
            return JudgedOcsp.read(response).basic().stream()
                    .flatMap(basic -> basic.answers().stream())
                    .anyMatch(answer -> answer.certId().means(ca));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether there is an answer in it, which somebody has signed; false when it cannot be read. */
    public static boolean isSigned(Der response) {
        try {
            return JudgedOcsp.read(response).basic().isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
