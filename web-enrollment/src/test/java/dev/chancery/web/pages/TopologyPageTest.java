package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.http.Reply;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The topology page")
class TopologyPageTest {
    private static final String TABLE = """
        role,fqdn,servers,names
        sip-domain,lab.contoso.com
        front,pool.lab.contoso.com,fe01.lab.contoso.com fe02.lab.contoso.com,outside=web.lab.contoso.com
        """;

    private final SampleHouse house = new SampleHouse();
    private final Browser browser = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));

    private static String csr(String... names) {
        return Pem.encode("CERTIFICATE REQUEST", SampleCa.csr(names));
    }

    private static String form(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", Browser.CSRF);
        return all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply post(String path, Map<String, String> fields) {
        return browser.post(path, form(fields));
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1).replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
    }

    /** The fields of the form below the plan, as a browser would send them, with what somebody adds. */
    private Map<String, String> planned(Map<String, String> more) {
        String page = Browser.text(post("/topology", Map.of("pasted", TABLE)));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", hidden(page, "form"));
        fields.put("topology", hidden(page, "topology"));
        fields.putAll(more);
        return fields;
    }

    @Test
    @DisplayName("begins empty, with room for the first pools and every role to choose from")
    void empty() {
        assertThat(Browser.text(browser.get("/topology")))
                .contains("name=\"fqdn-1\"", "<optgroup label=\"Samples\">", "Front servers")
                .doesNotContain("What they need");
    }

    @Test
    @DisplayName("shows what the chosen role wants to know, and keeps what was written")
    void fields() {
        String page = Browser.text(post(
                "/topology",
                Map.of(
                        "rows",
                        "2",
                        "domains",
                        "lab.contoso.com",
                        "role-0",
                        "front",
                        "fqdn-0",
                        "pool.lab.contoso.com",
                        "more",
                        "yes")));
        assertThat(page)
                .contains("name=\"name-0-outside\"", "Automatic sign-in", "value=\"pool.lab.contoso.com\"")
                .contains("name=\"topology-dialin\"", "name=\"fqdn-4\"");
    }

    @Test
    @DisplayName("plans the certificates of what was written, pasted or chosen by options")
    void plan() {
        String pasted = Browser.text(post("/topology", Map.of("pasted", TABLE)));
        assertThat(pasted)
                .contains("<b>4 certificates.</b> 4 would be issued at once")
                .contains(
                        "fe01.lab.contoso.com", "sip.lab.contoso.com", "dialin.lab.contoso.com", "web.lab.contoso.com");
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "rows", "1",
                "domains", "lab.contoso.com",
                "role-0", "front",
                "shown-0", "front",
                "fqdn-0", "pool.lab.contoso.com"));
        assertThat(Browser.text(post("/topology", fields))).doesNotContain("sip.lab.contoso.com");
        fields.put("option-0-sign-in", "yes");
        assertThat(Browser.text(post("/topology", fields))).contains("sip.lab.contoso.com");
    }

    @Test
    @DisplayName("says beforehand which certificates an officer decides about, and why")
    void foreign() {
        String page = Browser.text(post("/topology", Map.of("pasted", TABLE.replace("web.lab.", "web."))));
        assertThat(page)
                .contains("2 would be issued at once, 2 wait for an officer")
                .contains("\"web.contoso.com\" is outside the grant of rita");
    }

    @Test
    @DisplayName("shows a mistake at its pool, and applies the correction")
    void mistake() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "rows", "1",
                "domains", "lab.contoso.com",
                "role-0", "front",
                "fqdn-0", "pool.lab.contoso.com",
                "servers-0", "fe_01.lab.contoso.com"));
        Reply reply = post("/topology", fields);
        assertThat(reply.status()).isEqualTo(422);
        String fix = "pools[0].servers[0]=fe-01.lab.contoso.com";
        assertThat(Browser.text(reply)).contains("name=\"fix\" value=\"" + fix + "\"");
        fields.put("fix", fix);
        assertThat(Browser.text(post("/topology", fields))).contains("<b>2 certificates.</b>", "fe-01.lab.contoso.com");
        assertThat(post("/topology", Map.of("pasted", "{\"pools\": 7}")).status())
                .isEqualTo(422);
        assertThat(Browser.text(post("/topology", Map.of("pasted", "role,fqdn\nfrnt,a.b.example"))))
                .contains("did you mean", "value=\"pools[0].role=front\"");
    }

    @Test
    @DisplayName("finds for each signing request of a heap its certificate, and says which belong to none")
    void heap() {
        String heap = csr("fe02.lab.contoso.com", "web.lab.contoso.com", "dialin.lab.contoso.com")
                + csr("pool.lab.contoso.com", "fe01.lab.contoso.com", "sip.lab.contoso.com")
                + csr("stranger.lab.contoso.com");
        Reply reply = post("/topology/requests", planned(Map.of("csrs", heap)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(Browser.text(reply))
                .contains("2 issued, 0 waiting for an officer, 0 refused, 2 without a signing request")
                .contains("\"stranger.lab.contoso.com\" belongs to none");
        assertThat(house.stores.ledger().search(everything()).certificates()).hasSize(2);
    }

    private static dev.chancery.core.ledger.CertificateQuery everything() {
        return new dev.chancery.core.ledger.CertificateQuery(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                SampleHouse.NOW,
                100,
                java.util.Optional.empty());
    }

    @Test
    @DisplayName("gives the result as an archive without issuing anything again")
    void archive() throws Exception {
        String page = Browser.text(post("/topology/requests", planned(Map.of("csr-0", csr("any.lab.contoso.com")))));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                .matcher(page);
        while (field.find()) {
            // A browser sends line ends in its own way.
            fields.put(field.group(1), hidden(page, field.group(1)).replace("\n", "\r\n"));
        }
        for (int i = 0; i < 2; i++) {
            Map<String, String> files = files(post("/topology/archive", fields).body());
            assertThat(files)
                    .containsKeys(
                            "front/default/fe01.lab.contoso.com.pem",
                            "front/default/fe01.lab.contoso.com-chain.pem",
                            "front/web/fe02.lab.contoso.com.inf",
                            "summary.csv");
        }
        assertThat(house.stores.ledger().search(everything()).certificates()).hasSize(1);
        String back = Browser.text(post("/topology/back", fields));
        assertThat(hidden(back, "form")).isEqualTo(fields.get("form"));
        assertThat(back).contains("-----BEGIN CERTIFICATE REQUEST-----\n");
    }

    @Test
    @DisplayName("gives files for certreq, and requests nothing with them")
    void certreq() throws Exception {
        Map<String, String> files = files(post("/topology/certreq", planned(Map.of("csr-0", csr("a.lab.contoso.com"))))
                .body());
        assertThat(files).hasSize(5);
        assertThat(files.get("front/web/fe01.lab.contoso.com.inf"))
                .contains("dns=web.lab.contoso.com&", "FriendlyName = \"Front servers, Web services, fe01");
        assertThat(house.stores.ledger().search(everything()).certificates()).isEmpty();
    }

    @Test
    @DisplayName("takes the names that somebody has corrected, and refuses what the role forbids")
    void corrected() {
        Map<String, String> fields = planned(Map.of("csr-0", csr("any.lab.contoso.com")));
        fields.put("names-0", "fe01.lab.contoso.com\nmore.lab.contoso.com");
        assertThat(Browser.text(post("/topology/requests", fields))).contains("1 issued");
        assertThat(house.stores
                        .ledger()
                        .search(everything())
                        .certificates()
                        .get(0)
                        .certificate()
                        .subjectAltNames())
                .extracting(name -> name.text())
                .containsExactly("pool.lab.contoso.com", "fe01.lab.contoso.com", "more.lab.contoso.com");
        fields.put("names-0", "*.lab.contoso.com");
        assertThat(Browser.text(post("/topology/requests", fields))).contains("1 refused", "is a wildcard");
    }

    @Test
    @DisplayName("never repeats a private key")
    void privateKey() {
        String key = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w\n-----END PRIVATE KEY-----";
        for (String field : new String[] {"csr-1", "csrs"}) {
            for (String path : new String[] {"/topology/requests", "/topology/archive", "/topology/back"}) {
                Reply reply = post(path, planned(Map.of(field, key)));
                assertThat(reply.status()).isEqualTo(422);
                assertThat(Browser.text(reply))
                        .contains("That was a private key")
                        .doesNotContain("MIGHAgEA");
            }
        }
        Reply bare = post("/topology/requests", planned(Map.of("csr-1", "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w")));
        assertThat(Browser.text(bare)).contains("1 refused").doesNotContain("MIGHAgEA");
    }

    @Test
    @DisplayName("asks for signing requests where there are none")
    void nothing() {
        Reply reply = post("/topology/requests", planned(Map.of()));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(Browser.text(reply)).contains("There is no signing request yet");
    }

    private static Map<String, String> files(byte[] octets) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
