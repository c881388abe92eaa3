package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.inspection.Inspected;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Rule;
import dev.chancery.core.lint.Severity;

/**
 * One thing that was found.
 *
 * @param where the part that it is about
 * @param demand what the rule demands
 * @param next what to do
 * @param reason why a profile turned the rule down; else empty
 */
public record FindingRow(
        StatusMark severity,
        String where,
        String message,
        String rule,
        String citation,
        String demand,
        String next,
        String reason) {
    static FindingRow of(Inspected item, Finding finding) {
        return new FindingRow(
                mark(finding.severity()),
                finding.field(),
                finding.message(),
                finding.rule(),
                finding.citation(),
                RuleBook.find(finding.rule()).map(Rule::text).orElse(""),
                item.nextStep(finding),
                finding.reason().orElse(""));
    }

    static StatusMark mark(Severity severity) {
        return switch (severity) {
            case ERROR -> new StatusMark("revoked", plain("rules.mark.error"));
            case WARNING -> new StatusMark("soon", plain("rules.mark.warning"));
            case NOTICE -> new StatusMark("held", plain("rules.mark.notice"));
        };
    }
}
