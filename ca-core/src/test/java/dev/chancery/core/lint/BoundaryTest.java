package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.serverNamed;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("At the edge of a rule")
class BoundaryTest {
    private static final byte[] UPN =
            tlv(0xa0, Tlv.oid("1.3.6.1.4.1.311.20.2.3"), tlv(0xa0, text(0x0c, "ada@example.com")));

    static Stream<Arguments> good() {
        return Stream.concat(names(), others());
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("a wildcard", named("*.example.com")),
                Arguments.of("an A-label", named("xn--mnchen-3ya.example")),
                Arguments.of("a label of 63 characters", named("x".repeat(63) + ".example.com")),
                Arguments.of("a name of 253 characters", named("abcdefg.".repeat(30) + "b.example.com")),
                Arguments.of("digits and hyphens inside", named("3com-a--b1.example.com")),
                Arguments.of("one label", named("intranet")),
                Arguments.of(
                        "an IPv6 address",
                        granted(
                                serverNamed(tlv(0x87, hex("20010db8000000000000000000000001"))),
                                "ip:2001:db8:0:0:0:0:0:1")),
                Arguments.of(
                        "a mail address and a URI",
                        granted(
                                serverNamed(text(0x81, "ada@example.com"), text(0x86, "spiffe://example.com/ada")),
                                "email:ada@example.com",
                                "uri:spiffe://example.com/ada")),
                Arguments.of(
                        "a user principal name that was granted", granted(serverNamed(UPN), "upn:ada@example.com")));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("an empty subject with critical names", ecServer().but(draft -> {
                    draft.subject = sequence();
                    draft.with(
                            "2.5.29.17",
                            true,
                            Scenes.names(
                                    Scenes.dns(Scenes.HOST),
                                    new org.bouncycastle.asn1.x509.GeneralName(7, "192.0.2.1")));
                })),
                Arguments.of(
                        "a common name in other case", ecServer().but(draft -> draft.subject("CN=WWW.Example.COM"))),
                Arguments.of(
                        "a common name that is an address", ecServer().but(draft -> draft.subject("CN=192.0.2.1"))),
                Arguments.of("a person's name on a client certificate", client()),
                Arguments.of(
                        "times as long as the issuer's",
                        client().but(draft -> draft.valid("250101000000Z", "450101000000Z"))),
                Arguments.of(
                        "a root beyond 2050",
                        Scenes.root().but(draft -> draft.notAfter = text(0x18, "20550101000000Z"))),
                Arguments.of(
                        "a common name of 64 characters",
                        ecServer().but(draft -> draft.subjectAttribute("2.5.4.10", text(0x0c, "\u00fc".repeat(64))))),
                Arguments.of(
                        "a path length one below the issuer's",
                        Scenes.intermediate()
                                .where(scene -> scene.issuer.with("2.5.29.19", true, new BasicConstraints(1)))),
                Arguments.of(
                        "an RSA key of 8192 bits",
                        Scenes.rsaServer().but(draft -> draft.key = TestKeys.rsa(8192, 65537))));
    }

    @Test
    @DisplayName("outside of it")
    void outside() {
        assertThat(FurtherSamples.all())
                .allSatisfy(sample -> assertThat(sample.scene().findings())
                        .extracting(Finding::rule)
                        .contains(sample.rule()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    @DisplayName("inside:")
    void inside(String what, Scene scene) {
        assertThat(scene.findings()).as(what).isEmpty();
    }

    private static Scene named(String host) {
        return granted(serverNamed(host), "dns:" + host);
    }

    private static Scene granted(Scene scene, String... names) {
        return scene.where(changed -> changed.names = Set.copyOf(Arrays.asList(names)));
    }

    private static Scene client() {
        Scene scene = granted(serverNamed(text(0x82, "laptop.example.com")), "dns:laptop.example.com");
        scene.certificate
                .subject("CN=Ada Lovelace,O=Example")
                .with("2.5.29.37", false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        scene.purposes = Set.of("1.3.6.1.5.5.7.3.2");
        return scene;
    }
}
