package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The linter")
class LinterTest {
    private final Linter linter = new Linter();

    private static Linted token(LintOutcome outcome) {
        return outcome.fold(token -> token, findings -> {
            throw new AssertionError(findings);
        });
    }

    private static List<Finding> findings(LintOutcome outcome) {
        return outcome.fold(Linted::remarks, findings -> findings);
    }

    @Nested
    @DisplayName("gives a token that")
    class Token {
        private final Scene scene = Scenes.ecServer();
        private final Der key = Der.copyOf(scene.signerKey);

        @Test
        @DisplayName("hands over the very octets that were judged, once")
        void once() {
            Linted token = token(scene.outcome(linter));
            assertThat(token.spend(key)).isEqualTo(scene.certificate.tbs());
            assertThatThrownBy(() -> token.spend(key)).hasMessageContaining("one signature");
        }

        @Test
        @DisplayName("is good for the issuer's key only, and not spent by a try with another")
        void bound() {
            Linted token = token(scene.outcome(linter));
            assertThatThrownBy(() -> token.spend(Der.copyOf(TestKeys.info(TestKeys.EC))))
                    .hasMessageContaining("another issuer's key");
            assertThat(token.spend(key)).isEqualTo(scene.certificate.tbs());
        }

        @Test
        @DisplayName("cannot be made outside of the package, nor inherited")
        void hidden() {
            assertThat(Modifier.isFinal(Linted.class.getModifiers())).isTrue();
            assertThat(Linted.class.getDeclaredConstructors())
                    .extracting(Constructor::getModifiers)
                    .noneMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
            assertThat(Arrays.stream(Linted.class.getDeclaredMethods())
                            .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()))
                    .isEmpty();
        }

        @Test
        @DisplayName("keeps warnings and notices as remarks")
        void remarks() {
            scene.certificate.without("2.5.29.14");
            assertThat(token(scene.outcome(linter)).remarks())
                    .extracting(Finding::rule)
                    .containsExactly("ski-in-end-entity");
        }
    }

    @Nested
    @DisplayName("fails closed")
    class FailsClosed {
        private final Scene scene = Scenes.ecServer();
        private final Der algorithm = Der.fromHex(Draft.SHA256_RSA);
        private final Der key = Der.copyOf(scene.signerKey);

        @Test
        @DisplayName("on octets after the end, truncation, and nesting too deep")
        void malformed() {
            byte[] tbs = scene.certificate.tbs().octets();
            byte[] deep = new byte[0];
            for (int i = 0; i < 100; i++) {
                deep = Tlv.sequence(deep);
            }
            for (byte[] bad :
                    List.of(Tlv.concat(tbs, new byte[2]), Arrays.copyOf(tbs, tbs.length - 1), deep, new byte[0])) {
                LintOutcome outcome = linter.judge(Der.copyOf(bad), algorithm, key, scene.expectation());
                assertThat(outcome).isInstanceOf(LintOutcome.Failed.class);
                assertThat(findings(outcome))
                        .singleElement()
                        .extracting(Finding::rule, Finding::severity)
                        .containsExactly("well-formed", Severity.ERROR);
            }
        }

        @Test
        @DisplayName("on an issuer, an algorithm or a key that cannot be read")
        void unreadableSurroundings() {
            Expectation granted = scene.expectation();
            Expectation badIssuer = new Expectation(
                    Optional.of(Der.fromHex("3003020101")),
                    granted.ca(),
                    granted.keyUsages(),
                    granted.extendedKeyUsages(),
                    granted.names(),
                    true,
                    granted.particulars(),
                    Weights.usual());
            Der tbs = scene.certificate.tbs();
            assertThat(linter.judge(tbs, algorithm, key, badIssuer)).isInstanceOf(LintOutcome.Failed.class);
            assertThat(linter.judge(tbs, Der.fromHex("0500"), key, granted)).isInstanceOf(LintOutcome.Failed.class);
            assertThat(linter.judge(tbs, algorithm, Der.fromHex("3000"), granted))
                    .isInstanceOf(LintOutcome.Failed.class);
        }

        @Test
        @DisplayName("on a part that stops a rule from looking, even one that only warns")
        void throwingRule() {
            scene.certificate.with("2.5.29.14", false, Tlv.integer(1));
            LintOutcome outcome = scene.outcome(linter);
            assertThat(outcome).isInstanceOf(LintOutcome.Failed.class);
            assertThat(findings(outcome))
                    .filteredOn(finding -> finding.message().contains("cannot be judged"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("subjectKeyIdentifier"));
        }

        @Test
        @Tag("slow")
        @DisplayName("on every single bit flipped: never an exception, never a pass with other octets")
        void flippedBits() {
            byte[] tbs = scene.certificate.tbs().octets();
            Random random = new Random(20260101);
            for (int round = 0; round < 1500; round++) {
                byte[] flipped = tbs.clone();
                int bit = random.nextInt(tbs.length * 8);
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Der judged = Der.copyOf(flipped);
                linter.judge(judged, algorithm, key, scene.expectation())
                        .fold(
                                token -> assertThat(token.spend(key)).isEqualTo(judged),
                                findings -> assertThat(findings).isNotEmpty());
                linter.judge(Der.copyOf(Tlv.sequence(flipped, algorithm.octets(), Tlv.bits(new byte[9]))));
            }
        }
    }

    @Nested
    @DisplayName("judges a finished certificate")
    class Finished {
        @Test
        @DisplayName("against its issuer as well, when that is at hand")
        void issuer() {
            Der leaf = Scenes.ecServer().certificate.certificate();
            assertThat(linter.judge(leaf, Scenes.rootCertificate().certificate()))
                    .extracting(Finding::rule)
                    .containsExactly("signature-verifies");
            assertThat(linter.judge(
                            Scenes.ecServer().certificate.signed().certificate(),
                            Scenes.rootCertificate().certificate()))
                    .isEmpty();
            assertThat(linter.judge(leaf, Scenes.intermediate().certificate.certificate()))
                    .extracting(Finding::rule)
                    .contains("issuer-name-copied", "aki-is-issuers-ski", "signature-fits-key");
        }

        @Test
        @DisplayName("and says of what is no certificate that it is none")
        void noCertificate() {
            assertThat(linter.judge(Der.fromHex("3003020101")))
                    .extracting(Finding::rule)
                    .containsExactly("well-formed");
        }
    }

    @Test
    @DisplayName("shows hostile text safely in its findings")
    void safeMessages() {
        List<Finding> findings =
                Scenes.serverNamed("evil\0\u001b[31m.example.com").findings();
        assertThat(findings)
                .extracting(Finding::message)
                .allSatisfy(message -> assertThat(message.chars().noneMatch(Character::isISOControl))
                        .isTrue());
    }

    @Test
    @DisplayName("lists its rules for people, errors and warnings alike")
    void listed() {
        Map<Severity, Long> counts = Linter.rules().stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(Rule::severity, java.util.stream.Collectors.counting()));
        assertThat(counts.get(Severity.ERROR)).isGreaterThan(100);
        assertThat(counts).containsKeys(Severity.WARNING, Severity.NOTICE);
    }
}
