package dev.chancery.web;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.auth.AccountChange;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** Every kind of caller of the access matrix, and a good request of each one to each endpoint. */
final class Callers implements AutoCloseable {
    private final TestWeb test = new TestWeb();
    private final Client certificate;
    private final Client revoked;
    private final String disabled;
    private final String readSerial;
    private final long readRequest;
    private int used;

    private static final String ADDRESSES = """
        {"crlAddresses": ["http://ca.example.com/crl/issuing.crl"],
         "caIssuersAddresses": ["http://ca.example.com/ca/issuing.crt"], "ocspAddresses": []}\
        """;

    Callers() throws Exception {
        certificate = withCertificate(false);
        revoked = withCertificate(true);
        disabled = disabledToken();
        readSerial = certificate(false);
        readRequest = request();
        test.with(People.Part.OFFICER).json("POST", "/api/v1/authorities/issuing/crl", "");
    }

    private String disabledToken() {
        Permit permit = test.manageUsers();
        NewAccount officer = new NewAccount("gone", "", Set.of(Role.OFFICER), NameGrants.everything(), false);
        test.web.users().create(permit, officer);
        String token = test.people.token(test.web.users(), permit, "gone");
        AccountChange disable =
                new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
        test.web.users().change(permit, "gone", disable);
        return token;
    }

    TestWeb test() {
        return test;
    }

    Answer send(String label, String caller) throws Exception {
        used++;
        String[] parts = label.split(" ", 2);
        String path = fill(parts[1], label.startsWith("GET"));
        Client client = client(caller);
        return label.startsWith("GET") || label.startsWith("DELETE")
                ? client.send(parts[0], conditional(label, path), "", new byte[0])
                : client.json(parts[0], path, body(parts[1]));
    }

    /** Names a version that there is not, so that nothing is removed. */
    private static String conditional(String label, String path) {
        return label.equals("DELETE /api/v1/profiles/{name}") ? path + "?version=99" : path;
    }

    private Client client(String caller) throws Exception {
        return switch (caller) {
            case "anonymous" -> test.client();
            case "plain http" -> test.with(People.Part.OFFICER).at(test.server().plainUri());
            case "cookie" -> test.client().header("Cookie", "__Host-chancery=" + "a".repeat(43));
            case "wrong token" -> test.client().bearer("chy_" + "a".repeat(43));
            case "disabled" -> test.client().bearer(disabled);
            case "local admin" -> test.client().bearer(TestWeb.LOCAL_TOKEN);
            case "certificate" -> certificate;
            case "revoked certificate" -> revoked;
            case "forged" -> certificate.header("Origin", "https://evil.example");
            default -> test.with(People.Part.valueOf(caller.toUpperCase(java.util.Locale.ROOT)));
        };
    }

    /** Alice's, from the profile for clients. */
    private Client withCertificate(boolean thenRevoked) throws Exception {
        KeyPair pair = Keys.pair();
        String csr = Keys.csr(pair, "laptop.lab.example.com");
        Answer issued =
                test.with(People.Part.ALICE).json("POST", "/api/v1/certificates", Bodies.issue("tls-client", csr));
        if (issued.status() != 201) {
            throw new AssertionError(issued.toString());
        }
        X509Certificate shown = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new java.io.ByteArrayInputStream(
                        issued.json().get("certificate").stringValue().getBytes(StandardCharsets.US_ASCII)));
        if (thenRevoked) {
            revoke(issued.json().get("serial").stringValue(), RevocationReason.SUPERSEDED);
        }
        return new Client(test.server(), Keys.client(Keys.store(pair.getPrivate(), shown)));
    }

    private void revoke(String serial, RevocationReason reason) {
        test.stores
                .journal()
                .record(
                        Requester.system(),
                        new JournalEvent.CertificateRevoked(
                                "issuing", SerialNumber.parse(serial), reason, test.clock.instant(), Optional.empty()));
    }

    /** A fresh object of Alice's for every call that may change it, so that none changes what the next one finds. */
    private String fill(String path, boolean onlyReads) throws Exception {
        String filled = path.replace("{ca}", "issuing").replace("{number}", "1").replace("{partition}", "1");
        if (filled.contains("{serial}")) {
            filled = filled.replace("{serial}", onlyReads ? readSerial : certificate(filled.endsWith("/revocation")));
        }
        if (filled.contains("{id}")) {
            filled = filled.replace("{id}", Long.toString(onlyReads ? readRequest : request()));
        }
        if (filled.contains("/groups/{name}")) {
            filled = filled.replace("{name}", onlyReads ? group("web") : group("web-" + used));
        }
        if (filled.contains("/profiles/{name}/versions/{version}")) {
            filled = filled.replace("{version}", "1");
        }
        if (filled.equals("/api/v1/profiles/{name}") && !onlyReads) {
            filled = filled.replace("{name}", "careful");
        }
        if (filled.contains("/users/{name}")) {
            filled = filled.replace("{name}", "bob");
        }
        if (filled.contains("/users/bob/tokens/{token}")) {
            filled = filled.replace("{token}", token("bob"));
        }
        return filled.replace("{name}", "tls-server").replace("{token}", "00000000");
    }

    private String certificate(boolean held) throws Exception {
        Answer issued = test.with(People.Part.ALICE)
                .json("POST", "/api/v1/certificates", Bodies.issue("tls-server", Keys.csr("web.lab.example.com")));
        String serial = issued.json().get("serial").stringValue();
        if (held) {
            revoke(serial, RevocationReason.CERTIFICATE_HOLD);
        }
        return serial;
    }

    private long request() throws Exception {
        return test.with(People.Part.ALICE)
                .json("POST", "/api/v1/certificates", Bodies.issue("careful", Keys.csr("web.lab.example.com")))
                .json()
                .get("request")
                .get("id")
                .longValue();
    }

    private String group(String name) {
        Group group = new Group(name, "", NameGrants.nothing());
        test.stores.accounts().save(group, Requester.system(), "made");
        return name;
    }

    private String token(String account) {
        return test.web
                .users()
                .addToken(test.manageUsers(), account, "to be removed", Optional.empty())
                .fold(
                        (changed, secret) -> changed.tokens()
                                .get(changed.tokens().size() - 1)
                                .id(),
                        reason -> reason,
                        refused -> refused.objection().message());
    }

    /** As it is in force. */
    private String profile() {
        return Json.object()
                .put("text", test.editor.editor.text("careful").orElseThrow())
                .put("version", 1)
                .toString();
    }

    private String body(String path) throws Exception {
        return switch (path) {
            case "/api/v1/certificates/revocations" ->
                "{\"reason\":\"superseded\",\"serials\":[\"" + certificate(false) + "\"]}";
            case "/api/v1/certificates" -> Bodies.issue("tls-server", Keys.csr("web.lab.example.com"));
            case "/api/v1/certificates/{serial}/revocation" -> "{\"reason\":\"keyCompromise\"}";
            case "/api/v1/authorities/{ca}/addresses" -> ADDRESSES;
            case "/api/v1/roles/plan" -> Bodies.TOPOLOGY;
            case "/api/v1/roles/requests" -> "{\"topology\":" + Bodies.TOPOLOGY + "}";
            case "/api/v1/users" -> "{\"name\":\"new-" + used + "\",\"roles\":[\"requester\"]}";
            case "/api/v1/groups" -> "{\"name\":\"new-" + used + "\"}";
            case "/api/v1/groups/{name}" -> "{\"description\":\"Web servers\"}";
            case "/api/v1/profiles/{name}" -> profile();
            case "/api/v1/profiles/{name}/check" -> "{\"text\":\"name: tls-server\"}";
            case "/api/v1/users/{name}" -> "{\"displayName\":\"Bob\"}";
            case "/api/v1/users/{name}/tokens", "/api/v1/account/tokens" -> "{\"label\":\"laptop\"}";
            default -> "";
        };
    }

    @Override
    public void close() {
        test.close();
    }
}
