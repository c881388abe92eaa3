package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.List;
import java.util.Optional;

/** A rule about every attribute of the subject. */
abstract class AttributeRule extends SubjectRule {
    AttributeRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, text);
    }

    @Override
    final Optional<String> judge(EncodedName subject) {
        for (List<Attribute> rdn : subject.rdns()) {
            for (Attribute attribute : rdn) {
                Optional<String> wrong = judge(attribute);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    abstract Optional<String> judge(Attribute attribute);
}
