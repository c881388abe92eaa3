package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("At the edge of a rule about names")
class NameRulesTest {
    private static final Map<String, Integer> TAGS =
            Map.of("email", 0x81, "dns", 0x82, "uri", 0x86, "ip", 0x87, "id", 0x88);

    private static GeneralName name(String form, String value) {
        int tag = TAGS.get(form);
        byte[] encoded = tag > 0x86 ? tlv(tag, hex(value)) : text(tag, value);
        return GeneralName.readAll(List.of(DerCursor.of(encoded))).get(0);
    }

    private static NamesRule rule(String name) {
        return (NamesRule) named(name);
    }

    /** By the name of its class. */
    private static Rule named(String name) {
        return Linter.rules().stream()
                .filter(rule -> rule.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "EmailForm, email, a@b, true",
        "EmailForm, email, @b, false",
        "EmailForm, email, a@, false",
        "EmailForm, email, ab, false",
        "EmailForm, email, a@b@c, false",
        "EmailForm, email, <a@b, false",
        "EmailForm, email, Ada <a@b>, false",
        "EmailForm, dns, b, true",
        "EmailHost, email, a@b.c, true",
        "EmailHost, email, a@-b, false",
        "EmailHost, email, a@[192.0.2.1], true",
        "EmailHost, email, a@[192.0.2.1, false",
        "EmailHost, email, a@192.0.2.1], false",
        "EmailHost, email, a@, true",
        "EmailHost, dns, -b, true",
        "IpLength, ip, 01020304, true",
        "IpLength, ip, 010203, false",
        "IpLength, ip, 0102030405, false",
        "IpLength, ip, 0102030405060708090a0b0c0d0e0f10, true",
        "IpLength, ip, 0102030405060708090a0b0c0d0e0f, false",
        "IpLength, ip, 0102030405060708090a0b0c0d0e0f1011, false",
        "IpLength, id, 2a03, true",
        "UriForm, uri, a:b, true",
        "UriForm, uri, ab, false",
        "UriForm, dns, ab, true",
        "UriHost, uri, https://b/, true",
        "UriHost, uri, https://-b/, false",
        "UriHost, dns, https://-b/, true",
        "SanAscii, dns, a b, false",
        "SanAscii, email, a b, false",
        "SanAscii, uri, a b, false",
        "SanAscii, ip, 20202020, true",
        "SanAscii, dns, ab, true"
    })
    @DisplayName("alternative names:")
    void alternative(String rule, String form, String value, boolean good) {
        GeneralName fine = name("dns", "www.example.com");
        assertThat(rule(rule).judge(List.of(fine, name(form, value))).isEmpty()).isEqualTo(good);
    }

    @Test
    @DisplayName("alternative names of an other kind")
    void otherNames() {
        String srv = "1.3.6.1.5.5.7.8.7";
        for (String good : List.of("_ldap.example.com", "_a.b", "_a-b.c")) {
            assertThat(other("SrvNameForm", srv, text(0x16, good))).as(good).isEmpty();
        }
        for (String bad : List.of("_.b", "ldap.b", "a_b.c", "_ldap", "_ldap.", "_ldap.-b", "_l_d.b", "_-l.b", "")) {
            assertThat(other("SrvNameForm", srv, text(0x16, bad))).as(bad).isNotEmpty();
        }
        assertThat(other("SrvNameForm", srv, text(0x0c, "_a.b"))).isNotEmpty();
        assertThat(other("SrvNameForm", "1.2.3", text(0x0c, "a"))).isEmpty();
        String mailbox = "1.3.6.1.5.5.7.8.9";
        assertThat(other("SmtpUtf8Mailbox", mailbox, text(0x0c, "\u00e4@b.c"))).isEmpty();
        for (String bad : List.of("a@b.c", "@b.c", "\u00e4@", "\u00e4", "\u00e4@-b", "\u00e4@b\u00f6")) {
            assertThat(other("SmtpUtf8Mailbox", mailbox, text(0x0c, bad)))
                    .as(bad)
                    .isNotEmpty();
        }
        assertThat(other("SmtpUtf8Mailbox", mailbox, tlv(0x16, hex("e44062")))).isNotEmpty();
        assertThat(other("SmtpUtf8Mailbox", "1.2.3", text(0x0c, "a"))).isEmpty();
        assertThat(other("OtherNameForm", "1.2.3", text(0x0c, "a"))).isEmpty();
        for (byte[] bad : new byte[][] {
            tlv(0xa0, oid("1.2.3")),
            tlv(0xa0, oid("1.2.3"), tlv(0xa0, hex("0500")), tlv(0xa0, hex("0500"))),
            tlv(0xa0, hex("0500"), tlv(0xa0, hex("0500"))),
            tlv(0xa0, oid("1.2.3"), hex("0500"))
        }) {
            assertThat(rule("OtherNameForm").judge(GeneralName.readAll(List.of(DerCursor.of(bad)))))
                    .isNotEmpty();
        }
    }

    private static java.util.Optional<String> other(String rule, String type, byte[] value) {
        byte[] encoded = tlv(0xa0, oid(type), tlv(0xa0, value));
        return rule(rule).judge(GeneralName.readAll(List.of(DerCursor.of(encoded))));
    }

    @Test
    @DisplayName("alternative names that nobody applies, are empty, or stand there twice")
    void forms() {
        for (int tag : new int[] {0xa3, 0xa5}) {
            List<GeneralName> names = GeneralName.readAll(List.of(DerCursor.of(tlv(tag, hex("0500")))));
            assertThat(rule("KnownNameForms").judge(names)).isNotEmpty();
        }
        List<GeneralName> directory = GeneralName.readAll(List.of(DerCursor.of(tlv(0xa4, sequence()))));
        assertThat(rule("KnownNameForms").judge(directory)).isEmpty();
        assertThat(rule("DirectoryNameForm").judge(directory)).isNotEmpty();
        assertThat(rule("SanUnique").judge(List.of(name("dns", "a"), name("email", "a"))))
                .isEmpty();
        assertThat(rule("SanUnique").judge(List.of(name("dns", "a"), name("dns", "A"))))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "NameConstraintsDnsForm, dns, b.c, true",
        "NameConstraintsDnsForm, dns, '', true",
        "NameConstraintsDnsForm, dns, .b, false",
        "NameConstraintsDnsForm, uri, .b, true",
        "NameConstraintsUriForm, uri, b, true",
        "NameConstraintsUriForm, uri, .b, true",
        "NameConstraintsUriForm, uri, '', true",
        "NameConstraintsUriForm, uri, ., false",
        "NameConstraintsUriForm, uri, -b, false",
        "NameConstraintsUriForm, uri, ..b, false",
        "NameConstraintsUriForm, dns, -b, true",
        "NameConstraintsEmailForm, email, a@b, true",
        "NameConstraintsEmailForm, email, b, true",
        "NameConstraintsEmailForm, email, .b, true",
        "NameConstraintsEmailForm, email, '', true",
        "NameConstraintsEmailForm, email, @b, false",
        "NameConstraintsEmailForm, email, a@.b, false",
        "NameConstraintsEmailForm, email, a@, false",
        "NameConstraintsEmailForm, email, -b, false",
        "NameConstraintsEmailForm, dns, -b, true",
        "NameConstraintsIpForm, ip, 0a000000ff000000, true",
        "NameConstraintsIpForm, ip, 0000000000000000, true",
        "NameConstraintsIpForm, ip, 0a000001ffffffff, true",
        "NameConstraintsIpForm, ip, 0a000000ff800000, true",
        "NameConstraintsIpForm, ip, 0a000000ff400000, false",
        "NameConstraintsIpForm, ip, 0a0000007f000000, false",
        "NameConstraintsIpForm, ip, 0a000000ff000001, false",
        "NameConstraintsIpForm, ip, 0a000000ff0000, false",
        "NameConstraintsIpForm, ip, 0a000000ff00000000, false",
        "NameConstraintsIpForm, ip, 20010db8000000000000000000000000ffffffff000000000000000000000000, true",
        "NameConstraintsIpForm, dns, abc, true",
        "NameConstraintsKnownForms, id, 2a03, false",
        "NameConstraintsKnownForms, dns, b, true"
    })
    @DisplayName("constraints:")
    void constrained(String rule, String form, String value, boolean good) {
        ConstraintRule constraint = (ConstraintRule) named(rule);
        assertThat(constraint
                        .judge(new NameConstraints.Subtree(name(form, value), true))
                        .isEmpty())
                .isEqualTo(good);
    }

    @Test
    @DisplayName("constraints of forms that nobody applies, or at a distance")
    void distances() {
        ConstraintRule known = new NameConstraintsKnownForms();
        for (int tag : new int[] {0xa3, 0xa5}) {
            GeneralName base = GeneralName.readAll(List.of(DerCursor.of(tlv(tag, hex("0500")))))
                    .get(0);
            assertThat(known.judge(new NameConstraints.Subtree(base, true))).isNotEmpty();
        }
        GeneralName host = name("dns", "b");
        assertThat(new NameConstraintsDistances().judge(new NameConstraints.Subtree(host, true)))
                .isEmpty();
        assertThat(new NameConstraintsDistances().judge(new NameConstraints.Subtree(host, false)))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0} {1}={2}: {3}")
    @CsvSource({
        "CountryCode, 2.5.4.6, DE, true",
        "CountryCode, 2.5.4.6, De, false",
        "CountryCode, 2.5.4.6, dE, false",
        "CountryCode, 2.5.4.6, D, false",
        "CountryCode, 2.5.4.6, DEU, false",
        "CountryCode, 2.5.4.10, de, true",
        "SubjectWhitespace, 2.5.4.10, a b, true",
        "SubjectWhitespace, 2.5.4.10, ' a', false",
        "SubjectWhitespace, 2.5.4.10, 'a ', false",
        "SubjectWhitespace, 2.5.4.10, '', true",
        "SubjectHtmlEntities, 2.5.4.10, a & b, true",
        "SubjectHtmlEntities, 2.5.4.10, &amp; b, false",
        "SubjectHtmlEntities, 2.5.4.10, a &#38;, false"
    })
    @DisplayName("attributes of the subject:")
    void attributes(String rule, String type, String value, boolean good) {
        assertThat(judged(rule, type, 0x13, value)).isEqualTo(good);
    }

    private static boolean judged(String rule, String type, int tag, String value) {
        EncodedName subject = EncodedName.read(DerCursor.of(sequence(set(sequence(oid(type), text(tag, value))))));
        AttributeRule judge = (AttributeRule) named(rule);
        return judge.judge(subject.attributes().get(0)).isEmpty();
    }

    @Test
    @DisplayName("attributes of the subject in letters that were lost on the way")
    void letters() {
        assertThat(judged("SubjectReplacementCharacter", "2.5.4.10", 0x0c, "\ufffda"))
                .isFalse();
        assertThat(judged("SubjectReplacementCharacter", "2.5.4.10", 0x0c, "a\ufffd"))
                .isFalse();
        assertThat(judged("SubjectReplacementCharacter", "2.5.4.10", 0x0c, "\ufffe"))
                .isTrue();
        assertThat(judged("CountryCode", "2.5.4.6", 0x0c, "DE")).isFalse();
        for (char first : new char[] {0xc1, 0xc2, 0xc3, 0xf4, 0xf5}) {
            for (char second : new char[] {0x7f, 0x80, 0xbf, 0xc0}) {
                boolean mixedUp = first >= 0xc2 && first <= 0xf4 && second >= 0x80 && second <= 0xbf;
                for (String text : List.of("" + first + second, "a" + first + second, first + "" + second + "a")) {
                    assertThat(judged("SubjectLatin1Mixup", "2.5.4.10", 0x0c, text))
                            .as("%x %x", (int) first, (int) second)
                            .isEqualTo(!mixedUp);
                }
            }
        }
        assertThat(judged("SubjectLatin1Mixup", "2.5.4.10", 0x0c, "\u00c3")).isTrue();
        assertThat(judged("SubjectNormalized", "2.5.4.10", 0x0c, "u\u0308")).isFalse();
        assertThat(judged("SubjectNormalized", "2.5.4.10", 0x0c, "\u00fc")).isTrue();
    }

    @Test
    @DisplayName("attributes of the subject, in their string types and as long as they may be")
    void types() {
        List<String> wrong = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            boolean directory = type.allows(0x0c);
            int tag = directory ? 0x0c : type.allows(0x13) ? 0x13 : 0x16;
            String oid = Arrays.stream(OIDS)
                    .filter(one -> AttributeType.of(one).orElseThrow() == type)
                    .findFirst()
                    .orElseThrow();
            if (type.allows(0x14) || type.allows(0x1e) || type.allows(0x13) != (tag != 0x16)) {
                wrong.add(type + " in a type");
            }
            if (!judged("AttributeLength", oid, tag, "x".repeat(type.maximumLength()))
                    || judged("AttributeLength", oid, tag, "x".repeat(type.maximumLength() + 1))) {
                wrong.add(type + " in length");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final String[] OIDS = {
        "2.5.4.3",
        "2.5.4.4",
        "2.5.4.5",
        "2.5.4.6",
        "2.5.4.7",
        "2.5.4.8",
        "2.5.4.9",
        "2.5.4.10",
        "2.5.4.11",
        "2.5.4.12",
        "2.5.4.41",
        "2.5.4.42",
        "2.5.4.43",
        "2.5.4.44",
        "2.5.4.46",
        "2.5.4.65",
        "0.9.2342.19200300.100.1.1",
        "0.9.2342.19200300.100.1.25",
        "1.2.840.113549.1.9.1"
    };
}
