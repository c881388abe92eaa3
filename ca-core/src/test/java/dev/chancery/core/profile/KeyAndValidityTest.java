package dev.chancery.core.profile;

import static dev.chancery.core.profile.Granting.NOW;
import static dev.chancery.core.profile.Granting.ofHosts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyAndValidityTest {
    private final CertificateProfile server = SampleProfile.tlsServer().build();
    private final Granting request = ofHosts("web01.lab.example.com");

    @Nested
    @DisplayName("A key")
    class Keys {
        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({"RSA, 2048", "RSA, 3000", "RSA, 8192", "EC, 256", "EC, 384", "EC, 521"})
        @DisplayName("that the profile lists is taken as it stands")
        void taken(String algorithm, int bits) {
            assertThat(request.key(algorithm, bits)
                            .grantedBy(server)
                            .subjectPublicKeyInfo()
                            .hex())
                    .isEqualTo("3001");
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource({
            "RSA, 2047, key-size, too short",
            "RSA, 8193, key-size, too long",
            "EC, 224, key-type, no EC P-224 key",
            "Ed25519, 255, key-type, no Ed25519 key",
            "Ed448, 448, key-type, no Ed448 key"
        })
        @DisplayName("that the profile does not list is refused, with those that it takes")
        void refused(String algorithm, int bits, String rule, String words) {
            Objection objection = request.key(algorithm, bits).objectionOf(server);
            assertThat(objection.rule()).isEqualTo(rule);
            assertThat(objection.field()).isEqualTo("csr");
            assertThat(objection.message()).contains(words).contains("RSA 2048 to 8192, EC P-256, EC P-384, EC P-521");
        }

        @Test
        @DisplayName("of RSA is refused by a profile without RSA, and one of Ed25519 taken where it is listed")
        void curvesOnly() {
            CertificateProfile curves =
                    SampleProfile.tlsServer().keys(List.of(), Curve.ED25519).build();
            assertThat(request.key("RSA", 2048).objectionOf(curves).rule()).isEqualTo("key-type");
            assertThat(request.key("Ed25519", 255).grantedBy(curves).keyUsages())
                    .containsExactly(KeyUsage.DIGITAL_SIGNATURE);
        }

        @ParameterizedTest(name = "{0}: {2}")
        @CsvSource({
            "RSA, 2048, 'digitalSignature keyEncipherment'",
            "EC, 256, 'digitalSignature'",
        })
        @DisplayName("gets the usages that suit its kind (RFC 8813)")
        void usages(String algorithm, int bits, String usages) {
            assertThat(request.key(algorithm, bits).grantedBy(server).keyUsages())
                    .extracting(KeyUsage::rfcName)
                    .containsExactlyInAnyOrder(usages.split(" "));
        }
    }

    @Nested
    @DisplayName("The validity")
    class Lengths {
        @Test
        @DisplayName("begins five minutes back and ends one second before the standard length is over")
        void standard() {
            assertThat(request.grantedBy(server).validity())
                    .isEqualTo(validity("2026-03-01T11:55:00Z", "2027-03-01T11:59:59Z"));
        }

        @ParameterizedTest(name = "{0} ends at {1}")
        @CsvSource({
            "90 days, 2026-05-30T11:59:59Z",
            "P90D, 2026-05-30T11:59:59Z",
            "12 hours, 2026-03-01T23:59:59Z",
            "PT12H, 2026-03-01T23:59:59Z",
            "1 year 6 months, 2027-09-01T11:59:59Z",
            "1 second, 2026-03-01T12:00:00Z"
        })
        @DisplayName("is what was asked for, counted from now")
        void asked(String wish, Instant end) {
            assertThat(request.wishValidity(wish).grantedBy(server).validity().notAfter())
                    .isEqualTo(end);
        }

        @Test
        @DisplayName("is the maximum at most, backdating included")
        void maximum() {
            Validity granted = request.wishValidity("2 years").grantedBy(server).validity();
            assertThat(granted).isEqualTo(validity("2026-03-01T11:55:00Z", "2028-03-01T11:54:59Z"));
        }

        @ParameterizedTest
        @CsvSource({"731 days", "P3Y", "999999 years", "P999999999Y", "PT99999999999H"})
        @DisplayName("beyond the maximum is refused, and the maximum offered")
        void tooLong(String wish) {
            Objection objection = request.wishValidity(wish)
                    .objectionOf(SampleProfile.tlsServer()
                            .validity("1 year", "730 days")
                            .build());
            assertThat(objection.rule()).isEqualTo("validity-too-long");
            assertThat(objection.field()).isEqualTo("validity");
            assertThat(objection.message()).contains(wish).contains("730 days");
            assertThat(objection.suggestion()).contains("730 days");
        }

        @ParameterizedTest
        @CsvSource({"for ever", "''", "1 fortnight", "P", "-1 day", "P-1D", "90", "1y6m"})
        @DisplayName("that is no length of time is refused, and the standard offered")
        void syntax(String wish) {
            Objection objection = request.wishValidity(wish).objectionOf(server);
            assertThat(objection.rule()).isEqualTo("validity-syntax");
            assertThat(objection.suggestion()).contains("1 year");
        }

        @Test
        @DisplayName("of less than a second is refused")
        void nothing() {
            assertThat(request.wishValidity("PT0.2S").objectionOf(server).rule())
                    .isEqualTo("validity-too-short");
        }

        @ParameterizedTest(name = "until {0}: {1}")
        @CsvSource({
            "2026-06-09T12:00:00Z, 100 days",
            "2026-03-02T11:59:59Z, 1 day",
            "2026-03-01T15:30:00Z, 3 hours",
            "2026-03-01T12:30:00Z, 30 minutes"
        })
        @DisplayName("beyond the CA's own end is refused when it was asked for, and the longest possible offered")
        void beyondIssuer(String end, String longest) {
            Granting granting = request.issuer("2024-01-01T00:00:00Z", end);
            Objection objection = granting.wishValidity("1 year").objectionOf(server);
            assertThat(objection.rule()).isEqualTo("validity-beyond-issuer");
            assertThat(objection.message()).contains("the CA issuing").contains(end);
            assertThat(objection.suggestion()).isEqualTo(Optional.of(longest));
            assertThat(granting.wishValidity(longest)
                            .grantedBy(server)
                            .validity()
                            .notAfter())
                    .isBeforeOrEqualTo(Instant.parse(end));
        }

        @Test
        @DisplayName("that nobody asked for ends with the CA, and never begins before it")
        void withinIssuer() {
            Granting granting = request.issuer("2026-03-01T11:58:00Z", "2026-09-01T00:00:00Z");
            assertThat(granting.grantedBy(server).validity())
                    .isEqualTo(validity("2026-03-01T11:58:00Z", "2026-09-01T00:00:00Z"));
        }

        @ParameterizedTest(name = "a CA from {0} to {1}")
        @CsvSource({"2024-01-01T00:00:00Z, 2026-03-01T11:59:59Z", "2026-03-01T12:00:01Z, 2030-01-01T00:00:00Z"})
        @DisplayName("cannot be granted by a CA that is not valid now")
        void issuerNotValid(String from, String to) {
            Objection objection = request.issuer(from, to).objectionOf(server);
            assertThat(objection.rule()).isEqualTo("issuer-not-valid");
            assertThat(objection.message()).contains(from).contains(to);
        }

        private Validity validity(String from, String to) {
            assertThat(NOW).isEqualTo("2026-03-01T12:00:00.75Z");
            return new Validity(Instant.parse(from), Instant.parse(to));
        }
    }
}
