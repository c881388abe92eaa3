package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.List;

/** Every rule about CRLs, in the order of their findings. */
final class AllCrlRules {
    private static final List<CrlRule> ALONE = List.of(
            new CrlWellFormed(),
            new CrlEncoding(),
            new CrlVersion2(),
            new CrlSignatureAlgorithmsEqual(),
            new CrlSignatureParameters(),
            new CrlSignatureStrong(),
            new CrlNextUpdatePresent(),
            new CrlTimeForm(),
            new CrlTimeType(),
            new CrlTimesOrdered(),
            new CrlEntriesAbsentWhenNone(),
            new CrlExtensionsUnique(),
            new CrlCriticalKnown(),
            new CrlAkiPresent(),
            new CrlNumberPresent(),
            new CrlNumberRange(),
            new CrlNextPublish(),
            new CrlCaVersion(),
            new CrlIdpCritical(),
            new CrlIdpNamesOnly(),
            new CrlDeltaCritical(),
            new CrlDeltaBase(),
            new CrlFreshestOnlyInFull(),
            new CrlFreshestForm(),
            new CrlIssuerNotEmpty(),
            new CrlAccessForm(),
            new CrlIssuerAltNameForm(),
            new CrlExpiredCertificatesForm());

    private static final CrlNotPartitioned NOT_PARTITIONED = new CrlNotPartitioned();

    private static final List<CrlIssuerRule> AGAINST_ISSUER = List.of(
            new CrlSignatureVerifies(),
            new CrlIssuerCopied(),
            new CrlIssuerMaySign(),
            new CrlAkiIsIssuersSki(),
            new CrlWithinIssuerValidity());

    private static final List<CrlEntryRule> PER_ENTRY = List.of(
            new CrlSerialForm(),
            new CrlEntryTime(),
            new CrlEntryExtensions(),
            new CrlReasonKnown(),
            new CrlRemovalOnlyInDelta(),
            new CrlInvalidityDate(),
            new CrlHoldInstructionAbsent());

    private AllCrlRules() {}

    static List<Rule> list() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ALONE);
        rules.add(NOT_PARTITIONED);
        rules.addAll(AGAINST_ISSUER);
        rules.addAll(PER_ENTRY);
        rules.add(new CrlSerialsUnique());
        return List.copyOf(rules);
    }

    static List<CrlEntryRule> entryRules() {
        return PER_ENTRY;
    }

    /** @param partition whether it may be one */
    static void judge(JudgedCrl crl, boolean partition, Findings findings) {
        for (CrlRule rule : ALONE) {
            findings.add(rule, () -> rule.judge(crl));
        }
        if (!partition) {
            findings.add(NOT_PARTITIONED, () -> NOT_PARTITIONED.judge(crl));
        }
    }

    static void judge(JudgedCrl crl, JudgedCertificate issuer, Findings findings) {
        for (CrlIssuerRule rule : AGAINST_ISSUER) {
            findings.add(rule, () -> rule.judge(crl, issuer));
        }
    }
}
