package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.People.Part;
import dev.chancery.web.auth.NewAccount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table "known attacks" of SECURITY.md, as far as they come through the front door; {@code KnownAttacksTest} has the others. */
@DisplayName("Known attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebAttacksTest {
    private static final String CERTIFICATES = "/api/v1/certificates";
    private TestWeb test;

    @BeforeAll
    void start() throws Exception {
        test = new TestWeb();
    }

    @AfterAll
    void stop() {
        test.close();
    }

    @Nested
    @DisplayName("ESC3: acting for others")
    class Esc3 {
        @Test
        @DisplayName("no member of a request names somebody else as its requester")
        void requester() throws Exception {
            String body = "{\"profile\":\"tls-server\",\"csr\":\"x\",\"requester\":\"bob\"}";
            Answer answer = test.with(Part.ALICE).json("POST", CERTIFICATES, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("requester");
        }
    }

    @Nested
    @DisplayName("ESC4, ESC5, ESC7: weak rights on templates, hosts and the management of the CA")
    class Esc4And5And7 {
        @ParameterizedTest
        @EnumSource(
                value = Part.class,
                names = {"ALICE", "OFFICER", "AUDITOR"})
        @DisplayName("nobody but an admin gives names, groups or roles, to themselves or others")
        void selfService(Part part) throws Exception {
            Client client = test.with(part);
            for (String body : List.of(
                    "{\"roles\":[\"admin\"]}",
                    "{\"grants\":{\"all\":true}}",
                    "{\"groups\":[]}",
                    "{\"disabled\":false}")) {
                assertThat(client.json("PATCH", "/api/v1/users/" + part.account(), body)
                                .status())
                        .isEqualTo(403);
            }
            assertThat(client.json("POST", "/api/v1/groups", "{\"name\":\"mine\",\"grants\":{\"all\":true}}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("an admin is no officer: asks for nothing, approves nothing")
        void admin() throws Exception {
            Client admin = test.with(Part.ADMIN);
            String csr = Keys.csr("www.lab.example.com");
            assertThat(admin.json("POST", CERTIFICATES, Bodies.issue("tls-server", csr))
                            .status())
                    .isEqualTo(403);
            long id = test.with(Part.ALICE)
                    .json("POST", CERTIFICATES, Bodies.issue("careful", csr))
                    .json()
                    .at("/request/id")
                    .longValue();
            assertThat(admin.json("POST", "/api/v1/requests/" + id + "/approval", "{}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("a change of rights stands in the journal with before and after")
        void audited() throws Exception {
            Client admin = test.with(Part.ADMIN);
            admin.json("POST", "/api/v1/groups", "{\"name\":\"esc4\",\"grants\":{\"dnsSuffixes\":[\"corp.example\"]}}");
            admin.json("PATCH", "/api/v1/users/bob", "{\"groups\":[\"esc4\"]}");
            var records = test.stores.journal().records();
            var last = records.get(records.size() - 1);
            assertThat(last.actor()).isEqualTo("admin");
            assertThat(((AccountSaved) last.event()).what()).isEqualTo("groups none -> esc4");
            admin.json("PATCH", "/api/v1/users/bob", "{\"groups\":[]}");
        }
    }

    @Nested
    @DisplayName("ESC8, ESC11: relaying NTLM to HTTP or RPC enrolment")
    class Esc8And11 {
        @ParameterizedTest
        @ValueSource(
                strings = {"NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAA=", "Negotiate YII=", "Basic YWxpY2U6eA=="})
        @DisplayName("there is nothing to relay to: no such scheme is offered or taken")
        void schemes(String authorization) throws Exception {
            Answer answer = test.client()
                    .header("Authorization", authorization)
                    .json("POST", CERTIFICATES, Bodies.issue("tls-server", "x"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).doesNotContainIgnoringCase("ntlm", "negotiate", "basic");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/certsrv/certfnsh.asp", "/certsrv/", "/ADPolicyProvider_CEP_Kerberos/service.svc"})
        @DisplayName("no enrolment page of Windows is here, and none at all over plain HTTP")
        void paths(String path) throws Exception {
            assertThat(test.client().get(path).status()).isEqualTo(404);
            Client plain = test.with(Part.ALICE).at(test.server().plainUri());
            assertThat(plain.get(path).status()).isEqualTo(404);
            assertThat(plain.json("POST", CERTIFICATES, Bodies.issue("tls-server", "x"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    @DisplayName("ESC9, ESC10, ESC14, ESC16: weak mapping of certificates to accounts")
    class Esc9And10And14And16 {
        @Test
        @DisplayName("the same subject, names and serial from another CA sign nobody in")
        void copy() throws Exception {
            KeyPair pair = Keys.pair();
            Answer issued = test.with(Part.ALICE)
                    .json("POST", CERTIFICATES, Bodies.issue("tls-client", Keys.csr(pair, "laptop.lab.example.com")));
            assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
            var now = test.clock.instant();
            SampleAuthority twin = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, now);
            EncodedCertificate forged = twin.sign(
                    "laptop.lab.example.com",
                    new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1))),
                    Der.copyOf(pair.getPublic().getEncoded()));
            Client client = new Client(test.server(), Keys.client(Keys.store(pair.getPrivate(), forged.toJca())));
            assertThat(client.get("/api/v1/account").status()).isEqualTo(401);
        }

        @Test
        @DisplayName("a server's certificate does not act for whoever asked for it")
        void otherPurpose() throws Exception {
            KeyPair pair = Keys.pair();
            Answer issued = test.with(Part.ALICE)
                    .json("POST", CERTIFICATES, Bodies.issue("tls-server", Keys.csr(pair, "www.lab.example.com")));
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            issued.json().get("certificate").stringValue().getBytes(StandardCharsets.US_ASCII)));
            Client client = new Client(test.server(), Keys.client(Keys.store(pair.getPrivate(), certificate)));
            assertThat(client.get("/api/v1/account").status()).isEqualTo(401);
        }
    }

    @Nested
    @DisplayName("ESC17: server certificates for any name")
    class Esc17 {
        @Test
        @DisplayName("a crown name needs two officers by the API and on the pages' queue, and says how far it is")
        void twoOfficers() throws Exception {
            Answer asked = test.with(Part.OFFICER)
                    .json("POST", CERTIFICATES, Bodies.issue("tls-server", Keys.csr("wsus.crown.lab.example.com")));
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.text()).contains("crown name", "two different officers");
            String path = "/api/v1/requests/" + asked.json().at("/request/id").longValue();

            NewAccount olga = new NewAccount("olga", "", Set.of(Role.OFFICER), NameGrants.nothing(), false);
            test.web.users().create(test.manageUsers(), olga);
            Client second = test.client().bearer(test.people.token(test.web.users(), test.manageUsers(), "olga"));
            assertThat(test.with(Part.OFFICER)
                            .json("POST", path + "/approval", "{}")
                            .status())
                    .isEqualTo(403);
            Answer first = second.json("POST", path + "/approval", "{\"comment\":\"seen\"}");
            assertThat(first.status()).isEqualTo(202);
            assertThat(first.text()).contains("One of two officers has approved: olga");
            assertThat(second.json("POST", path + "/approval", "{}").status()).isEqualTo(422);
            assertThat(second.get(path).json().at("/agreements/0/by").stringValue())
                    .isEqualTo("olga");
            assertThat(second.get(path).json().at("/state").stringValue()).isEqualTo("pending");
        }

        @Test
        @DisplayName("and the requester is told before they ask")
        void told() throws Exception {
            Answer account = test.with(Part.ALICE).get("/api/v1/account");
            assertThat(account.json().at("/mayRequest/crownNames/0").stringValue())
                    .isEqualTo("wsus.crown.lab.example.com");
            assertThat(account.json().at("/mayRequest/names").stringValue()).contains("lab.example.com");
            assertThat(test.with(Part.ADMIN).get("/api/v1/account").json().has("mayRequest"))
                    .isFalse();
        }
    }
}
