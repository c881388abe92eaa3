package dev.chancery.server;

import dev.chancery.server.EveryProfileKeyTest.Mistake;
import java.util.List;

/** What can be wrong with the keys that tell more about subject and issuer, and with those that turn rules down. */
final class DescriptionMistakes {
    private DescriptionMistakes() {}

    static List<Mistake> all() {
        return List.of(
                EveryProfileKeyTest.server("subject-information-access", "http://x/", "a list"),
                new Mistake(
                        EveryProfileKeyTest.SERVER,
                        "subject-information-access",
                        "subject-information-access",
                        "[{method: caRepository, location: \"http://pki.example.com/\"}]",
                        "subject-information-access[0].method",
                        "this profile makes no CA; write timeStamping"),
                access("method", "method: OCSP, location: \"http://x/\"", "caRepository, timeStamping"),
                access("method", "method: 1.3.6.1.5.5.7.48.1, location: \"http://x/\"", "under published-at"),
                access("location", "method: timeStamping, location: tsa", "http://pki.example.com/repository/"),
                issuerName("dns", "[\"*.example.com\"]", "such as pki.example.com"),
                issuerName("dns", "[PKI.example.com]", "in lower case"),
                issuerName("ip", "[10.0.0.0/8]", "192.0.2.1 or 2001:db8::1"),
                issuerName("email", "[pki]", "such as pki@example.com"),
                issuerName("uri", "[pki]", "such as https://pki.example.com/"),
                issuerName("directory", "[\"\"]", "O=Example,C=DE"),
                EveryProfileKeyTest.server("subject-directory-attributes", "DE", "a list"),
                attribute(
                        "attribute",
                        "attribute: nationality, values: [DE]",
                        "countryOfCitizenship, countryOfResidence"),
                attribute("values", "attribute: countryOfResidence", "write 1 to 20"),
                attribute(
                        "values",
                        "attribute: countryOfResidence, values: [Germany]",
                        "two capital letters, such as DE"),
                attribute("values", "attribute: dateOfBirth, values: [31.12.1970]", "1970-12-31"),
                attribute("values", "attribute: gender, values: [M, F]", "exactly one"),
                attribute("hex", "attribute: 1.2.3, hex: [zz]", "0c026f6b"),
                attribute("hex", "attribute: gender, hex: [13014d]", "as a text under values"),
                EveryProfileKeyTest.server("lint", "off", "a list"),
                turnedDown("rule", "rule: dns-underscores, severity: notice, reason: x", "dns-underscore"),
                turnedDown("rule", "rule: der-boolean, severity: notice, reason: x", "is about the encoding"),
                turnedDown("rule", "rule: names-as-expected, severity: off, reason: x", "to what was granted"),
                turnedDown("rule", "rule: within-issuer-validity, severity: off, reason: x", "to its issuer"),
                turnedDown("rule", "rule: crl-number-present, severity: off, reason: x", "no rule about certificates"),
                turnedDown("severity", "rule: dns-underscore, severity: error, reason: x", "warning, notice, off"),
                turnedDown("severity", "rule: validity-of-server, severity: warning, reason: x", "notice or off"),
                turnedDown("reason", "rule: dns-underscore, severity: notice, reason: \" \"", "1 to 200 characters"),
                turnedDown("reason", "rule: dns-underscore, severity: notice", "missing"));
    }

    private static Mistake access(String key, String section, String words) {
        return EveryProfileKeyTest.first(
                EveryProfileKeyTest.SERVER, "subject-information-access[]." + key, "[{" + section + "}]", words);
    }

    private static Mistake issuerName(String kind, String value, String words) {
        return EveryProfileKeyTest.server("issuer-alternative-names." + kind, value, words);
    }

    private static Mistake attribute(String key, String section, String words) {
        return EveryProfileKeyTest.first(
                EveryProfileKeyTest.SERVER, "subject-directory-attributes[]." + key, "[{" + section + "}]", words);
    }

    private static Mistake turnedDown(String key, String section, String words) {
        return EveryProfileKeyTest.first(EveryProfileKeyTest.SERVER, "lint[]." + key, "[{" + section + "}]", words);
    }
}
