package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.http.Reply;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The key of a request")
class KeyPagesTest {
    private static final String TRIPLE_DES = "060a2a864886f70d010c0103";

    private final SampleHouse house = new SampleHouse();
    private final Browser browser = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));

    private static String form(String names, String more) {
        return "csrf=" + Browser.CSRF + "&form=abc123&profile=tls-server&edited=yes&names=" + encode(names) + more;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    /** The file that the page holds. */
    private static byte[] file(String page) {
        return Base64.getDecoder().decode(found("href=\"data:[a-z0-9/-]+;base64,([^\"]+)\"", page));
    }

    private static String password(String page) {
        return found("<pre tabindex=\"0\">([a-z2-9]{5}(?:-[a-z2-9]{5}){3})</pre>", page);
    }

    private static KeyStore.PrivateKeyEntry open(byte[] pfx, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pfx), password.toCharArray());
        String alias = store.aliases().nextElement();
        return (KeyStore.PrivateKeyEntry)
                store.getEntry(alias, new KeyStore.PasswordProtection(password.toCharArray()));
    }

    private static void assertFits(PrivateKey key, X509Certificate certificate) {
        assertThat(((RSAPrivateCrtKey) key).getModulus())
                .isEqualTo(((RSAPublicKey) certificate.getPublicKey()).getModulus());
    }

    @Nested
    @DisplayName("before it is made")
    class Before {
        @Test
        @DisplayName("may come from the requester, the browser, and the server where the profile lets it")
        void choices() {
            assertThat(Browser.text(browser.get("/request?profile=tls-server")))
                    .contains("I have a CSR", "Make it in this browser", "It makes the key, hands it out once");
            assertThat(Browser.text(browser.get("/request?profile=tls-server-client")))
                    .contains("&quot;Mutual TLS peer&quot; does not allow it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"browser", "server"})
        @DisplayName("does not keep the form from saying what will become of it")
        void foreseen(String source) {
            String check = Browser.text(browser.post(
                    "/request/check", form("web01.lab.contoso.com", "&key=" + source + "&algorithm=ec-p256")));
            assertThat(check)
                    .contains("Issued at once", "EC P-256", "Make the key and")
                    .doesNotContain("signature is right");
            assertThat(Browser.text(browser.post("/request/check", form("www.contoso.com", "&key=" + source))))
                    .contains("An officer will decide");
            assertThat(Browser.text(browser.post("/request/check", form("", "&key=" + source))))
                    .contains("Give the names, then you see here");
            assertThat(Browser.text(browser.post("/request/check", form("web_01.lab.contoso.com", "&key=" + source))))
                    .contains("Did you mean");
        }

        @Test
        @DisplayName("keeps the names of a CSR when it will not be the CSR's key after all")
        void namesStay() {
            String form = "csrf=" + Browser.CSRF + "&profile=tls-server&names=web01.lab.contoso.com"
                    + "&filled=web01.lab.contoso.com&key=browser";
            assertThat(Browser.text(browser.post("/request/check", form)))
                    .contains("<span>web01.lab.contoso.com</span>", "Issued at once");
        }

        @Test
        @DisplayName("needs scripts where the browser makes it, and the form says so without them")
        void scripts() {
            Reply sent = browser.post("/request", form("web01.lab.contoso.com", "&key=browser"));
            assertThat(sent.status()).isEqualTo(422);
            assertThat(Browser.text(sent)).contains("it needs scripts for that");
        }
    }

    @Nested
    @DisplayName("when the server makes it")
    class ServerMade {
        @Test
        @DisplayName("is in the answer as a PFX under a password that was made up, and belongs to the certificate")
        void madeUp() throws Exception {
            Reply sent = browser.post("/request", form("web01.lab.contoso.com", "&key=server&target=windows"));
            String page = Browser.text(sent);
            assertThat(sent.status()).isEqualTo(200);
            assertThat(page).contains("This page is shown once", "Import-PfxCertificate", ".pfx");
            KeyStore.PrivateKeyEntry entry = open(file(page), password(page));
            X509Certificate certificate = (X509Certificate) entry.getCertificate();
            assertFits(entry.getPrivateKey(), certificate);
            assertThat(entry.getCertificateChain()).hasSize(2);
            assertThat(page).contains("/certificates/" + found("/certificates/([0-9a-f]{32})", page));
            assertThat(certificate.getSubjectAlternativeNames().toString()).contains("web01.lab.contoso.com");
        }

        @Test
        @DisplayName("is handed out once: the same form leads to the certificate, and to no second key")
        void once() {
            String form = form("web01.lab.contoso.com", "&key=server");
            String serial = found("/certificates/([0-9a-f]{32})", Browser.text(browser.post("/request", form)));
            Reply again = browser.post("/request", form);
            assertThat(again.header("Location")).contains("/certificates/" + serial + "?handed=before");
            assertThat(Browser.text(browser.get("/certificates/" + serial + "?handed=before")))
                    .contains("This form was sent before", "has no copy")
                    .doesNotContain("data:application");
        }

        @Test
        @DisplayName("takes a password that somebody has chosen, and does not show it")
        void chosen() throws Exception {
            String page = Browser.text(browser.post(
                    "/request",
                    form("web01.lab.contoso.com", "&key=server&algorithm=rsa-3072&password=My+own+Pa55word")));
            assertThat(page).doesNotContain("My own Pa55word").contains("the one that you have chosen");
            PrivateKey key = open(file(page), "My own Pa55word").getPrivateKey();
            assertThat(((RSAPrivateCrtKey) key).getModulus().bitLength()).isEqualTo(3072);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sh0rt!", "m\u00fcnchner laugen", "tab\tulator"})
        @DisplayName("refuses a password that programs would disagree about, before there is a key")
        void unsuitable(String password) {
            Reply sent =
                    browser.post("/request", form("web01.lab.contoso.com", "&key=server&password=" + encode(password)));
            assertThat(sent.status()).isEqualTo(422);
            assertThat(Browser.text(sent))
                    .contains("signs of an English keyboard: programs disagree")
                    .doesNotContain(password);
            assertThat(house.stores.ledger().latestFor("rita", 5)).isEmpty();
        }

        @Test
        @DisplayName("is locked under the password where an officer has to agree first; the server keeps the CSR alone")
        void waiting() throws Exception {
            String page = Browser.text(browser.post("/request", form("www.contoso.com", "&key=server&target=java")));
            assertThat(page).contains("Take your key now", "/requests/1?sent=yes&amp;target=java", "request-1.key.pem");
            String pem = new String(file(page), StandardCharsets.US_ASCII);
            EncryptedPrivateKeyInfo locked = new EncryptedPrivateKeyInfo(
                    Pem.decode(pem, "ENCRYPTED PRIVATE KEY").octets());
            String scheme = locked.getAlgParameters().toString();
            assertThat(scheme).isEqualTo("PBEWithHmacSHA256AndAES_256");
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(scheme)
                            .generateSecret(new PBEKeySpec(password(page).toCharArray())),
                    locked.getAlgParameters());
            PKCS8EncodedKeySpec spec = locked.getKeySpec(cipher);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
            Der csr = house.stores.requestQueue().find(1).orElseThrow().csr();
            assertThat(new PKCS10CertificationRequest(csr.octets())
                            .getSubjectPublicKeyInfo()
                            .getEncoded())
                    .satisfies(spki -> assertThat(Der.ofOwned(spki).hex())
                            .contains(Der.ofOwned(trimmed(key.getModulus().toByteArray()))
                                    .hex()));
            assertThat(csr.hex())
                    .doesNotContain(Der.ofOwned(trimmed(key.getPrivateExponent().toByteArray()))
                            .hex());
            Reply again = browser.post("/request", form("www.contoso.com", "&key=server&target=java"));
            assertThat(again.header("Location")).contains("/requests/1?handed=before");
            assertThat(Browser.text(browser.get("/requests/1?handed=before"))).contains("This form was sent before");
        }

        private byte[] trimmed(byte[] number) {
            return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
        }

        @Test
        @DisplayName("is encrypted in the old way for those alone who ask for it, with a warning")
        void oldFormat() throws Exception {
            String modern = Browser.text(browser.post("/request", form("web01.lab.contoso.com", "&key=server")));
            assertThat(Der.ofOwned(file(modern)).hex()).doesNotContain(TRIPLE_DES);
            String old =
                    Browser.text(browser.post("/request", form("web02.lab.contoso.com", "&key=server&format=old")));
            assertThat(old).contains("In the old format");
            assertThat(Der.ofOwned(file(old)).hex()).contains(TRIPLE_DES);
            assertThat(open(file(old), password(old)).getCertificateChain()).hasSize(2);
        }

        @Test
        @DisplayName("is not made where the profile does not let it, nor for a form with a mistake")
        void refused() {
            String form = form("web01.lab.contoso.com", "&key=server").replace("tls-server", "tls-server-client");
            Reply sent = browser.post("/request", form);
            assertThat(sent.status()).isEqualTo(422);
            assertThat(Browser.text(sent)).contains("The server makes no keys for");
            Reply mistaken = browser.post("/request", form("web_01.lab.contoso.com", "&key=server"));
            assertThat(mistaken.status()).isEqualTo(422);
            assertThat(Browser.text(mistaken)).contains("Did you mean");
            assertThat(house.stores.ledger().latestFor("rita", 5)).isEmpty();
        }
    }

    @Nested
    @DisplayName("that Windows makes")
    class Certreq {
        @Test
        @DisplayName("gets a file with the names of the form")
        void file() {
            Reply reply =
                    browser.post("/request/certreq", form("web01.lab.contoso.com 10.0.0.7", "&algorithm=rsa-3072"));
            assertThat(reply.header("Content-Disposition")).contains("attachment; filename=\"request.inf\"");
            assertThat(Browser.text(reply))
                    .contains(
                            "Subject = \"CN=web01.lab.contoso.com\"\r\n",
                            "KeyLength = 3072\r\n",
                            "_continue_ = \"dns=web01.lab.contoso.com&\"\r\n",
                            "_continue_ = \"ipaddress=10.0.0.7\"\r\n",
                            "OID = 1.3.6.1.5.5.7.3.1\r\n",
                            "certreq -new request.inf request.csr");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "web_01.lab.contoso.com", "a\"&b", "a.example\"[x]", "user@example.com", "1:2:zz"})
        @DisplayName("gets none before the names are good, so that nothing else can get into it")
        void mistaken(String names) {
            Reply reply = browser.post("/request/certreq", form(names, ""));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(Browser.text(reply)).contains("give good host names or IP addresses first");
        }
    }

    @Nested
    @DisplayName("and the place where it will be used")
    class Place {
        @ParameterizedTest
        @CsvSource({
            "nginx,csr,Put the file beside the key",
            "nginx,browser,rm SERIAL.key",
            "nginx,server,openssl pkcs12 -nocerts -nodes -in SERIAL.pfx",
            "windows,csr,certreq -accept -machine SERIAL.p7b",
            "windows,browser,-FilePath .\\SERIAL.pfx",
            "java,csr,keytool -importcert",
            "java,browser,-srckeystore SERIAL.p12",
            "haproxy,csr,cat SERIAL-chain.pem server.key",
            "haproxy,browser,rm SERIAL-bundle.pem",
            "haproxy,server,openssl pkcs12 -nodes -in SERIAL.pfx",
            "skype,csr,Import-CsCertificate -Path .\\SERIAL.p7b",
            "skype,server,-Path .\\SERIAL.pfx"
        })
        @DisplayName("decide what the certificate's page says first")
        void guides(String target, String source, String words) {
            String csr = Pem.encode("CERTIFICATE REQUEST", SampleCa.csr("web01.lab.contoso.com"));
            Reply sent = browser.post(
                    "/request",
                    form(
                            "web01.lab.contoso.com",
                            "&csr=" + encode(csr) + "&target=" + target + "&key="
                                    + (source.equals("server") ? "csr" : source)));
            String path = sent.header("Location").orElseThrow();
            assertThat(path).contains("&target=" + target);
            String serial = path.replaceFirst("/certificates/([0-9a-f]+).*", "$1");
            String page = Browser.text(browser.get("/certificates/" + serial + "?target=" + target + "&key=" + source));
            String wanted = words.replace("SERIAL", serial);
            assertThat(page).contains(wanted);
            String otherwise = page.substring(page.indexOf("<summary>The key "));
            assertThat(page.indexOf(wanted)).isLessThan(page.length() - otherwise.length());
        }

        @Test
        @DisplayName("are likely to be Skype for Business where the profile is")
        void likely() {
            String serial = house.issue(
                            "rita", "skype-server", SampleHouse.days(-1), SampleHouse.days(9), "fe01.lab.contoso.com")
                    .serial()
                    .hex();
            assertThat(Browser.text(browser.get("/certificates/" + serial))).contains("Import-CsCertificate");
        }

        @Test
        @DisplayName("stay known while an officer decides")
        void waits() {
            String csr = Pem.encode("CERTIFICATE REQUEST", SampleCa.csr("www.contoso.com"));
            Reply sent = browser.post(
                    "/request", form("www.contoso.com", "&csr=" + encode(csr) + "&target=java&key=browser"));
            assertThat(sent.header("Location")).contains("/requests/1?sent=yes&target=java&key=browser");
            assertThat(Browser.text(browser.get("/requests/1?sent=yes&target=java&key=browser")))
                    .contains("Keep the key file");
            house.account("rita", "Rita", SampleHouse.person("rita").grants().own(), Role.REQUESTER);
            Browser.of(house, SampleHouse.person("olga", Role.OFFICER))
                    .post("/requests/1/approval", "csrf=" + Browser.CSRF + "&comment=fine");
            assertThat(Browser.text(browser.get("/requests/1?target=java&key=browser")))
                    .doesNotContain("Keep the key file")
                    .containsPattern("/certificates/[0-9a-f]+\\?target=java&amp;key=browser");
        }
    }
}
