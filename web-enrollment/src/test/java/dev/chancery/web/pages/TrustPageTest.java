package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.Issuer;
import dev.chancery.web.http.Reply;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The page for whoever must trust the CA")
class TrustPageTest {
    private final SampleHouse house = PagesPreview.furnished();
    private final Browser browser = Browser.ofNobody(house);

    private List<Issuer> issuers() {
        return house.issuers.all();
    }

    @Test
    @DisplayName("compares each file with its fingerprint before a command installs it")
    void commands() {
        String page = Browser.text(browser.get("/"));
        for (Issuer issuer : issuers()) {
            String digest = issuer.certificate().fingerprint().hex();
            if (issuer.certificate().selfIssued()) {
                assertThat(page).contains(digest, "chancery-" + issuer.name() + ".crt");
            }
            assertThat(page).contains(digest.toUpperCase(Locale.ROOT));
        }
        assertThat(page).contains("/trust/chancery.mobileconfig", "/trust/policies.json", "/trust/chancery-trust.ps1");
    }

    @Test
    @DisplayName("gives Apple's devices a profile with each certificate in its place, the same each time")
    void apple() throws Exception {
        Reply reply = browser.get("/trust/chancery.mobileconfig");
        assertThat(reply.header("Content-Type")).contains("application/x-apple-aspen-config");
        Document profile = parsed(Browser.text(reply));
        assertThat(texts(profile, "data"))
                .containsExactlyElementsOf(issuers().stream()
                        .map(issuer -> Base64.getEncoder()
                                .encodeToString(issuer.certificate().der().octets()))
                        .toList());
        List<String> types = texts(profile, "string").stream()
                .filter(text -> text.startsWith("com.apple"))
                .toList();
        assertThat(types)
                .containsExactlyElementsOf(issuers().stream()
                        .map(issuer -> issuer.certificate().selfIssued()
                                ? "com.apple.security.root"
                                : "com.apple.security.pkcs1")
                        .toList());
        assertThat(Browser.text(browser.get("/trust/chancery.mobileconfig"))).isEqualTo(Browser.text(reply));
    }

    private static Document parsed(String plist) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
        return builder.parse(new InputSource(new StringReader(plist)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    @DisplayName("gives Firefox on Linux a policy, and a Windows domain a script that names every certificate")
    void policies() {
        JsonNode policy = JsonMapper.shared().readTree(Browser.text(browser.get("/trust/policies.json")));
        assertThat(policy.at("/policies/Certificates/Install").toString())
                .contains("/usr/local/share/ca-certificates/chancery-root.crt");
        String script = Browser.text(browser.get("/trust/chancery-trust.ps1"));
        for (Issuer issuer : issuers()) {
            String store = issuer.certificate().selfIssued() ? "Root" : "CA";
            assertThat(script)
                    .contains("Add-Trust '" + store + "' '"
                            + Base64.getEncoder()
                                    .encodeToString(issuer.certificate().der().octets()) + "'");
        }
    }

    @Test
    @DisplayName("lets a page of another origin ask whether its browser trusts this server, and says so in words")
    void check() {
        Reply reply = browser.get("/trust/check");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(Browser.text(reply)).contains("This browser trusts the CA");
        assertThat(browser.get("/").header("Cross-Origin-Resource-Policy").orElse("same-origin"))
                .isEqualTo("same-origin");
    }
}
