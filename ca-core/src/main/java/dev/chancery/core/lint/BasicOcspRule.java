package dev.chancery.core.lint;

import java.util.Optional;

/** A rule about what a signed answer says; silent about responses that hold none. */
abstract class BasicOcspRule extends OcspRule {
    BasicOcspRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    @Override
    final Optional<String> judge(JudgedOcsp response) {
        Optional<BasicOcsp> basic = response.basic();
        return basic.isPresent() ? judge(basic.get()) : fine();
    }

    abstract Optional<String> judge(BasicOcsp basic);
}
