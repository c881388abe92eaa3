package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.List;
import java.util.Optional;

/** Old clients look at the common name, new ones do not: both must see the same. */
final class RequestCommonNameAsked extends RequestRule {
    RequestCommonNameAsked() {
        super(
                "csr-common-name-asked",
                Severity.NOTICE,
                "CA/B Baseline Requirements §7.1.4.3",
                "subject",
                "A common name that is a host name is one of the alternative names that are asked for.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        List<GeneralName> names = request.standard().namesOrNone();
        for (Attribute attribute : request.subject().attributes()) {
            String text = attribute.text();
            if (attribute.oid().equals(ObjectIdentifiers.COMMON_NAME)
                    && text.indexOf('.') > 0
                    && Characters.hostName(text)
                    && names.stream()
                            .noneMatch(name -> name.dns() && name.text().equalsIgnoreCase(text))
                    && names.stream().noneMatch(name -> name.label().equals("ip:" + text))
                    && !names.isEmpty()) {
                return wrong("the common name " + Shown.quoted(text) + " is none of the alternative names asked for");
            }
        }
        return fine();
    }
}
