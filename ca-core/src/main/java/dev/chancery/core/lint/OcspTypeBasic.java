package dev.chancery.core.lint;

import java.util.Optional;

/** Every client can read that one, and hardly any another. */
final class OcspTypeBasic extends OcspRule {
    OcspTypeBasic() {
        super(
                "ocsp-type-basic",
                Severity.ERROR,
                "RFC 6960 §4.2.1, RFC 5019 §2.2.1",
                "responseType",
                "What is signed is a basic response.");
    }

    @Override
    Optional<String> judge(JudgedOcsp response) {
        return response.type()
                .filter(type -> !type.equals(JudgedOcsp.BASIC))
                .flatMap(type -> wrong("the type of the response is " + type));
    }
}
