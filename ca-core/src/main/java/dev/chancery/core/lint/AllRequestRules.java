package dev.chancery.core.lint;

import java.util.List;

/** Every rule about certificate requests, in the order of their findings. */
final class AllRequestRules {
    private static final List<RequestRule> ALONE = List.of(
            new RequestWellFormed(),
            new RequestEncoding(),
            new RequestVersion(),
            new RequestAttributesPresent(),
            new RequestAttributesUnique(),
            new RequestAttributeValues(),
            new RequestSignatureKnown(),
            new RequestSignatureParameters(),
            new RequestSignatureStrong(),
            new RequestSignatureVerifies(),
            new RequestExtensionsUnique(),
            new RequestNamesNotEmpty(),
            new RequestSubjectOrNames(),
            new RequestNamesAsked(),
            new RequestCommonNameAsked(),
            new RequestKeyUsageFitsKey(),
            new RequestCaAsked(),
            new RequestAnyPurposeAsked(),
            new RequestChallengePassword(),
            new RequestClientInformation());

    private AllRequestRules() {}

    static List<Rule> list() {
        return List.copyOf(ALONE);
    }

    static void judge(JudgedRequest request, Findings findings) {
        for (RequestRule rule : ALONE) {
            findings.add(rule, () -> rule.judge(request));
        }
        for (CertificateRule rule : AllRules.ofParts()) {
            if (rule instanceof KeyRule ofKeys) {
                findings.add(rule, () -> ofKeys.judge(request.key()));
            } else if (rule instanceof SubjectRule ofSubjects) {
                findings.add(rule, () -> ofSubjects.judge(request.subject()));
            } else if (rule instanceof NamesRule ofNames) {
                findings.add(rule, () -> ofNames.judge(request.standard().namesOrNone()));
            }
        }
    }
}
