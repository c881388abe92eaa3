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
    @DisplayName("and says why there is no sample where none would be issued")
    void none() throws IOException {
        String text = Shipped.profiles().get("tls-server.yaml").replace("#not-beyond: 2030", "not-beyond: 2020");

        assertThat(check("tls-server.yaml", text).out())
                .contains("none would be issued", "end on 2020-12-31T23:59:59Z at the latest");
    }
}
