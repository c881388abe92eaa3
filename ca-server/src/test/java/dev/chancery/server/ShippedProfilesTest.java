package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.KeyCatalog;
import dev.chancery.config.KeyDescription;
import dev.chancery.config.ManualDefaults;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.NameKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The profiles that come with the program")
class ShippedProfilesTest {
    private final Map<String, CertificateProfile> profiles = read();

    private static Map<String, CertificateProfile> read() {
        Map<String, CertificateProfile> profiles = new TreeMap<>();
        Shipped.profiles()
                .forEach((file, text) -> profiles.put(file, YamlReader.read(file, text, CertificateProfile.class)));
        return profiles;
    }

    @Test
    @DisplayName("are these ten, each called like its file")
    void names() {
        assertThat(profiles)
                .containsOnlyKeys(
                        "intermediate-ca.yaml",
                        "ocsp-responder.yaml",
                        "server.yaml",
                        "skype-edge-aol.yaml",
                        "skype-oauth.yaml",
                        "skype-server.yaml",
                        "skype-web.yaml",
                        "tls-client.yaml",
                        "tls-server-client.yaml",
                        "tls-server.yaml");
        profiles.forEach((file, profile) -> assertThat(profile.name() + ".yaml").isEqualTo(file));
    }

    @ParameterizedTest
    @CsvSource({
        "tls-server, serverAuth",
        "tls-server-client, 'serverAuth, clientAuth'",
        "tls-client, clientAuth",
        "ocsp-responder, OCSPSigning",
        "intermediate-ca, ''",
        "server, serverAuth",
        "skype-server, serverAuth",
        "skype-web, serverAuth",
        "skype-edge-aol, 'serverAuth, clientAuth'",
        "skype-oauth, serverAuth"
    })
    @DisplayName("are good for what their names say")
    void purposes(String name, String purposes) {
        assertThat(String.join(
                        ", ",
                        profiles.get(name + ".yaml").extendedKeyUsage().stream()
                                .map(ExtendedKeyUsage::label)
                                .toList()))
                .isEqualTo(purposes);
    }

    @Test
    @DisplayName("carry a CRL distribution point, but for the OCSP responder")
    void crl() {
        assertThat(profiles.values())
                .allSatisfy(profile -> assertThat(profile.crlDistributionPoint())
                        .as(profile.name())
                        .isEqualTo(!profile.name().equals("ocsp-responder")));
    }

    @Test
    @DisplayName("leave the server's own ones to the server, and CAs to officers")
    void users() {
        assertThat(profiles.get("server.yaml").usableBy()).isEmpty();
        assertThat(profiles.get("ocsp-responder.yaml").usableBy()).isEmpty();
        assertThat(profiles.get("intermediate-ca.yaml").usableBy()).containsExactly("officer");
        assertThat(profiles.get("intermediate-ca.yaml").approval()).isEqualTo(Approval.OFFICER);
        assertThat(profiles.get("tls-server.yaml").usableBy()).containsExactlyInAnyOrder("requester", "officer");
    }

    @Test
    @DisplayName("grant no user principal names, which would log their holders on to Windows")
    void noUpn() {
        assertThat(profiles.values())
                .allSatisfy(profile -> assertThat(profile.names().kinds()).doesNotContain(NameKind.UPN));
    }

    @Test
    @DisplayName("explain in tls-server every key that a profile can have")
    void manual() {
        String manual = ManualDefaults.uncomment(Shipped.profiles().get("tls-server.yaml"));
        List<String> lastParts = KeyCatalog.keys(CertificateProfile.class).stream()
                .map(KeyDescription::path)
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .toList();
        assertThat(lastParts)
                .contains("wildcards", "path-length")
                .allSatisfy(key -> assertThat(manual).contains(key + ":"));
    }

    @Test
    @DisplayName("explain each key on the line above, or share the explanation with the key above")
    void explained() {
        List<String> lines = Shipped.profiles().get("tls-server.yaml").lines().toList();
        List<String> bare = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            boolean key = lines.get(i).matches(" *#?[a-z-]+:.*");
            if (key && lines.get(i - 1).isBlank()) {
                bare.add(lines.get(i));
            }
        }
        assertThat(bare).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("standard: 1 year", "standard: 1 yeer", "validity.standard", "P1Y"),
                mistake("kinds: [dns, ip]", "kinds: [dns, host]", "names.kinds[1]", "dns, ip, email, uri, upn"),
                mistake("P-521]", "P-521, P-192]", "key.curves[3]", "P-256, P-384, P-521, Ed25519, Ed448"),
                mistake("[serverAuth]", "[serverAuht]", "extended-key-usage[0]", "OCSPSigning"),
                mistake("[serverAuth]", "[anyExtendedKeyUsage]", "extended-key-usage[0]", "never issued"),
                mistake("approval: none", "aproval: none", "aproval", "Did you mean `approval`?"),
                mistake("wildcards: true", "wildcards: maybe", "names.wildcards", "true or false"),
                mistake("#fixed: O=Example,C=DE", "fixed: Example", "subject.fixed", "not a distinguished name"));
    }

    /** What the parts of a profile say about each other is reported where the part begins. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                mistake("minimum: 2048", "minimum: 1024", "key.rsa", "2048 to 8192"),
                mistake("standard: 1 year", "standard: 3 years", "validity", "longer than maximum"),
                mistake("#allowed: []", "allowed: [CN]", "subject", "from: request"),
                mistake("extended-key-usage: [serverAuth]", "extended-key-usage: []", "extended-key-usage", "is empty"),
                mistake("policies: []", "policies: [2.5.29.32.0]", "policies", "anyPolicy"),
                mistake("[requester,", "[operator,", "usable-by", "requester, officer, auditor or admin"));
    }

    private static Arguments mistake(String good, String bad, String key, String words) {
        return Arguments.of(good, bad, key, words);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("name file, line and key of a mistake that somebody makes in them")
    void mistakesAreNamed(String good, String bad, String key, String words) {
        String text = Shipped.profiles().get("tls-server.yaml");
        long line = text.substring(0, text.indexOf(good)).lines().count() + (lineStart(text, good) ? 1 : 0);
        assertThatThrownBy(() -> read(text, good, bad))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("tls-server.yaml:" + line + ":", key, words);
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    @DisplayName("name file and key of parts that contradict each other")
    void contradictionsAreNamed(String good, String bad, String key, String words) {
        String text = Shipped.profiles().get("tls-server.yaml");
        assertThatThrownBy(() -> read(text, good, bad))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("tls-server.yaml:", key, words);
    }

    private static boolean lineStart(String text, String part) {
        return text.charAt(text.indexOf(part) - 1) == '\n';
    }

    private static CertificateProfile read(String text, String good, String bad) {
        assertThat(text).contains(good);
        return YamlReader.read("tls-server.yaml", text.replace(good, bad), CertificateProfile.class);
    }
}
