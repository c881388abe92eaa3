package dev.chancery.core.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.role.Topology.Pool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An expression of a role")
class NameExpressionTest {
    private static final Pool FIRST = new Pool(
            "web",
            "pool.example.com",
            List.of("a.example.com", "b.example.com"),
            Map.of("alias", List.of("x.example.com", "y.example.com"), "main", List.of("main.example.com")),
            Map.of("extra", true));
    private static final Pool SECOND =
            new Pool("mail", "mail.example.com", List.of(), Map.of("main", List.of("main.example.com")), Map.of());
    private static final Topology TOPOLOGY = new Topology(
            List.of("one.example", "two.example"),
            List.of(FIRST, SECOND),
            Map.of("dialin", List.of("dial.example.com")),
            Map.of("everywhere", true, "extra", false));
    private static final RoleTemplate ROLE = new RoleTemplate(
            "web",
            "Web",
            "Web",
            "Tests",
            KeyChoice.RSA_2048,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of("usual", new RoleOption("Usual", "", true), "extra", new RoleOption("Extra", "", false)),
            List.of(new CertificateTemplate(
                    "tls",
                    "TLS",
                    CertificateTemplate.Per.SERVER,
                    Optional.empty(),
                    "tls-server",
                    Map.of(),
                    NameExpression.of("{server}"),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())),
            List.of());
    private static final Surroundings HERE =
            Surroundings.of(TOPOLOGY, ROLE, FIRST).with(Reference.SERVER, "a.example.com");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{pool.fqdn} | pool.example.com",
                "{server} | a.example.com",
                "www.example.org | www.example.org",
                "meet.{sipdomain} for sipdomain in sip-domains | meet.one.example meet.two.example",
                "*.{d} for d in sip-domains when not d = topology.sip-domain | *.two.example",
                "{pool.alias} | x.example.com y.example.com",
                "{pool.nothing} | ''",
                "{pool.nothing} or {topology.nothing} or {server} | a.example.com",
                "{topology.dialin} or dialin.{topology.sip-domain} | dial.example.com",
                "{topology.admin} or admin.{topology.sip-domain} | admin.one.example",
                "{s} for s in servers | a.example.com b.example.com",
                "{s} for s in servers( web , mail ) | a.example.com b.example.com mail.example.com",
                "{p.fqdn} for p in pools(mail) | mail.example.com",
                "{p.main} for p in pools(mail, web) when p.main = pool.main and not p.fqdn = pool.fqdn |"
                        + " main.example.com",
                "{server} when option.usual | a.example.com",
                "{server} when not option.usual | ''",
                "{server} when option.extra and option.everywhere | a.example.com",
                "{server} when option.unknown | ''",
                "{server} when pools(mail) | a.example.com",
                "{server} when not pools(mail) | ''",
                "{server} when not pools(none) and sip-domains | a.example.com"
            })
    @DisplayName("gives the names that it says, in order")
    void names(String expression, String names) {
        assertThat(String.join(" ", NameExpression.of(expression).names(HERE))).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "{pool} | {pool.fqdn}",
                "{pool.fqdn | not closed",
                "pool.fqdn} | do not belong together",
                "{{server}} | do not belong together",
                "{server} or | ends where a name is expected",
                "{server} for | ends where variable is expected",
                "{server} for s of servers | `in` is missing",
                "{s} for s in everything | write sip-domains, servers",
                "{s} for s in pools() | is no name of a role",
                "{s} for s in pools(web) | say which name of it",
                "{s.fqdn} for s in servers | is a name itself",
                "{pool.fqdn} for pool in pools(web) | has a meaning of its own",
                "{server} when | ends where a condition is expected",
                "{server} when option | {option.NAME}",
                "{server} when pool.a = | ends where a value to compare with is expected",
                "{server} when option.a or option.b | is not expected here",
                "{server} extra | is not expected here",
                "{Server} | is no variable",
                "a_b.{server} | cannot stand in a host name",
                "{server}/path | cannot stand in a host name"
            })
    @DisplayName("that is wrong is refused with what is expected there")
    void wrong(String expression, String words) {
        assertThatThrownBy(() -> NameExpression.of(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("never gives more names than a certificate may have")
    void bounded() {
        List<String> many =
                java.util.stream.IntStream.range(0, 300).mapToObj(i -> "n" + i).toList();
        Pool pool = new Pool("web", "p.example.com", List.of(), Map.of("a", many, "b", many), Map.of());
        Surroundings here = Surroundings.of(new Topology(many, List.of(pool), Map.of(), Map.of()), ROLE, pool);
        assertThat(NameExpression.of("{pool.a}.{pool.b}.{pool.a}.{d} for d in sip-domains")
                        .names(here))
                .hasSize(Planner.MOST_NAMES);
    }

    @Test
    @DisplayName("of any letters is read or refused, and never anything else")
    void anything() {
        String[] pieces = {
            "{",
            "}",
            "(",
            ")",
            " ",
            "pool",
            ".fqdn",
            "for",
            "in",
            "when",
            "not",
            "and",
            "or",
            "=",
            "servers",
            "pools(web)",
            "sip-domains",
            "option.a",
            "meet.",
            "*",
            ",",
            "é",
            "\u0000",
            "\n",
            "{server}",
            "{d}",
            " for d in"
        };
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            try {
                assertThat(NameExpression.of(text.toString()).names(HERE)).hasSizeLessThanOrEqualTo(Planner.MOST_NAMES);
                read++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(100);
    }
}
