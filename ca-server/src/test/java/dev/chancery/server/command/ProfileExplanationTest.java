package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("profile check explains")
class ProfileExplanationTest {
    @TempDir
    Path folder;

    static Stream<String> shipped() {
        return Shipped.profiles().keySet().stream();
    }

    private CommandLineRun.Result check(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return new CommandLineRun().run("profile", "check", folder.resolve(file).toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    @DisplayName("every shipped profile, with a sample certificate")
    void sample(String file) throws IOException {
        var result = check(file, Shipped.profiles().get(file));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Signed by     the CA ", "Key usage (critical):", "CN=Sample CA (nobody trusts it)")
                .doesNotContain("There is no sample certificate");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "maximum: 2 years | maximum: 3 years | validity.maximum: Apple's software refuses",
                "wildcards: true | wildcards: true | names.wildcards: A wildcard is good for",
                "curves: [P-256 | curves: [Ed25519, P-256 | key.curves: Browsers and Windows",
                "#tls-feature | tls-feature | tls-feature: Most servers staple nothing",
                "#not-beyond: 2030 | not-beyond: 2020 | validity.not-beyond: That day is over",
                "kinds: [dns, ip] | kinds: [dns, upn] | names.kinds: A user principal name logs",
                "maximum: 100 | maximum: 900 | names.maximum: Each name makes",
                "[serverAuth] | [serverAuth, timeStamping] | extended-key-usage: A timestamping authority",
                "#signature: {hash: sha-256, rsa: pkcs1} | signature: {rsa: pss} | signature.rsa: Skype for Business",
                "#lint: [{rule: validity-of-server | lint: [{rule: dns-underscore | lint: The rule dns-underscore is an"
                        + " error in all other profiles",
                "#extensions: [{oid: 1.3.6.1.4.1.99999.2.1, critical: false, | extensions: [{oid: 1.3.6.1.4.1.99999.2.1,"
                        + " critical: true, | extensions: The extension 1.3.6.1.4.1.99999.2.1 is critical"
            })
    @DisplayName("what is seldom meant")
    void remarks(String good, String changed, String remark) throws IOException {
        String text = Shipped.profiles().get("tls-server.yaml");
        assertThat(text).contains(good);

        var result = check("tls-server.yaml", text.replace(good, changed));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Worth a second look:", remark);
    }

    @Test
    @DisplayName("what it tells beyond what verifiers look at, and which rules it turns down")
    void further() throws IOException {
        String text = Shipped.profiles()
                .get("tls-server.yaml")
                .replace("#subject-information", "subject-information")
                .replace("#issuer-alternative", "issuer-alternative")
                .replace("#subject-directory", "subject-directory")
                .replace("#lint: [", "lint: [");

        var result = check("tls-server.yaml", text);

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Offers        1.3.6.1.4.1.99999.3.1 at https://www.example.com/status")
                .contains("CA also named pki.example.com, 192.0.2.1, pki@example.com, https://pki.example.com/,")
                .contains("Attribute     countryOfResidence DE", "1.3.6.1.4.1.99999.3.2 DER 0c026f6b")
                .contains("Lint          validity-of-server is a notice only: No Apple devices here")
                .contains("  Subject information access:\n    1.3.6.1.4.1.99999.3.1 https://www.example.com/status\n")
                .contains("  Issuer alternative name:\n    DNS pki.example.com\n    IP 192.0.2.1\n")
                .contains("  Subject directory attributes:\n    country of residence DE\n")
                .doesNotContain("The rule validity-of-server");
    }

    @Test
    @DisplayName("and says why there is no sample where none would be issued")
    void none() throws IOException {
        String text = Shipped.profiles().get("tls-server.yaml").replace("#not-beyond: 2030", "not-beyond: 2020");

        assertThat(check("tls-server.yaml", text).out())
                .contains("none would be issued", "end on 2020-12-31T23:59:59Z at the latest");
    }
}
