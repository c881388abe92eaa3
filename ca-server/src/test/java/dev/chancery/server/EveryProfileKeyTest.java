package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.ConfigurationProblem;
import dev.chancery.config.KeyCatalog;
import dev.chancery.config.KeyDescription;
import dev.chancery.config.YamlReader;
import dev.chancery.core.profile.CertificateProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every key of a profile")
class EveryProfileKeyTest {
    static final Map<String, String> SERVER = base(
            "name", "sample",
            "title", "Sample",
            "description", "For tests.",
            "issuer", "issuing",
            "subject.from", "names",
            "subject.required", "false",
            "names.kinds", "[dns, ip]",
            "names.minimum", "1",
            "names.maximum", "10",
            "names.wildcards", "false",
            "key.curves", "[P-256]",
            "validity.standard", "1 year",
            "validity.maximum", "2 years",
            "key-usage", "[digitalSignature]",
            "extended-key-usage", "[serverAuth]",
            "crl-distribution-point", "true",
            "authority-information-access", "true",
            "ocsp-nocheck", "false",
            "policies", "[]",
            "approval", "none",
            "usable-by", "[requester]");

    private static final Map<String, String> CA = with(
            SERVER,
            "subject.from",
            "request",
            "subject.allowed",
            "[CN]",
            "subject.required",
            "true",
            "names.kinds",
            "[]",
            "names.minimum",
            "0",
            "names.maximum",
            "0",
            "key-usage",
            "[keyCertSign, cRLSign]",
            "extended-key-usage",
            "[]",
            "ca.path-length",
            "0");

    private static final Map<String, String> OF_REQUEST =
            with(SERVER, "subject.from", "request", "subject.allowed", "[CN]");

    private static Map<String, String> base(String... keysAndValues) {
        return with(Map.of(), keysAndValues);
    }

    private static Map<String, String> with(Map<String, String> from, String... keysAndValues) {
        Map<String, String> profile = new LinkedHashMap<>(from);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            profile.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return profile;
    }

    /**
     * One mistake.
     *
     * @param key as the catalog names it
     * @param set the key to which the wrong value is given; a list, for what stands in one
     * @param at the key that the message has to name
     * @param words some of the allowed values, or what to write instead
     */
    record Mistake(Map<String, String> profile, String key, String set, String value, String at, String words) {
        @Override
        public String toString() {
            return key + " = " + value;
        }
    }

    static Mistake server(String key, String value, String words) {
        return new Mistake(SERVER, key, key, value, key, words);
    }

    private static Mistake ca(String key, String value, String words) {
        return new Mistake(CA, key, key, value, key, words);
    }

    /** In the first element of a list. */
    static Mistake first(Map<String, String> profile, String key, String value, String words) {
        String list = key.substring(0, key.indexOf("[]"));
        return new Mistake(profile, key, list, value, key.replace("[]", "[0]"), words);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        texts(),
                        subjects(),
                        names(),
                        keys(),
                        authorities(),
                        addresses(),
                        extensions(),
                        DescriptionMistakes.all())
                .flatMap(List::stream);
    }

    private static List<Mistake> texts() {
        return List.of(
                server("name", "TLS server", "a-z, 0-9 and '-'"),
                server("title", "\" \"", "what people call this kind of certificate"),
                server("description", "\"\"", "one sentence for the request form"),
                server("issuer", "Issuing CA", "short name of a CA, such as issuing"),
                server("approval", "somebody", "none, officer"),
                server("requesters.users", "[Rita]", "an account, such as rita"),
                server("requesters.groups", "[\"web team\"]", "a group, such as web-team"),
                server("officers", "0", "1 to 5"),
                server("officers", "two", "a whole number"),
                server("usable-by", "[operator]", "requester, officer, auditor or admin"),
                server("crl-distribution-point", "maybe", "true or false"),
                server("crl-distribution-point", "false", "set it to true"),
                server("authority-information-access", "on", "true or false"),
                server("ocsp-nocheck", "1", "true or false"),
                server("ocsp-nocheck", "true", "OCSP responders only"));
    }

    private static List<Mistake> subjects() {
        return List.of(
                server("subject.from", "anywhere", "names, request, fixed"),
                server("subject.fixed", "Example", "CN=www.example.com,O=Example,C=DE"),
                server("subject.fixed", "CN=x", "only with from: fixed"),
                server("subject.allowed", "[X]", "CN, O, OU, L, ST, C, DC, UID, serialNumber"),
                server("subject.allowed", "[O]", "only from: request"),
                server("subject.required", "perhaps", "true or false"),
                server("subject.parts", "O=Example", "a list"),
                new Mistake(
                        SERVER,
                        "subject.parts",
                        "subject.parts",
                        "[{attribute: O}]",
                        "subject.parts",
                        "only from: request"),
                first(OF_REQUEST, "subject.parts[].attribute", "[{attribute: title}]", "CN, O, OU"),
                first(
                        OF_REQUEST,
                        "subject.parts[].value",
                        "[{attribute: C, value: Germany}]",
                        "two letters, such as DE"),
                first(OF_REQUEST, "subject.parts[].required", "[{attribute: O, required: often}]", "true or false"),
                first(
                        OF_REQUEST,
                        "subject.parts[].required",
                        "[{attribute: O, value: Example, required: true}]",
                        "delete required, or value"),
                first(OF_REQUEST, "subject.parts[].pattern", "[{attribute: O, pattern: \"[A-\"}]", "[A-Z][a-z]+"));
    }

    private static List<Mistake> names() {
        return List.of(
                server("names.kinds", "[host]", "dns, ip, email, uri, upn"),
                server("names.minimum", "-1", "0 ≤ minimum ≤ maximum ≤ 1000"),
                server("names.minimum", "some", "a whole number"),
                server("names.maximum", "1001", "0 ≤ minimum ≤ maximum ≤ 1000"),
                server("names.wildcards", "few", "true or false"),
                count("dns.minimum", "{minimum: -1}", "0 to 1000"),
                count("dns.maximum", "{maximum: 0}", "at least 1"),
                count("ip.minimum", "{minimum: x}", "a whole number"),
                count("ip.maximum", "{minimum: 3, maximum: 2}", "at least minimum (3)"),
                count("email.minimum", "{minimum: 1001}", "at most 1000"),
                count("email.maximum", "{maximum: 1001}", "at most 1000"),
                count("uri.minimum", "{minimum: -2}", "0 to 1000"),
                count("uri.maximum", "{maximum: many}", "a whole number"),
                count("upn.minimum", "{minimum: -2}", "0 to 1000"),
                count("upn.maximum", "{maximum: -2}", "at least 1"),
                new Mistake(
                        SERVER,
                        "names.counts.upn.minimum",
                        "names.counts.upn",
                        "{minimum: 1}",
                        "names.counts.upn",
                        "add upn to kinds"));
    }

    private static Mistake count(String key, String value, String words) {
        String kind = key.substring(0, key.indexOf('.'));
        String at = value.contains("1001") && key.endsWith("minimum") ? kind + ".maximum" : key;
        return new Mistake(SERVER, "names.counts." + key, "names.counts." + kind, value, "names.counts." + at, words);
    }

    private static List<Mistake> keys() {
        return List.of(
                server("key.rsa.minimum", "1024", "2048 to 8192"),
                server("key.rsa.maximum", "16384", "2048 to 8192"),
                server("key.curves", "[P-192]", "P-256, P-384, P-521, Ed25519, Ed448"),
                server("key.curves", "[]", "write rsa with minimum and maximum, or curves"),
                server("key.server-made", "sometimes", "true or false"),
                server("validity.standard", "soon", "P1Y, P90D, PT12H, or 1 year, 90 days, 12 hours"),
                server("validity.standard", "3 years", "longer than maximum, 2 years"),
                server("validity.maximum", "long", "P1Y, P90D, PT12H, or 1 year, 90 days, 12 hours"),
                server("validity.not-beyond", "31.12.2030", "2030-12-31"),
                server("validity.backdate", "3 days", "0 minutes to 2 days"),
                server("key-usage", "[sign]", "digitalSignature, contentCommitment"),
                server("key-usage", "[digitalSignature, keyCertSign]", "belong to a CA only"),
                server("extended-key-usage", "[webServer]", "serverAuth"),
                server("extended-key-usage", "[]", "[serverAuth]"),
                server("signature.hash", "sha-1", "sha-256, sha-384, sha-512"),
                server("signature.rsa", "oaep", "pkcs1, pss"));
    }

    private static List<Mistake> authorities() {
        return List.of(
                ca("ca.path-length", "-1", "0 or more"),
                ca("ca.name-constraints.permitted.dns", "[.example.com]", "such as example.com"),
                ca("ca.name-constraints.permitted.ip", "[10.0.0.1]", "10.0.0.0/8 or 2001:db8::/32"),
                ca("ca.name-constraints.permitted.email", "[\"@\"]", "user@example.com, example.com or .example.com"),
                ca("ca.name-constraints.permitted.uri", "[\"http://x/\"]", "example.com or .example.com"),
                ca("ca.name-constraints.permitted.directory", "[Example]", "O=Example"),
                ca("ca.name-constraints.excluded.dns", "[\"*.example.com\"]", "such as example.com"),
                ca("ca.name-constraints.excluded.ip", "[10.0.0.1/8]", "10.0.0.0/8 or 2001:db8::/32"),
                ca("ca.name-constraints.excluded.email", "[a@b@c]", "user@example.com, example.com or .example.com"),
                ca("ca.name-constraints.excluded.uri", "[a b]", "example.com or .example.com"),
                ca("ca.name-constraints.excluded.directory", "[\"\"]", "O=Example"),
                ca("ca.policy-rule.require-explicit", "-1", "0 to 255"),
                ca("ca.policy-rule.require-explicit", "0", "list some under policies"),
                ca("ca.policy-rule.inhibit-mapping", "256", "0 to 255"),
                ca("ca.policy-rule.inhibit-any", "never", "a whole number"),
                ca(
                        "ca.policy-rule.mappings",
                        "[{issuer-domain: 1.2.3, subject-domain: 1.2.4}]",
                        "not listed under policies"),
                first(
                        CA,
                        "ca.policy-rule.mappings[].issuer-domain",
                        "[{issuer-domain: gold, subject-domain: 1.2.4}]",
                        "1.3.6.1.4.1.99999.1.1"),
                first(
                        CA,
                        "ca.policy-rule.mappings[].subject-domain",
                        "[{issuer-domain: 1.2.3, subject-domain: 2.5.29.32.0}]",
                        "1.3.6.1.4.1.99999.1.1"));
    }

    private static List<Mistake> addresses() {
        return List.of(
                server(
                        "published-at.crl",
                        "[\"https://pki.example.com/x.crl\"]",
                        "http://pki.example.com/crl/issuing.crl"),
                server("published-at.ca-certificate", "[\"ldap://x/\"]", "no plain http address"),
                server("published-at.ocsp", "[ocsp]", "no plain http address"),
                server("policies", "[2.5.29.32.0]", "name your own"),
                new Mistake(SERVER, "policies", "policies", "[gold]", "policies[0]", "1.3.6.1.4.1.99999.1.1"),
                first(SERVER, "policies[].oid", "[{oid: 3.1.1}]", "1.3.6.1.4.1.99999.1.1"),
                first(SERVER, "policies[].cps", "[{oid: 1.2.3, cps: cps.html}]", "https://pki.example.com/cps.html"),
                first(SERVER, "policies[].notice", "[{oid: 1.2.3, notice: \"\"}]", "1 to 200 characters"));
    }

    private static List<Mistake> extensions() {
        return List.of(
                server("critical", "[names]", "extended-key-usage, policies"),
                server("critical", "[policies]", "policies is empty"),
                server("tls-feature", "[staple]", "status-request, status-request-v2"),
                ofTemplate("oid", "WebServer", "1.3.6.1.4.1.99999.1.1"),
                ofTemplate("major-version", "-1", "0 to 4294967295"),
                ofTemplate("minor-version", "1", "stands only behind a major-version"),
                server("extensions", "1.2.3", "a list"),
                new Mistake(
                        SERVER,
                        "extensions",
                        "extensions",
                        "[{oid: 1.2.3}]",
                        "extensions[0]",
                        "one of hex, base64 (DER), utf8, ia5 (a text)"),
                extension("oid", "oid: 2.5.29.19, utf8: x", "of your own organisation"),
                extension("critical", "oid: 1.2.3, utf8: x, critical: very", "true or false"),
                extension("hex", "oid: 1.2.3, hex: 0g", "hexadecimal, such as 0c026f6b"),
                extension("hex", "oid: 1.2.3, hex: 0c036f6b", "0c026f6b is the UTF8String ok"),
                extension("base64", "oid: 1.2.3, base64: \"%\"", "base64, such as DAJvaw=="),
                extension("utf8", "oid: 1.2.3, utf8: [x]", "text"),
                extension("ia5", "oid: 1.2.3, ia5: ä", "write utf8 instead"));
    }

    private static Mistake ofTemplate(String key, String value, String words) {
        String path = "microsoft-template." + key;
        return new Mistake(with(SERVER, "microsoft-template.oid", "1.2.3"), path, path, value, path, words);
    }

    private static Mistake extension(String key, String section, String words) {
        return first(SERVER, "extensions[]." + key, "[{" + section + "}]", words);
    }

    @Test
    @DisplayName("has a row here")
    void complete() {
        List<String> rows = mistakes().map(Mistake::key).distinct().toList();

        assertThat(KeyCatalog.keys(CertificateProfile.class).stream().map(KeyDescription::path))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    @DisplayName("is right in the profiles that the rows spoil")
    void sound() {
        for (Map<String, String> profile : List.of(SERVER, CA, OF_REQUEST)) {
            assertThat(YamlReader.read("sample.yaml", text(profile), CertificateProfile.class)
                            .name())
                    .isEqualTo("sample");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("that is wrong is named with file, line and the allowed values")
    void named(Mistake mistake) {
        String text = text(with(mistake.profile(), mistake.set(), mistake.value()));

        ConfigurationProblem problem = problem(text);

        assertThat(problem.file()).isEqualTo("sample.yaml");
        // Of a list, the whole or the element that is wrong.
        assertThat(problem.key().replaceFirst("\\[0]$", ""))
                .isEqualTo(mistake.at().replaceFirst("\\[0]$", ""));
        assertThat(text.lines().toList().get(problem.line() - 1).strip())
                .startsWith(mistake.set().replaceFirst(".*\\.", "") + ":");
        assertThat(problem.message()).contains(mistake.words());
    }

    private static ConfigurationProblem problem(String text) {
        try {
            YamlReader.read("sample.yaml", text, CertificateProfile.class);
        } catch (ConfigurationException refused) {
            return refused.problems().get(0);
        }
        throw new AssertionError("nothing is wrong with\n" + text);
    }

    /** Block style, each key on a line of its own. */
    private static String text(Map<String, String> profile) {
        StringBuilder text = new StringBuilder();
        String[] open = {};
        Map<String, String> ordered = new java.util.TreeMap<>(profile);
        for (Map.Entry<String, String> entry : ordered.entrySet()) {
            String[] path = entry.getKey().split("\\.");
            int common = 0;
            while (common < Math.min(open.length, path.length - 1) && open[common].equals(path[common])) {
                common++;
            }
            for (int i = common; i < path.length; i++) {
                text.append("  ".repeat(i)).append(path[i]).append(':');
                text.append(i == path.length - 1 ? " " + entry.getValue() + "\n" : "\n");
            }
            open = java.util.Arrays.copyOf(path, path.length - 1);
        }
        return text.toString();
    }
}
