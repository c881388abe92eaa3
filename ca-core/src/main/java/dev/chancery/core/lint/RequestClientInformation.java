package dev.chancery.core.lint;

import java.util.Optional;

/** Windows puts both into requests; whoever keeps the request keeps them, too. */
final class RequestClientInformation extends RequestRule {
    RequestClientInformation() {
        super(
                "csr-client-information",
                Severity.NOTICE,
                "MS-WCCE §2.2.2.7.4",
                "attributes",
                "The request does not say which user and machine made it.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        return request.has(ObjectIdentifiers.MICROSOFT_CLIENT_INFORMATION)
                ? wrong("the request names the user, the machine and the program that made it (1.3.6.1.4.1.311.21.20)")
                : fine();
    }
}
