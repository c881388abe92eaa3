package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;

/**
 * Judges certificate requests (PKCS #10): their form, their signature, and what they ask for. Whether this CA will grant
 * it is the question of profiles. Stateless and thread-safe.
 */
public final class RequestJudge {
    private static final RequestWellFormed OUTLINE = new RequestWellFormed();

    private RequestJudge() {}

    /** Every rule about requests alone, for people to read. Those about keys and names are among {@link Linter#rules}. */
    public static List<Rule> rules() {
        return AllRequestRules.list();
    }

    /** Never throws: what cannot be read is a finding. */
    public static List<Finding> judge(Der request) {
        return judge(request, Weights.usual());
    }

    /** The same, for a profile that turns rules about keys and names down. */
    public static List<Finding> judge(Der request, Weights weights) {
        Findings findings = Findings.ofAny(weights);
        try {
            AllRequestRules.judge(JudgedRequest.read(request), findings);
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }
}
