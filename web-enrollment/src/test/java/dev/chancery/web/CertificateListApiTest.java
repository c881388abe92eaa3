package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Certificates by the API, many at once,")
class CertificateListApiTest {
    private static final String BASE = "/api/v1/certificates";
    private static TestWeb test;
    private static OpenApi openApi;

    @BeforeAll
    static void start() throws Exception {
        test = new TestWeb();
        openApi =
                new OpenApi(test.client().get("/api/v1/openapi.json").response().body());
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static String issue(Part who, String name) throws Exception {
        Answer answer = test.with(who).json("POST", BASE, Bodies.issue("tls-server", Keys.csr(name)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("serial").stringValue();
    }

    private static Answer get(Part who, String path) throws Exception {
        Answer answer = test.with(who).get(BASE + path);
        openApi.check("GET " + BASE + path.replaceFirst("\\?.*", ""), answer);
        return answer;
    }

    private static Answer revoke(Part who, String body) throws Exception {
        Answer answer = test.with(who).json("POST", BASE + "/revocations", body);
        openApi.check("POST " + BASE + "/revocations", answer);
        return answer;
    }

    @Test
    @DisplayName("are counted for those who may see them")
    void counts() throws Exception {
        String serial = issue(Part.ALICE, "counted.lab.example.com");
        long before =
                get(Part.OFFICER, "/counts?requester=alice").json().get("valid").longValue();
        assertThat(before).isPositive();
        assertThat(get(Part.ALICE, "/counts").json().get("valid").longValue()).isEqualTo(before);
        assertThat(get(Part.BOB, "/counts").json().get("kinds")).isEmpty();
        assertThat(get(Part.BOB, "/counts?requester=alice").status()).isEqualTo(403);
        revoke(Part.ALICE, "{\"serials\":[\"" + serial + "\"],\"reason\":\"superseded\"}");
        assertThat(get(Part.ALICE, "/counts?profile=tls-server&issuer=issuing")
                        .json()
                        .get("valid")
                        .longValue())
                .isEqualTo(before - 1);
        assertThat(get(Part.ALICE, "/counts?proflie=x").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("leave as CSV, JSON and ZIP, whole, and only one's own")
    void exports() throws Exception {
        String serial = issue(Part.ALICE, "exported.lab.example.com");
        assertThat(get(Part.ALICE, "/export.csv?search=exported").text()).contains(serial, "exported.lab.example.com");
        assertThat(get(Part.BOB, "/export.csv").text().lines()).hasSize(1);
        assertThat(get(Part.OFFICER, "/export.json?search=exported")
                        .json()
                        .at("/certificates/0/serial")
                        .stringValue())
                .isEqualTo(serial);
        assertThat(get(Part.BOB, "/export.json").json().get("certificates")).isEmpty();
        List<String> names = new ArrayList<>();
        byte[] octets =
                get(Part.ALICE, "/export.zip?search=exported").response().body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(octets))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactlyInAnyOrder(serial + ".pem", "ca-issuing-chain.pem", "certificates.csv");
    }

    @Test
    @DisplayName("are listed by their end, from and before a day")
    void ordered() throws Exception {
        issue(Part.ALICE, "ordered.lab.example.com");
        assertThat(get(Part.ALICE, "?order=ending&expiresFrom=2020-01-01&expiresBefore=2200-01-01&limit=1")
                        .json()
                        .get("certificates"))
                .hasSize(1);
        assertThat(get(Part.ALICE, "?expiresFrom=2200-01-01").json().get("certificates"))
                .isEmpty();
        assertThat(get(Part.ALICE, "?order=sideways").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("are revoked together, and what was revoked before stays as it is")
    void revoked() throws Exception {
        String first = issue(Part.ALICE, "one.lab.example.com");
        String second = issue(Part.ALICE, "two.lab.example.com");
        Answer once = revoke(Part.ALICE, "{\"serials\":[\"" + first + "\"],\"reason\":\"keyCompromise\"}");
        assertThat(once.json().at("/revoked/0").stringValue()).isEqualTo(first);
        Answer both =
                revoke(Part.OFFICER, "{\"serials\":[\"" + first + "\",\"" + second + "\"],\"reason\":\"superseded\"}");
        assertThat(both.json().get("revoked")).hasSize(1);
        assertThat(both.json().at("/unchanged/0/serial").stringValue()).isEqualTo(first);
        assertThat(test.with(Part.ALICE)
                        .get(BASE + "/" + first)
                        .json()
                        .at("/revocation/reason")
                        .stringValue())
                .isEqualTo("keyCompromise");
    }

    @Test
    @DisplayName("are not revoked at all when one of them is somebody else's or is none, and each such is named")
    void allOrNothing() throws Exception {
        String serial = issue(Part.ALICE, "whole.lab.example.com");
        Answer answer =
                revoke(Part.ALICE, "{\"serials\":[\"" + serial + "\",\"abcd\",\"<img>\"],\"reason\":\"superseded\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/findings/0/field").stringValue()).isEqualTo("serials[1]");
        assertThat(answer.json().at("/findings/1/field").stringValue()).isEqualTo("serials[2]");
        assertThat(revoke(Part.BOB, "{\"serials\":[\"" + serial + "\"],\"reason\":\"superseded\"}")
                        .status())
                .isEqualTo(403);
        assertThat(test.with(Part.ALICE)
                        .get(BASE + "/" + serial)
                        .json()
                        .get("status")
                        .stringValue())
                .isEqualTo("valid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"serials\":[],\"reason\":\"superseded\"} | 400",
                "{\"reason\":\"superseded\"} | 400",
                "{\"serials\":[\"ab\"]} | 400",
                "{\"serials\":[7],\"reason\":\"superseded\"} | 400",
                "{\"serials\":[\"ab\"],\"reason\":\"bored\"} | 422",
                "{\"serials\":[\"ab\"],\"reason\":\"superseded\",\"invalidityDate\":\"soon\"} | 400",
            })
    @DisplayName("are refused in words when the wish is none")
    void wrong(String body, int status) throws Exception {
        assertThat(revoke(Part.OFFICER, body).status()).isEqualTo(status);
    }
}
