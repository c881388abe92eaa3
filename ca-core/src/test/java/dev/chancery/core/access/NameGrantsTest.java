package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The names that belong to a requester (SECURITY.md rule 2)")
class NameGrantsTest {
    private static final NameGrants GRANTS = new NameGrants(
            List.of("Mail.Example.net", "10.9.9.9", "fd00::9", "ops@example.com", "urn:lab:1"),
            List.of("lab.example.com", ".dot.example.com", "*.star.example.com"),
            false,
            List.of("10.0.0.0/24", "fd00::/64"),
            false);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "dns, mail.example.net, yes",
        "dns, MAIL.EXAMPLE.NET, yes",
        "dns, a.mail.example.net, no",
        "dns, lab.example.com, yes",
        "dns, a.lab.example.com, yes",
        "dns, a.b.Lab.Example.Com, yes",
        "dns, evillab.example.com, no",
        "dns, lab.example.com.evil.net, no",
        "dns, example.com, no",
        "dns, a.dot.example.com, yes",
        "dns, a.star.example.com, yes",
        "dns, *.lab.example.com, no",
        "dns, 10.0.0.1, no",
        "ip, 10.0.0.255, yes",
        "ip, 10.0.1.0, no",
        "ip, 10.9.9.9, yes",
        "ip, fd00:0:0:0:0:0:0:9, yes",
        "ip, fd00:0:0:1:0:0:0:1, no",
        "email, ops@example.com, yes",
        "email, a@lab.example.com, no",
        "uri, urn:lab:1, yes",
        "uri, https://a.lab.example.com/, no",
        "upn, anna@lab.example.com, no"
    })
    @DisplayName("cover what was granted and nothing beside it")
    void cover(String kind, String name, String covered) {
        assertThat(GRANTS.cover(kind, name)).isEqualTo(covered.equals("yes"));
    }

    @Test
    @DisplayName("cover an exact IPv6 address however it is written")
    void exactAddress() {
        NameGrants grants = new NameGrants(List.of("2001:db8::1"), List.of(), false, List.of(), false);

        assertThat(grants.cover("ip", "2001:db8:0:0:0:0:0:1")).isTrue();
        assertThat(grants.cover("ip", "2001:db8:0:0:0:0:0:2")).isFalse();
    }

    @Test
    @DisplayName("cover wildcards only where that was said")
    void wildcards() {
        NameGrants grants = new NameGrants(List.of(), List.of("lab.example.com"), true, List.of(), false);

        assertThat(grants.cover("dns", "*.lab.example.com")).isTrue();
        assertThat(grants.cover("dns", "*.a.lab.example.com")).isTrue();
        assertThat(grants.cover("dns", "*.example.com")).isFalse();
    }

    @Test
    @DisplayName("agree with a second implementation that compares labels, for random names")
    void oracle() {
        Random random = new Random(5);
        for (int run = 0; run < 50_000; run++) {
            String suffix = name(random, 1 + random.nextInt(3));
            String name = random.nextBoolean() ? name(random, 1 + random.nextInt(4)) : glued(random, suffix);
            boolean wildcard = random.nextInt(4) == 0;
            boolean wildcards = random.nextBoolean();
            NameGrants grants = new NameGrants(List.of(), List.of(suffix), wildcards, List.of(), false);

            boolean expected = (!wildcard || wildcards) && endsWith(name, suffix);

            assertThat(grants.cover("dns", (wildcard ? "*." : "") + name))
                    .as("%s under %s", name, suffix)
                    .isEqualTo(expected);
        }
    }

    /** By labels from the right, not by text. */
    private static boolean endsWith(String name, String suffix) {
        List<String> labels = List.of(name.toLowerCase(Locale.ROOT).split("\\."));
        List<String> wanted = List.of(suffix.toLowerCase(Locale.ROOT).split("\\."));
        return labels.size() >= wanted.size()
                && labels.subList(labels.size() - wanted.size(), labels.size()).equals(wanted);
    }

    /** Few labels, so that names often meet. */
    private static String name(Random random, int labels) {
        return IntStream.range(0, labels)
                .mapToObj(i -> List.of("a", "b", "ab", "A", "lab").get(random.nextInt(5)))
                .collect(Collectors.joining("."));
    }

    private static String glued(Random random, String suffix) {
        return name(random, 1) + (random.nextBoolean() ? "." : "") + suffix;
    }

    @Test
    @DisplayName("refuse an empty suffix, which would be every name")
    void emptySuffix() {
        for (String suffix : List.of("", " ", ".", "*.")) {
            assertThatThrownBy(() -> new NameGrants(List.of(), List.of(suffix), false, List.of(), false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("empty DNS suffix");
        }
    }

    @Test
    @DisplayName("are nothing or everything when told so, and say it in words")
    void extremes() {
        assertThat(NameGrants.nothing().cover("dns", "a")).isFalse();
        assertThat(NameGrants.everything().cover("upn", "anna@x")).isTrue();
        assertThat(NameGrants.nothing().describe()).isEqualTo("no names");
        assertThat(NameGrants.everything().describe()).isEqualTo("every name");
        assertThat(GRANTS.describe())
                .contains("lab.example.com and names below it")
                .contains("10.0.0.0/24");
    }
}
