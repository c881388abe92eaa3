package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

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

    /** Takes one entry after the other, which stands where the cursor stands. */
    @FunctionalInterface
    public interface EntryReader {
        void entry(CrlEntryCursor at);
    }

    /**
     * Judges a full CRL that is not partitioned, or a delta CRL (which says so by itself).
     *
     * @param issuerCertificate DER of the certificate of the CA
     */
    public static List<Finding> judge(Der crl, Der issuerCertificate) {
        return judge(ByteBuffer.wrap(crl.unsafeOctets()), issuerCertificate, entry -> {});
    }

    /** Judges a CRL of anybody, partitioned or not. Without an issuer, nothing is said about its signature. */
    public static List<Finding> judgeAny(Der crl, Optional<Der> issuerCertificate) {
        Findings findings = Findings.ofAny();
        try {
            JudgedCrl judged = JudgedCrl.read(crl);
            AllCrlRules.judge(judged, findings);
            issuerCertificate.ifPresent(issuer -> AllCrlRules.judge(judged, JudgedCertificate.read(issuer), findings));
            new EntryJudge(judged, findings).judge(entry -> {});
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }

    /**
     * The same for a CRL that may be longer than the heap, in one pass over its entries.
     *
     * @param crl from 0 to the limit
     * @param reader is shown each entry after it was judged, as long as all of them can be read
     */
    public static List<Finding> judge(ByteBuffer crl, Der issuerCertificate, EntryReader reader) {
        Findings findings = Findings.ofOurs();
        try {
            JudgedCrl judged = JudgedCrl.read(crl);
            JudgedCertificate issuer = JudgedCertificate.read(issuerCertificate);
            AllCrlRules.judge(judged, findings);
            AllCrlRules.judge(judged, issuer, findings);
            new EntryJudge(judged, findings).judge(reader);
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }
}
