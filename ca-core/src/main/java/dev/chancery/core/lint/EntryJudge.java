package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;

/** Judges the entries of a CRL in one pass: each by itself, and their order. */
final class EntryJudge {
    private static final int MAXIMUM_DEPTH = 32;
    private static final CrlEncoding ENCODING = new CrlEncoding();
    private static final CrlSerialsUnique UNIQUE = new CrlSerialsUnique();

    private final JudgedCrl crl;
    private final Findings findings;
    private final List<CrlEntryRule> rules = AllCrlRules.entryRules();
    private final boolean[] broken = new boolean[rules.size()];
    private boolean badlyEncoded;

    EntryJudge(JudgedCrl crl, Findings findings) {
        this.crl = crl;
        this.findings = findings;
    }

    /** @throws IllegalArgumentException at what is no entry */
    void judge(CrlJudge.EntryReader reader) {
        boolean delta = crl.delta();
        boolean ascending = true;
        for (CrlEntryCursor entry = crl.entries(); entry.next(); ) {
            ascending = ascending && entry.ascends();
            if (!entry.plain(delta)) {
                judge(entry.copied(), delta);
            }
            reader.entry(entry);
        }
        if (!ascending) {
            // In ascending order none can stand there twice.
            findings.add(UNIQUE, () -> UNIQUE.judge(crl));
        }
    }

    private void judge(DerCursor octets, boolean delta) {
        octets.walk(MAXIMUM_DEPTH, octets.encodedLength());
        badlyEncoded = badlyEncoded || findings.add(ENCODING, () -> CrlEncoding.judge(octets));
        CrlEntry entry = CrlEntry.read(octets);
        for (int i = 0; i < broken.length; i++) {
            CrlEntryRule rule = rules.get(i);
            broken[i] = broken[i] || findings.add(rule, () -> rule.judge(entry, delta));
        }
    }
}
