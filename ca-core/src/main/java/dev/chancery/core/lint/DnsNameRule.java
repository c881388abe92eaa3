package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** A rule about every dNSName among the alternative names. */
abstract class DnsNameRule extends NamesRule {
    DnsNameRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, text);
    }

    @Override
    final Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.dns()) {
                Optional<String> wrong = judge(name.text());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    abstract Optional<String> judge(String name);

    /** The parts between the dots, empty ones too. */
    static String[] labels(String name) {
        return name.split("\\.", -1);
    }
}
