package dev.chancery.core.profile;

import static dev.chancery.core.profile.Edges.bad;
import static dev.chancery.core.profile.Edges.good;
import static dev.chancery.core.profile.Edges.many;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The edges of what a profile says about names")
class NameFieldEdgesTest {
    @Test
    @DisplayName("constrained names: a hundred of a kind, each in its form, none twice")
    void constrained() {
        good(() -> constrained("dns", many(100, i -> "h" + i + ".example")));
        bad("dns: lists 101 names; at most 100", () -> constrained("dns", many(101, i -> "h" + i + ".example")));
        for (String key : List.of("dns", "email", "uri")) {
            good(() -> constrained(key, List.of("example.com", "x", "3com.example", "a".repeat(63))));
            for (String wrong : List.of("", "EXAMPLE.com", "-a.example", "a-.example", "a..b", "a".repeat(64), "a b")) {
                bad(key + ": \"" + wrong, () -> constrained(key, List.of(wrong)));
            }
            bad(key + ": a name is listed twice", () -> constrained(key, List.of("a.example", "a.example")));
        }
        bad("dns: \".example.com\"", () -> constrained("dns", List.of(".example.com")));
        good(() -> constrained("email", List.of(".example.com", "ops@example.com")));
        good(() -> constrained("uri", List.of(".example.com")));
        bad("uri: \"ops@example.com\"", () -> constrained("uri", List.of("ops@example.com")));
        bad("email: \"ops@\"", () -> constrained("email", List.of("ops@")));
        good(() -> constrained("ip", List.of("10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0")));
        bad("ip: \"10.0.0.1/8\" is no network", () -> constrained("ip", List.of("10.0.0.1/8")));
        bad(
                "is empty; write",
                () -> new ConstrainedNames(List.of(), List.of(), List.of(), List.of(), List.of(SubjectName.EMPTY)));
    }

    @Test
    @DisplayName("constrained names are empty when there is none of any kind")
    void noneConstrained() {
        assertThat(ConstrainedNames.defaults().isEmpty()).isTrue();
        assertThat(constrained("dns", List.of("a.example")).isEmpty()).isFalse();
        assertThat(constrained("ip", List.of("10.0.0.0/8")).isEmpty()).isFalse();
        assertThat(constrained("email", List.of("a.example")).isEmpty()).isFalse();
        assertThat(constrained("uri", List.of("a.example")).isEmpty()).isFalse();
        assertThat(new ConstrainedNames(
                                List.of(), List.of(), List.of(), List.of(), List.of(SubjectName.parse("O=Example")))
                        .isEmpty())
                .isFalse();
    }

    private static ConstrainedNames constrained(String key, List<String> names) {
        return new ConstrainedNames(
                key.equals("dns") ? names : List.of(),
                key.equals("ip") ? names : List.of(),
                key.equals("email") ? names : List.of(),
                key.equals("uri") ? names : List.of(),
                List.of());
    }

    @Test
    @DisplayName("issuer names, each in its form")
    void issuerNames() {
        bad("ip: \"10.0.0\"", () -> issuer(List.of(), List.of("10.0.0"), List.of(), List.of()));
        bad("email: \"ops\"", () -> issuer(List.of(), List.of(), List.of("ops"), List.of()));
        bad("dns: \"a_b\"", () -> issuer(List.of("a_b"), List.of(), List.of(), List.of()));
        bad("dns: \"exampleZ\"", () -> issuer(List.of("exampleZ"), List.of(), List.of(), List.of()));
        bad("dns: \"exAmple\"", () -> issuer(List.of("exAmple"), List.of(), List.of(), List.of()));
        good(() -> issuer(List.of("a-0.example"), List.of("::1"), List.of("a@b"), List.of("https://a/~b")));
        bad("uri: \"/pki\"", () -> issuer(List.of(), List.of(), List.of(), List.of("/pki")));
        bad("uri: \"http://h/\u00e4\"", () -> issuer(List.of(), List.of(), List.of(), List.of("http://h/\u00e4")));
        bad(
                "is empty; write",
                () -> new IssuerNames(List.of(), List.of(), List.of(), List.of(), List.of(SubjectName.EMPTY)));
    }

    private static IssuerNames issuer(List<String> dns, List<String> ip, List<String> email, List<String> uri) {
        return new IssuerNames(dns, ip, email, uri.stream().map(URI::create).toList(), List.of());
    }

    @Test
    @DisplayName("numbers of names")
    void names() {
        Set<NameKind> dns = Set.of(NameKind.DNS);
        good(() -> new NamesRule(dns, 1000, 1000, true));
        bad("maximum: minimum 0 and maximum 1001", () -> new NamesRule(dns, 0, 1001, false));
        bad("minimum: minimum -1", () -> new NamesRule(dns, -1, 5, false));
        bad("maximum: minimum 6 and maximum 5", () -> new NamesRule(dns, 6, 5, false));
        good(() -> new NameCounts.NameCount(0, 1));
        good(() -> new NameCounts.NameCount(1000, 1000));
        bad("minimum: is 0 to 1000, not -1", () -> new NameCounts.NameCount(-1, 1));
        bad("maximum: 0 does not fit", () -> new NameCounts.NameCount(0, 0));
        bad("maximum: 2 does not fit", () -> new NameCounts.NameCount(3, 2));
        bad("maximum: 1001 does not fit", () -> new NameCounts.NameCount(0, 1001));
        assertThat(NameCounts.NameCount.defaults()).isEqualTo(new NameCounts.NameCount(0, 1000));
        assertThat(NamesRule.defaults().words()).isEqualTo("no alternative names");
    }

    @Test
    @DisplayName("numbers of one kind of name, within those of all")
    void counts() {
        Set<NameKind> kinds = Set.of(NameKind.values());
        good(() -> new NamesRule(kinds, 0, 10, false, each(2, 2)));
        bad("counts: the minima add up to 10, and maximum is 9", () -> new NamesRule(kinds, 0, 9, false, each(2, 2)));
        for (NameKind kind : NameKind.values()) {
            Set<NameKind> others = new java.util.HashSet<>(kinds);
            others.remove(kind);
            bad(
                    "counts." + kind.key() + ": there are no " + kind.words(),
                    () -> new NamesRule(others, 0, 10, false, each(0, 2)));
        }
        assertThat(each(1, 3).problems(Collections.emptyMap()))
                .hasSize(5)
                .allSatisfy(problem -> assertThat(problem).startsWith("needs at least 1 "));
        assertThat(each(1, 3)
                        .problems(java.util.Map.of(
                                NameKind.DNS, 1, NameKind.IP, 3, NameKind.EMAIL, 4, NameKind.URI, 2, NameKind.UPN, 0)))
                .containsExactly(
                        "takes at most 3 mail addresses, and the request has 4.",
                        "needs at least 1 user principal names, and the request has 0.");
    }

    private static NameCounts each(int minimum, int maximum) {
        Optional<NameCounts.NameCount> count = Optional.of(new NameCounts.NameCount(minimum, maximum));
        return new NameCounts(count, count, count, count, count);
    }
}
