package dev.chancery.core.lint;

import java.math.BigInteger;
import java.util.Optional;

/** There is no other. */
final class RequestVersion extends RequestRule {
    RequestVersion() {
        super("csr-version", Severity.ERROR, "RFC 2986 §4.1", "version", "The version is 0, which means v1.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        BigInteger version = Asn1.integer(request.version(), "version");
        return version.signum() == 0 ? fine() : wrong("the version is " + version);
    }
}
