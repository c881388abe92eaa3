package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;

/**
 * Judges a finished CRL by every rule, the signature included. An empty list means that nothing objects; what cannot be
 * read or judged is an error. Stateless and thread-safe.
 */
public final class CrlJudge {
    private static final CrlWellFormed OUTLINE = new CrlWellFormed();

    private CrlJudge() {}

    /** Every rule about CRLs, for people to read. */
    public static List<Rule> rules() {
        return AllCrlRules.list();
    }

    /**
     * Judges a full CRL that is not partitioned, or a delta CRL (which says so by itself).
     *
     * @param issuerCertificate DER of the certificate of the CA
     */
    public static List<Finding> judge(Der crl, Der issuerCertificate) {
        Findings findings = new Findings();
        try {
            JudgedCrl judged = JudgedCrl.read(crl);
            JudgedCertificate issuer = JudgedCertificate.read(issuerCertificate);
            AllCrlRules.judge(judged, findings);
            AllCrlRules.judge(judged, issuer, findings);
            judgeEntries(judged, findings);
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }

    private static void judgeEntries(JudgedCrl crl, Findings findings) {
        List<CrlEntryRule> rules = AllCrlRules.entryRules();
        boolean[] broken = new boolean[rules.size()];
        boolean delta = crl.delta();
        for (CrlEntry entry : crl.entries()) {
            for (int i = 0; i < broken.length; i++) {
                CrlEntryRule rule = rules.get(i);
                broken[i] = broken[i] || findings.add(rule, () -> rule.judge(entry, delta));
            }
        }
    }
}
