package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.BrowserVisits.Visit;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.ForeignNames.Place;
import dev.chancery.web.People.Part;
import dev.chancery.web.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * SECURITY.md rules 1 and 2: every way in × nine kinds of names × {common name, DN attribute, alternative name}. The command
 * line is a client of the API, sends its JSON, and is judged with it; {@code GrantsIT} drives it against the real server.
 */
@DisplayName("A name outside of the requester's grant")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryWayInTest {
    private static final List<String> PROFILES = List.of("tls-server", "every-kind");
    private static BrowserVisits visits;
    private static TestWeb test;

    /** How a request gets here. */
    enum Way {
        API_CSR,
        API_MEMBERS,
        API_BARE_CSR,
        API_BARE_PARAMETERS,
        PAGE_CSR,
        PAGE_FIELDS,
        PAGE_SERVER_KEY
    }

    @BeforeAll
    static void start() throws Exception {
        visits = new BrowserVisits();
        test = visits.test();
    }

    @AfterAll
    static void stop() {
        visits.close();
    }

    @ParameterizedTest(name = "by the way {0}")
    @EnumSource
    @Order(1)
    @DisplayName("is in no certificate that is issued at once")
    void everyWay(Way way) throws Exception {
        SoftAssertions softly = new SoftAssertions();
        int tried = 0;
        for (ForeignNames name : ForeignNames.values()) {
            for (Place place : Place.values()) {
                for (String profile : PROFILES) {
                    Answer answer = send(way, name, place, profile);
                    String label = way + " " + name + " " + place + " " + profile + ": " + answer;
                    // Attributes of a CSR's subject that the profile does not take are left out, not refused.
                    boolean leftOut = place == Place.ATTRIBUTE && profile.equals("tls-server");
                    if (issued(answer)) {
                        softly.assertThat(leftOut).as(label).isTrue();
                    } else {
                        softly.assertThat(answer.status()).as(label).isIn(202, 303, 400, 422, handedOut(way));
                    }
                    tried++;
                }
            }
        }
        softly.assertAll();
        assertThat(tried).isEqualTo(9 * 3 * 2);
        assertThat(issuedWithForeignNames()).isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("is issued by nobody but an officer, from the queue, and then as the officer saw it")
    void queue() throws Exception {
        List<PendingRequest> waiting = test.stores
                .requestQueue()
                .list(Optional.of(State.PENDING), Optional.of("alice"), Optional.empty(), 1000);
        assertThat(waiting).hasSizeGreaterThan(20);
        for (PendingRequest request : waiting) {
            String path = "/api/v1/requests/" + request.id() + "/approval";
            for (Part part : List.of(Part.ALICE, Part.BOB, Part.AUDITOR, Part.ADMIN)) {
                assertThat(test.with(part).json("POST", path, "{}").status()).isEqualTo(403);
                Answer page = visits.post("/requests/" + request.id() + "/approval", visits.of(part), "");
                assertThat(page.status()).isEqualTo(403);
            }
        }
        assertThat(issuedWithForeignNames()).isEmpty();

        int before = issuedWithForeignNames().size();
        int approved = 0;
        for (PendingRequest request : waiting) {
            String path = "/api/v1/requests/" + request.id() + "/approval";
            int status = test.with(Part.OFFICER).json("POST", path, "{}").status();
            assertThat(status).isIn(201, 422);
            approved += status == 201 ? 1 : 0;
        }
        assertThat(approved).isGreaterThan(10);
        assertThat(issuedWithForeignNames()).hasSizeGreaterThan(before);
    }

    /** A key whose certificate waits is handed out, locked. */
    private static int handedOut(Way way) {
        return way == Way.PAGE_SERVER_KEY ? 200 : 202;
    }

    private static boolean issued(Answer answer) {
        return answer.status() == 201
                || answer.text().contains("Take your PFX now")
                || answer.header("Location").startsWith("/certificates/");
    }

    private static Answer send(Way way, ForeignNames name, Place place, String profile) throws Exception {
        boolean named = place == Place.ALTERNATIVE_NAME;
        Client alice = test.with(Part.ALICE);
        Visit browser = visits.of(Part.ALICE);
        return switch (way) {
            case API_CSR -> alice.json("POST", "/api/v1/certificates", Bodies.issue(profile, name.csr(place)));
            case API_BARE_CSR ->
                alice.send(
                        "POST",
                        "/api/v1/certificates?profile=" + profile,
                        "application/pkcs10",
                        name.csr(place).getBytes(StandardCharsets.US_ASCII));
            case API_MEMBERS -> {
                ObjectNode body = Json.object().put("profile", profile).put("csr", ForeignNames.innocentCsr());
                if (named) {
                    body.putArray(name == ForeignNames.IP_ADDRESS ? "ip" : "dns")
                            .add(name.text);
                } else {
                    body.put("subject", name.subject(place));
                }
                yield alice.json("POST", "/api/v1/certificates", body.toString());
            }
            case API_BARE_PARAMETERS ->
                alice.send(
                        "POST",
                        "/api/v1/certificates?profile=" + profile + "&"
                                + (named
                                        ? (name == ForeignNames.IP_ADDRESS ? "ip=" : "dns=") + encoded(name.text)
                                        : "subject=" + encoded(name.subject(place))),
                        "application/pkcs10",
                        ForeignNames.innocentCsr().getBytes(StandardCharsets.US_ASCII));
            case PAGE_CSR -> visits.post("/request", browser, form(profile, name.csr(place)));
            case PAGE_FIELDS ->
                visits.post(
                        "/request",
                        browser,
                        form(profile, ForeignNames.innocentCsr())
                                + (named
                                        ? "&edited=yes&names=" + encoded("www.lab.example.com\n" + name.text)
                                        : "&subject=" + encoded(name.subject(place))));
            case PAGE_SERVER_KEY ->
                visits.post(
                        "/request",
                        browser,
                        "profile=" + profile + "&key=server&algorithm=ec-p256&edited=yes&names="
                                + encoded(named ? "www.lab.example.com\n" + name.text : "www.lab.example.com")
                                + (named ? "" : "&subject=" + encoded(name.subject(place))));
        };
    }

    private static String form(String profile, String csr) {
        return "profile=" + profile + "&csr=" + encoded(csr);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Certificates in whose bytes a foreign name stands, whatever it calls itself there. */
    private static List<EncodedCertificate> issuedWithForeignNames() {
        return test.stores.journal().records().stream()
                .map(JournalRecord::event)
                .filter(CertificateIssued.class::isInstance)
                .map(event -> new EncodedCertificate(((CertificateIssued) event).certificate()))
                .filter(certificate -> {
                    byte[] der = certificate.der().octets();
                    String bytes = new String(der, StandardCharsets.ISO_8859_1);
                    String address = new String(new byte[] {(byte) 192, 0, 2, 66}, StandardCharsets.ISO_8859_1);
                    return bytes.contains("evil")
                            || bytes.contains(address)
                            || bytes.contains("192.0.2.66")
                            || bytes.contains("1.3.6.1.4.1.99999.66");
                })
                .toList();
    }
}
