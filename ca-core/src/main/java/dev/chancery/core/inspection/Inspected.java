package dev.chancery.core.inspection;

import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import java.util.List;

/**
 * One certificate, CRL, request or OCSP response, and what was found.
 *
 * @param file the name of the file it stood in, as it was given
 * @param place its place among others of that file: {@code 2 of 3}; empty when it is alone
 * @param about its subject, or the issuer of a CRL, or the CA that an OCSP response is about, in the form of RFC 4514
 * @param notes what was not looked at, and how it could be
 */
public record Inspected(
        String file, String place, Kind kind, String about, List<Finding> findings, List<String> notes) {
    public Inspected {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** What to do about one of the findings. */
    public String nextStep(Finding finding) {
        return NextStep.of(kind, finding);
    }
}
