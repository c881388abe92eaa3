package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.KeyCatalog;
import dev.chancery.config.KeyDescription;
import dev.chancery.config.ManualDefaults;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.role.CertificateTemplate;
import dev.chancery.core.role.Plan;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.Planner;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.core.role.Topology;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.roles.TopologyJson;
import dev.chancery.web.roles.TopologyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The roles that come with the program")
class ShippedRolesTest {
    private final Map<String, RoleTemplate> roles = read();
    private final Planner planner = new Planner(new RoleCatalog(roles.values()));

    static Map<String, RoleTemplate> read() {
        Map<String, RoleTemplate> roles = new TreeMap<>();
        Shipped.roles().forEach((file, text) -> roles.put(file, YamlReader.read(file, text, RoleTemplate.class)));
        return roles;
    }

    static String resource(String name) {
        try (InputStream in = ShippedRolesTest.class.getResourceAsStream("/roles/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Plan plan(String topology) {
        return planner.plan(TopologyReader.text(topology));
    }

    private PlannedCertificate only(String topology, String id) {
        Plan plan = plan(topology);
        assertThat(plan.objections()).isEmpty();
        return plan.find(id)
                .orElseThrow(() -> new AssertionError(plan.certificates().stream()
                        .map(PlannedCertificate::id)
                        .toList()
                        .toString()));
    }

    private static String text(PlannedCertificate one) {
        assertThat(one.objections()).as(one.id()).isEmpty();
        return one.id() + "\n  CN " + one.commonName() + "\n  SAN " + String.join(" ", one.names()) + "\n  profile "
                + one.profile() + "\n  install on " + String.join(" ", one.installOn())
                + (one.exportable() ? ", exportable key" : "") + "\n";
    }

    @Test
    @DisplayName("give the example topology exactly the certificates of the table in ROLES.md")
    void golden() {
        Plan plan = plan(resource("contoso.json"));
        assertThat(plan.objections()).isEmpty();
        String expected = resource("contoso.golden.txt").replaceFirst("(?s)^#.*?\n\n", "");
        assertThat(plan.certificates().stream().map(ShippedRolesTest::text).collect(Collectors.joining("\n")))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("read the same topology from JSON and from a table, and write it back as the same")
    void formats() {
        Topology json = TopologyReader.text(resource("contoso.json"));
        assertThat(TopologyReader.text(resource("contoso.csv"))).isEqualTo(json);
        assertThat(TopologyReader.text(TopologyJson.text(json))).isEqualTo(json);
    }

    @Test
    @DisplayName("are each called like their file")
    void names() {
        assertThat(roles).hasSizeGreaterThanOrEqualTo(18);
        roles.forEach((file, role) -> assertThat(role.name() + ".yaml").isEqualTo(file));
    }

    @Test
    @DisplayName("name profiles that come with the program, which carry an http CRL address and are good for servers")
    void profiles() {
        Map<String, CertificateProfile> profiles = Shipped.profiles().entrySet().stream()
                .map(file -> YamlReader.read(file.getKey(), file.getValue(), CertificateProfile.class))
                .collect(Collectors.toMap(CertificateProfile::name, profile -> profile));
        rows().forEach(row -> Stream.concat(Stream.of(row.profile()), row.profileWith().values().stream())
                .forEach(name -> {
                    assertThat(profiles).containsKey(name);
                    CertificateProfile profile = profiles.get(name);
                    assertThat(profile.crlDistributionPoint()).as(name).isTrue();
                    assertThat(profile.extendedKeyUsage().get(0).label())
                            .as(name)
                            .isEqualTo("serverAuth");
                    if (row.allowsWildcards()) {
                        assertThat(profile.names().wildcards()).as(name).isTrue();
                    }
                }));
    }

    @Test
    @DisplayName("are good for clients only where an option asks for it that nobody has chosen")
    void clientAuthIsOptIn() {
        roles.values()
                .forEach(role -> role.certificates().forEach(row -> {
                    assertThat(row.profile()).doesNotContain("client").doesNotContain("aol");
                    row.profileWith()
                            .keySet()
                            .forEach(option -> assertThat(
                                            role.options().get(option).standard())
                                    .isFalse());
                }));
        String edge = "{\"sipDomains\":[\"contoso.com\"],\"pools\":[{\"role\":\"edge\",\"fqdn\":\"edge.contoso.com\""
                + ",\"options\":{\"public-im-aol\":true}}]}";
        assertThat(only(edge, "edge/external/edge.contoso.com").profile()).isEqualTo("skype-edge-aol");
        assertThat(only(edge, "edge/internal/edge.contoso.com").profile()).isEqualTo("skype-server");
    }

    @Test
    @DisplayName("refer only to roles that there are, and to names that those declare")
    void references() {
        List<String> known = roles.values().stream().map(RoleTemplate::name).toList();
        Shipped.roles()
                .forEach((file, text) -> java.util.regex.Pattern.compile("(?:pools|servers)\\(([^)]*)\\)")
                        .matcher(text.replace("servers(ROLE, …)", ""))
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(",\\s*")))
                        .forEach(name -> {
                            assertThat(known).as(file).contains(name);
                            if (text.contains("{other.web-external}")) {
                                assertThat(roles.get(name + ".yaml").poolNames())
                                        .as(name)
                                        .containsKey("web-external");
                            }
                        }));
    }

    private Stream<CertificateTemplate> rows() {
        return roles.values().stream().flatMap(role -> role.certificates().stream());
    }

    @Test
    @DisplayName("explain in front-end-pool every key that a role can have")
    void manual() {
        String manual = ManualDefaults.uncomment(Shipped.roles().get("front-end-pool.yaml"));
        assertThat(KeyCatalog.keys(RoleTemplate.class).stream()
                        .map(KeyDescription::path)
                        .map(path -> path.substring(path.lastIndexOf('.') + 1)))
                .contains("same-key", "wildcards")
                .allSatisfy(key -> assertThat(manual).contains(key + ":"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard-edition/default/se.contoso.com | se.contoso.com | se.contoso.com sip.contoso.com",
                "standard-edition/web-internal/se.contoso.com | se.contoso.com | se.contoso.com meet.contoso.com"
                        + " dialin.contoso.com admin.contoso.com lyncdiscoverinternal.contoso.com",
                "standard-edition/web-external/se.contoso.com | se.contoso.com | se.contoso.com ext.contoso.com"
                        + " meet.contoso.com dialin.contoso.com lyncdiscover.contoso.com",
                "mediation-server/default/m1.contoso.com | mp.contoso.com | mp.contoso.com m1.contoso.com",
                "survivable-branch-appliance/default/sba.contoso.com | sba.contoso.com | sba.contoso.com"
                        + " sip.contoso.com",
                "persistent-chat/default/chat1.contoso.com | chat1.contoso.com | chat1.contoso.com",
                "oauth-token-issuer/oauth/topology | contoso.com | contoso.com",
                "exchange-um/default/um1.contoso.com | um1.contoso.com | um1.contoso.com",
                "trusted-application/default/app1.contoso.com | app.contoso.com | app.contoso.com",
                "pstn-gateway/default/gw.contoso.com | gw.contoso.com | gw.contoso.com"
            })
    @DisplayName("say for the other rows of ROLES.md what stands there")
    void otherRows(String id, String commonName, String names) {
        String topology = """
            role,fqdn,servers,names
            sip-domain,contoso.com
            standard-edition,se.contoso.com,,web-external=ext.contoso.com
            mediation-server,mp.contoso.com,m1.contoso.com m2.contoso.com
            survivable-branch-appliance,sba.contoso.com
            persistent-chat,chat.contoso.com,chat1.contoso.com
            exchange-um,um.contoso.com,um1.contoso.com
            trusted-application,app.contoso.com,app1.contoso.com
            pstn-gateway,gw.contoso.com
            """;
        PlannedCertificate one = only(topology, id);
        assertThat(one.objections()).isEmpty();
        assertThat(one.commonName()).isEqualTo(commonName);
        assertThat(String.join(" ", one.names())).isEqualTo(names);
    }

    @Test
    @DisplayName("replace simple URLs by one wildcard where that is chosen, in web services and nowhere else")
    void wildcards() {
        String topology = resource("contoso.json")
                .replace(
                        "\"names\": {\"office",
                        "\"options\":" + " {\"simple-url-wildcard\": true}, \"names\": {\"office");
        Plan plan = plan(topology);
        assertThat(plan.objections()).isEmpty();
        plan.certificates().forEach(one -> {
            assertThat(one.objections()).isEmpty();
            assertThat(one.commonName()).doesNotContain("*");
            boolean web = one.profile().equals("skype-web");
            assertThat(one.names().contains("*.contoso.com")).as(one.id()).isEqualTo(web);
            assertThat(one.names().stream().anyMatch(name -> name.startsWith("meet.")))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fe01.contoso.com | fe_01.contoso.com | pools[0].servers[0] | name-underscore | fe-01.contoso.com",
                "fe01.contoso.com | fe01 | pools[0].servers[0] | name-not-qualified |",
                "fe01.contoso.com | xn--bcher-kva.contoso.com | pools[0].servers[0] | name-internationalised |",
                "fe01.contoso.com | *.contoso.com | pools[0].servers[0] | name-wildcard |",
                "fe01.contoso.com | fe02.contoso.com | pools[0].servers[1] | name-twice |",
                "fabrikam.com | 10.1.2.3 | sipDomains[1] | name-is-ip |",
                "front-end-pool | frontend-pool | pools[0].role | role-unknown | front-end-pool",
                "front-end-pool | oauth-token-issuer | pools[0].role | role-without-pools |",
                "web-internal | web-internl | pools[0].names.web-internl | name-unknown | web-internal",
                "office-web-apps | offce-web-apps | names.offce-web-apps | name-unknown | office-web-apps",
                "webdirext | webext | pools[0] | role-check |"
            })
    @DisplayName("say what is wrong with a topology, where, and what to write instead")
    void mistakes(String good, String bad, String field, String rule, String suggestion) {
        Plan plan = plan(resource("contoso.json").replace(good, bad));
        assertThat(plan.certificates()).isEmpty();
        Objection found = plan.objections().stream()
                .filter(objection ->
                        objection.field().equals(field) && objection.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(plan.objections().toString()));
        assertThat(found.suggestion().orElse(null)).isEqualTo(suggestion);
    }

    @Test
    @DisplayName("judge the names that somebody corrects by the rules of the role")
    void corrections() {
        PlannedCertificate edge = only(resource("contoso.json"), "edge/external/edgepool.contoso.com");
        assertThat(planner.corrected(edge, List.of("sip.contoso.com", "*.contoso.com"))
                        .objections())
                .extracting(Objection::field)
                .containsExactly("names[1]");
        PlannedCertificate other = planner.corrected(edge, List.of("webcon.contoso.com"));
        assertThat(other.objections()).isEmpty();
        assertThat(other.names()).containsExactly("sip.contoso.com", "webcon.contoso.com");
    }

    static Stream<Arguments> mistakesInFiles() {
        return Stream.of(
                Arguments.of(
                        "per: server", "per: servers", "certificates[0].per", "pool, server, sip-domain, topology"),
                Arguments.of("key: rsa-2048", "key: rsa-1024", "key", "rsa-2048"),
                Arguments.of("\"{server}\"", "\"{servr}\"", "certificates[0].names[1]", "there is no such variable"),
                Arguments.of("\"{server}\"", "\"{server\"", "certificates[0].names[1]", "not closed"),
                Arguments.of("\"{server}\"", "\"{server.fqdn}\"", "certificates[0].names[1]", "write {server}"),
                Arguments.of(
                        "\"{pool.web-internal}\"",
                        "\"{pool.web-intrnal}\"",
                        "certificates[1].names[0]",
                        "under pool-names stand web-internal, web-external"),
                Arguments.of(
                        "for sipdomain in sip-domains when option.automatic-sign-in",
                        "for sipdomain in domains",
                        "certificates[0].names[2]",
                        "sip-domains, servers, servers(ROLE, …) or pools(ROLE, …)"),
                Arguments.of(
                        "when option.automatic-sign-in\"",
                        "when option.automatic-signin\"",
                        "certificates[0].names[2]",
                        "there is no option"),
                Arguments.of(
                        "sip.{sipdomain} for", "sip.{sipdomain} form", "certificates[0].names[2]", "`for VARIABLE"),
                Arguments.of("use: web-internal", "use: default", "certificates[1].use", "there twice"),
                Arguments.of("profile: skype-server", "profil: skype-server", "certificates[0].profil", "Did you mean"),
                Arguments.of("name: front-end-pool", "name: Front End", "name", "a-z"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInFiles")
    @DisplayName("name file, line and key of a mistake that somebody makes in them")
    void mistakesAreNamed(String good, String bad, String key, String words) {
        String text = Shipped.roles().get("front-end-pool.yaml");
        assertThat(text).contains(good);
        int at = text.indexOf(good);
        long line = text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
        String changed = text.substring(0, at) + bad + text.substring(at + good.length());
        assertThatThrownBy(() -> YamlReader.read("front-end-pool.yaml", changed, RoleTemplate.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("front-end-pool.yaml:" + line + ": " + key + ": ", words);
    }
}
