package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.List;

/** Every rule about OCSP responses, in the order of their findings. */
final class AllOcspRules {
    private static final List<OcspRule> ALONE = List.of(
            new OcspWellFormed(),
            new OcspEncoding(),
            new OcspStatusKnown(),
            new OcspBytesFitStatus(),
            new OcspTypeBasic(),
            new OcspVersion1(),
            new OcspResponderForm(),
            new OcspResponderByKey(),
            new OcspAnswersPresent(),
            new OcspOneAnswer(),
            new OcspAnswersUnique(),
            new OcspCertIdForm(),
            new OcspTimeForm(),
            new OcspThisUpdateNotLater(),
            new OcspNextUpdatePresent(),
            new OcspNextUpdateLater(),
            new OcspRevocationTimeNotLater(),
            new OcspReasonKnown(),
            new OcspReasonUnspecified(),
            new OcspNeverIssued(),
            new OcspNonceForm(),
            new OcspExtensionsUnique(),
            new OcspExtensionsNotEmpty(),
            new OcspCriticalKnown(),
            new OcspSignatureKnown(),
            new OcspSignatureParameters(),
            new OcspSignatureStrong(),
            new OcspResponderMaySign(),
            new OcspResponderValid(),
            new OcspSignatureVerifies());

    private static final List<OcspIssuerRule> AGAINST_ISSUER = List.of(
            new OcspAboutIssuer(), new OcspResponderKnown(), new OcspResponderOfIssuer(), new OcspSignedByIssuer());

    private AllOcspRules() {}

    static List<Rule> list() {
        List<Rule> rules = new ArrayList<>(ALONE);
        rules.addAll(AGAINST_ISSUER);
        return List.copyOf(rules);
    }

    static void judge(JudgedOcsp response, Findings findings) {
        for (OcspRule rule : ALONE) {
            findings.add(rule, () -> rule.judge(response));
        }
    }

    static void judge(BasicOcsp basic, JudgedCertificate issuer, Findings findings) {
        for (OcspIssuerRule rule : AGAINST_ISSUER) {
            findings.add(rule, () -> rule.judge(basic, issuer));
        }
    }
}
