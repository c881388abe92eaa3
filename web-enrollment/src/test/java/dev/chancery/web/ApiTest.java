package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import dev.chancery.web.http.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The API")
class ApiTest {
    private static final String CERTIFICATES = "/api/v1/certificates";
    private TestWeb test;

    @BeforeEach
    void start() throws Exception {
        test = new TestWeb();
    }

    @AfterEach
    void stop() {
        test.close();
    }

    private Answer issue(Part part, String host) throws Exception {
        Answer answer = test.with(part)
                .json("POST", CERTIFICATES, Bodies.issue("tls-server", Keys.csr(host + ".lab.example.com")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static String serial(Answer answer) {
        return answer.json().get("serial").stringValue();
    }

    private static List<String> names(Answer list) {
        return list.json()
                .get("certificates")
                .valueStream()
                .map(one -> one.get("sans").get(0).stringValue().replaceAll("dns:|\\.lab.*", ""))
                .toList();
    }

    @Test
    @DisplayName("issues, says where the certificate is, and gives it in every format")
    void issues() throws Exception {
        Answer issued = issue(Part.ALICE, "www");
        assertThat(issued.header("Location")).isEqualTo(CERTIFICATES + "/" + serial(issued));
        assertThat(issued.json().get("sans").toString()).isEqualTo("[\"dns:www.lab.example.com\"]");
        assertThat(issued.json().get("issuer").stringValue()).isEqualTo("issuing");
        assertThat(issued.json().get("status").stringValue()).isEqualTo("valid");
        assertThat(issued.json().get("chain").stringValue()).startsWith("-----BEGIN CERTIFICATE-----");
        Client alice = test.with(Part.ALICE);
        String path = CERTIFICATES + "/" + serial(issued);
        String pem = issued.json().get("certificate").stringValue();
        assertThat(alice.get(path).json()).isEqualTo(issued.json());
        assertThat(alice.get(path + ".pem").text()).isEqualTo(pem);
        assertThat(alice.get(path + "-chain.pem").text()).isEqualTo(pem);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate certificate = (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        Answer der = alice.get(path + ".crt");
        assertThat(der.response().body()).isEqualTo(certificate.getEncoded());
        assertThat(der.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + serial(issued) + ".crt\"");
        assertThat(List.<Certificate>copyOf(factory.generateCertificates(new ByteArrayInputStream(
                        alice.get(path + ".p7b").response().body()))))
                .hasSize(2)
                .contains(certificate);
    }

    @Test
    @DisplayName("takes serials with colons and in upper case")
    void serials() throws Exception {
        String serial = serial(issue(Part.ALICE, "www"));
        String colons = serial.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        assertThat(test.with(Part.ALICE).get(CERTIFICATES + "/" + colons).status())
                .isEqualTo(200);
        assertThat(test.with(Part.ALICE)
                        .get(CERTIFICATES + "/" + colons + ".pem")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("takes a bare CSR with its wishes in the query")
    void bare() throws Exception {
        byte[] csr = Keys.csr("www.lab.example.com").getBytes(StandardCharsets.US_ASCII);
        String path = CERTIFICATES + "?profile=tls-server&dns=a.lab.example.com&dns=b.lab.example.com&ip=10.0.0.7"
                + "&validity=P30D";
        Answer issued = test.with(Part.ALICE).send("POST", path, "application/pkcs10", csr);
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(issued.json().get("sans").toString())
                .isEqualTo("[\"dns:a.lab.example.com\",\"dns:b.lab.example.com\",\"ip:10.0.0.7\"]");
    }

    @Test
    @DisplayName("issues once for an idempotency key")
    void idempotent() throws Exception {
        Client keyed = test.with(Part.ALICE).header("Idempotency-Key", "7c0e-1");
        String body = Bodies.issue("tls-server", Keys.csr("www.lab.example.com"));
        Answer first = keyed.json("POST", CERTIFICATES, body);
        Answer second = keyed.json("POST", CERTIFICATES, body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        Client bob = test.with(Part.BOB).header("Idempotency-Key", "7c0e-1");
        assertThat(serial(bob.json("POST", CERTIFICATES, body))).isNotEqualTo(serial(first));
    }

    @Test
    @DisplayName("lists page by page, filtered, and to requesters only what is theirs")
    void lists() throws Exception {
        issue(Part.ALICE, "mail");
        issue(Part.BOB, "web");
        issue(Part.ALICE, "db");
        Client officer = test.with(Part.OFFICER);
        assertThat(names(officer.get(CERTIFICATES))).containsExactly("db", "web", "mail");
        assertThat(names(test.with(Part.ALICE).get(CERTIFICATES))).containsExactly("db", "mail");
        assertThat(names(test.with(Part.ADMIN).get(CERTIFICATES))).isEmpty();
        Answer first = officer.get(CERTIFICATES + "?limit=2");
        assertThat(names(first)).containsExactly("db", "web");
        String next = first.json().get("next").stringValue();
        Answer second = officer.get(CERTIFICATES + "?limit=2&cursor=" + next);
        assertThat(names(second)).containsExactly("mail");
        assertThat(second.json().has("next")).isFalse();
        assertThat(names(officer.get(CERTIFICATES + "?search=ma"))).containsExactly("mail");
        assertThat(names(officer.get(CERTIFICATES + "?search=bob"))).containsExactly("web");
        assertThat(names(officer.get(CERTIFICATES + "?status=revoked"))).isEmpty();
        assertThat(names(officer.get(CERTIFICATES + "?profile=tls-client"))).isEmpty();
        assertThat(names(officer.get(CERTIFICATES + "?issuer=root"))).isEmpty();
        assertThat(names(officer.get(CERTIFICATES + "?expiresBefore=2020-01-01")))
                .isEmpty();
        assertThat(names(officer.get(CERTIFICATES + "?expiresBefore=2999-01-01T00:00:00Z")))
                .hasSize(3);
    }

    @Test
    @DisplayName("holds, releases and revokes, and says so")
    void revokes() throws Exception {
        String path = CERTIFICATES + "/" + serial(issue(Part.ALICE, "www"));
        Client officer = test.with(Part.OFFICER);
        Answer held = officer.json("POST", path + "/revocation", "{\"reason\":\"certificateHold\"}");
        assertThat(held.json().get("status").stringValue()).isEqualTo("held");
        assertThat(officer.json("DELETE", path + "/revocation", "")
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("valid");
        test.clock.advance(Duration.ofHours(2));
        String since = test.clock.instant().minus(Duration.ofHours(1)).toString();
        String body = Json.object()
                .put("reason", "keyCompromise")
                .put("invalidityDate", since)
                .toString();
        JsonNode revoked =
                test.with(Part.ALICE).json("POST", path + "/revocation", body).json();
        assertThat(revoked.get("status").stringValue()).isEqualTo("revoked");
        assertThat(revoked.get("revocation").get("reason").stringValue()).isEqualTo("keyCompromise");
        assertThat(revoked.get("revocation").get("invalidityDate").stringValue())
                .isEqualTo(since);
        JsonNode crl =
                officer.json("POST", "/api/v1/authorities/issuing/crl", "").json();
        assertThat(crl.get("entries").intValue()).isEqualTo(1);
        assertThat(officer.get("/api/v1/authorities/issuing").json().get("crl")).isEqualTo(crl);
        String crls = "/api/v1/authorities/issuing/crls";
        assertThat(officer.get(crls).json().get("crls").get(0).get("number")).isEqualTo(crl.get("number"));
        String number = crl.get("number").toString();
        assertThat(officer.get(crls + "/" + number).json().get("sha256")).isEqualTo(crl.get("sha256"));
        assertThat(officer.get(crls + "/" + number + ".crl").header("Content-Type"))
                .isEqualTo("application/pkix-crl");
        assertThat(officer.get(crls + "/99").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("queues what an officer must approve, and issues it then")
    void approves() throws Exception {
        Client alice = test.with(Part.ALICE);
        Answer waiting = alice.json("POST", CERTIFICATES, Bodies.issue("careful", Keys.csr("www.lab.example.com")));
        assertThat(waiting.status()).isEqualTo(202);
        String path = waiting.header("Location");
        assertThat(alice.get(path).json().get("state").stringValue()).isEqualTo("pending");
        assertThat(alice.get(path).json().get("csr").stringValue()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        Client officer = test.with(Part.OFFICER);
        assertThat(officer.get("/api/v1/requests?state=pending").json().get("requests"))
                .hasSize(1);
        assertThat(test.with(Part.BOB).get("/api/v1/requests").json().get("requests"))
                .isEmpty();
        Answer issued = officer.json("POST", path + "/approval", "{\"comment\":\"known host\"}");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        JsonNode decided = alice.get(path).json();
        assertThat(decided.get("state").stringValue()).isEqualTo("issued");
        assertThat(decided.get("serial").stringValue()).isEqualTo(serial(issued));
        assertThat(decided.get("decided").get("comment").stringValue()).isEqualTo("known host");
        assertThat(issued.json().get("requester").stringValue()).isEqualTo("alice");
    }

    @Test
    @DisplayName("lets nobody approve their own, whatever their roles")
    void ownRequest() throws Exception {
        Client local = test.client().bearer(TestWeb.LOCAL_TOKEN);
        Answer waiting = local.json("POST", CERTIFICATES, Bodies.issue("careful", Keys.csr("www.lab.example.com")));
        Answer own = local.json("POST", waiting.header("Location") + "/approval", "");
        assertThat(own.status()).as(own.toString()).isEqualTo(403);
    }

    @Test
    @DisplayName("manages accounts: made, changed, given a token that works at once and not when it is gone")
    void accounts() throws Exception {
        Client admin = test.with(Part.ADMIN);
        String body = "{\"name\":\"robot\",\"roles\":[\"requester\"],\"withPassword\":false,"
                + "\"grants\":{\"dnsSuffixes\":[\"ci.example.com\"]}}";
        Answer made = admin.json("POST", "/api/v1/users", body);
        assertThat(made.header("Location")).isEqualTo("/api/v1/users/robot");
        assertThat(made.json().has("password")).isFalse();
        JsonNode token = admin.json("POST", "/api/v1/users/robot/tokens", "{\"label\":\"ci\"}")
                .json();
        Client robot = test.client().bearer(token.get("token").stringValue());
        assertThat(robot.get("/api/v1/account").json().get("name").stringValue())
                .isEqualTo("robot");
        Answer changed = admin.json("PATCH", "/api/v1/users/robot", "{\"roles\":[\"auditor\"]}");
        assertThat(changed.json().get("roles").toString()).isEqualTo("[\"auditor\"]");
        assertThat(changed.json().get("grants").get("dnsSuffixes").toString()).isEqualTo("[\"ci.example.com\"]");
        assertThat(robot.get("/api/v1/journal").status()).isEqualTo(200);
        String own = "/api/v1/account/tokens/" + token.get("id").stringValue();
        assertThat(robot.json("DELETE", own, "").status()).isEqualTo(204);
        assertThat(robot.get("/api/v1/account").status()).isEqualTo(401);
        assertThat(admin.json("PATCH", "/api/v1/users/admin", "{\"disabled\":true}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("shows the journal page by page, and no secret in it")
    void journal() throws Exception {
        issue(Part.ALICE, "www");
        test.with(Part.ADMIN).json("POST", "/api/v1/users/bob/password-reset", "");
        Client auditor = test.with(Part.AUDITOR);
        JsonNode all = auditor.get("/api/v1/journal?from=1&limit=1000").json();
        assertThat(all.get("records")).hasSize((int) test.stores.journal().lastSequence());
        assertThat(all.has("next")).isFalse();
        JsonNode first = auditor.get("/api/v1/journal?from=1&limit=3").json();
        assertThat(first.get("next").longValue()).isEqualTo(4);
        JsonNode newest =
                auditor.get("/api/v1/journal?limit=1").json().get("records").get(0);
        assertThat(newest.get("type").stringValue()).isEqualTo("account-saved");
        assertThat(newest.get("actor").stringValue()).isEqualTo("admin");
        String text = all.toString();
        assertThat(text).contains("certificate-issued", "password reset").doesNotContain("argon2", "sha256Hex", "chy_");
        for (Part part : Part.values()) {
            assertThat(text).doesNotContain(test.people.password(part), test.people.token(part));
            test.stores
                    .accounts()
                    .find(part.account())
                    .orElseThrow()
                    .tokens()
                    .forEach(token -> assertThat(text).doesNotContain(token.sha256Hex()));
        }
    }

    @Test
    @DisplayName("answers over TLS and plain HTTP with the security headers, and HEAD without a body")
    void headers() throws Exception {
        Answer answer = test.with(Part.ALICE).send("HEAD", CERTIFICATES, "", new byte[0]);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server")).isEmpty();
        Answer plain = test.client().at(test.server().plainUri()).get("/nothing");
        assertThat(plain.status()).isEqualTo(404);
        assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
