package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges finished bytes by every rule. Whatever cannot be read or judged fails: there is no way to an empty list of
 * findings but through all rules. Thread-safe.
 */
public final class Linter {
    private static final int REMEMBERED_ISSUERS = 64;
    private static final WellFormed OUTLINE = new WellFormed();

    /** Our own issuers, read before, by their DER: a CA signs many certificates. Strangers' are not kept. */
    private final Map<Der, JudgedCertificate> issuers = new ConcurrentHashMap<>();

    private final Weights elsewhere;

    public Linter() {
        this(Weights.usual());
    }

    /** @param elsewhere of the rules for finished certificates; those that are to be signed bring their own */
    public Linter(Weights elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Every rule about certificates, for people to read. */
    public static List<Rule> rules() {
        return AllRules.list();
    }

    /** The rule about certificates of that name. */
    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(AllRules.byId().get(id));
    }

    /**
     * Judges octets that are to be signed.
     *
     * @param tbsCertificate DER of the TBSCertificate
     * @param signatureAlgorithm DER of the AlgorithmIdentifier that the outer certificate will carry
     * @param signerPublicKeyInfo the key that will sign
     */
    public LintOutcome judge(
            Der tbsCertificate, Der signatureAlgorithm, Der signerPublicKeyInfo, Expectation expectation) {
        Findings findings = Findings.ofOurs(expectation.weights());
        try {
            JudgedCertificate certificate = JudgedCertificate.read(
                    PlaceholderSignature.wrap(tbsCertificate, signatureAlgorithm, signerPublicKeyInfo),
                    expectation.particulars().critical());
            JudgedCertificate issuer = expectation.issuer().map(this::issuer).orElse(certificate);
            AllRules.judge(certificate, findings);
            AllRules.judge(certificate, new Signer(issuer, signerPublicKeyInfo), findings);
            AllRules.judge(certificate, expectation, findings);
        } catch (RuntimeException e) {
            return new LintOutcome.Failed(List.of(OUTLINE.unjudged(e)));
        }
        return findings.failed()
                ? new LintOutcome.Failed(findings.list())
                : new LintOutcome.Passed(new Linted(tbsCertificate, signerPublicKeyInfo, findings.list()));
    }

    /** Judges any finished certificate by the rules that need neither its issuer nor an expectation. */
    public List<Finding> judge(Der certificate) {
        Findings findings = Findings.ofAny(elsewhere);
        try {
            AllRules.judge(JudgedCertificate.read(certificate), findings);
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }

    /** Judges any finished certificate, also against the certificate of its issuer, whose signature it must have. */
    public List<Finding> judge(Der certificate, Der issuerCertificate) {
        Findings findings = Findings.ofAny(elsewhere);
        try {
            JudgedCertificate judged = JudgedCertificate.read(certificate);
            JudgedCertificate issuer = JudgedCertificate.read(issuerCertificate);
            AllRules.judge(judged, findings);
            Signer signer = new Signer(issuer, issuer.key().der());
            AllRules.judge(judged, signer, findings);
            AllRules.judgeSignature(judged, signer, findings);
        } catch (RuntimeException e) {
            return List.of(OUTLINE.unjudged(e));
        }
        return findings.list();
    }

    private JudgedCertificate issuer(Der certificate) {
        JudgedCertificate known = issuers.get(certificate);
        if (known == null) {
            known = JudgedCertificate.read(certificate);
            if (issuers.size() < REMEMBERED_ISSUERS) {
                issuers.put(certificate, known);
            }
        }
        return known;
    }
}
