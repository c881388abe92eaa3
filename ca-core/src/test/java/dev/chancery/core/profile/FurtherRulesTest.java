package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.profile.NameCounts.NameCount;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A request is held against the further rules of its profile:")
class FurtherRulesTest {
    private static final Instant NOW = Granting.NOW.truncatedTo(ChronoUnit.SECONDS);

    private static SubjectPart part(SubjectAttribute attribute, boolean required, String pattern) {
        return new SubjectPart(
                attribute,
                Optional.empty(),
                Optional.of(required),
                Optional.of(pattern).filter(text -> !text.isEmpty()));
    }

    @Nested
    @DisplayName("the parts of the subject")
    class Parts {
        private final CertificateProfile profile = SampleProfile.tlsServer()
                .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN)
                .parts(part(SubjectAttribute.OU, true, "[A-Z]{2,8}"), part(SubjectAttribute.CN, false, ""))
                .build();

        private Granting wishing(String subject) {
            return Granting.ofHosts("www.example.com").wishSubject(subject);
        }

        @Test
        @DisplayName("one that is required and missing")
        void missing() {
            Objection objection = wishing("CN=www.example.com").objectionOf(profile);

            assertThat(objection.rule()).isEqualTo("subject-part-missing");
            assertThat(objection.message()).contains("needs OU");
        }

        @Test
        @DisplayName("one that the pattern does not describe, as a whole")
        void pattern() {
            for (String value : List.of("ops", "OPS1", "TOOLONGAS", "O")) {
                Objection objection = wishing("CN=www.example.com,OU=" + value).objectionOf(profile);

                assertThat(objection.rule()).isEqualTo("subject-pattern");
                assertThat(objection.message()).contains(value, "[A-Z]{2,8}");
            }
        }

        @Test
        @DisplayName("one that nobody listed")
        void unlisted() {
            assertThat(wishing("CN=www.example.com,OU=OPS,L=Berlin")
                            .objectionOf(profile)
                            .message())
                    .contains("takes only CN, OU");
        }

        @Test
        @DisplayName("and a good one is a claim of the requester's, whatever the pattern")
        void claim() {
            assertThat(wishing("CN=www.example.com,OU=OPS").grantedBy(profile).claims())
                    .containsExactly(new Grant.Claim(SubjectAttribute.OU, "OPS"));
        }

        @Test
        @Timeout(5)
        @DisplayName("a pattern that would take years is given up")
        void bounded() {
            SubjectPart slow = part(SubjectAttribute.OU, false, "(a+)+b");

            assertThat(slow.describes("a".repeat(60))).isFalse();
            assertThat(slow.describes("aaab")).isTrue();
        }
    }

    @Test
    @DisplayName("the numbers of one kind of name")
    void counts() {
        CertificateProfile profile = SampleProfile.tlsServer()
                .counts(new NameCounts(
                        Optional.of(new NameCount(1, 2)),
                        Optional.of(new NameCount(0, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .build();

        assertThat(Granting.ofHosts("a.example.com", "b.example.com").grantedBy(profile))
                .isNotNull();
        assertThat(Granting.ofHosts("a.example.com", "b.example.com", "c.example.com")
                        .objectionOf(profile)
                        .message())
                .contains("takes at most 2 host names, and the request has 3");
        List<Objection> objections =
                Granting.wishing(RequestedName.Kind.IP, "10.0.0.1", "10.0.0.2").refusedBy(profile);
        assertThat(objections)
                .extracting(Objection::message)
                .anySatisfy(text -> assertThat(text).contains("needs at least 1 host names, and the request has 0"))
                .anySatisfy(text -> assertThat(text).contains("takes at most 1 IP addresses, and the request has 2"));
    }

    @Nested
    @DisplayName("the validity")
    class ValidityRules {
        private CertificateProfile profile(String notBeyond, String backdate) {
            return SampleProfile.tlsServer()
                    .validity(new ValidityRule(
                            ValidityLength.of("1 year"),
                            ValidityLength.of("2 years"),
                            Optional.of(notBeyond)
                                    .filter(text -> !text.isEmpty())
                                    .map(ValidUntil::of),
                            Optional.of(backdate)
                                    .filter(text -> !text.isEmpty())
                                    .map(Duration::parse)))
                    .build();
        }

        @Test
        @DisplayName("ends with the last day at the latest")
        void cut() {
            Instant last = NOW.plus(Duration.ofDays(30));
            Grant grant = Granting.ofHosts("www.example.com").grantedBy(profile(last.toString(), ""));

            assertThat(grant.validity().notAfter()).isEqualTo(last);
            assertThat(ValidUntil.of("2030-12-31").instant()).isEqualTo(Instant.parse("2030-12-31T23:59:59Z"));
        }

        @Test
        @DisplayName("is refused when more was asked for, or when that day is over")
        void refused() {
            String soon = NOW.plus(Duration.ofDays(30)).toString();
            Objection objection =
                    Granting.ofHosts("www.example.com").wishValidity("90 days").objectionOf(profile(soon, ""));

            assertThat(objection.rule()).isEqualTo("validity-beyond-profile");
            assertThat(objection.suggestion()).contains("30 days");
            assertThat(Granting.ofHosts("www.example.com")
                            .objectionOf(profile("2001-01-01", ""))
                            .rule())
                    .isEqualTo("profile-ended");
        }

        @Test
        @DisplayName("begins as far back as the profile says, and not before the issuer")
        void backdated() {
            assertThat(begin(profile("", "PT0S"))).isEqualTo(NOW);
            assertThat(begin(profile("", "PT12H"))).isEqualTo(NOW.minus(Duration.ofHours(12)));
            assertThat(begin(profile("", ""))).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
            Instant issuerBegins = NOW.minus(Duration.ofHours(1));
            assertThat(Granting.ofHosts("www.example.com")
                            .issuer(issuerBegins.toString(), "2034-01-01T00:00:00Z")
                            .grantedBy(profile("", "PT12H"))
                            .validity()
                            .notBefore())
                    .isEqualTo(issuerBegins);
        }

        private Instant begin(CertificateProfile profile) {
            return Granting.ofHosts("www.example.com")
                    .grantedBy(profile)
                    .validity()
                    .notBefore();
        }
    }
}
