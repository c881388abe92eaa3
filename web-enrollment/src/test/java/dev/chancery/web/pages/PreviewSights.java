package dev.chancery.web.pages;

import dev.chancery.core.access.Role;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.roles.TopologyJson;
import dev.chancery.web.roles.TopologyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every page of the preview, and the states in which pages look different. */
final class PreviewSights {
    private static final Map<String, String> SINGLES = Map.of(
            "/users/{name}", "/users/network",
            "/groups/{name}", "/groups/web",
            "/profiles/{name}", "/profiles/tls-server",
            "/profiles/{name}/edit", "/profiles/tls-server/edit",
            "/profiles/{name}/versions/{version}", "/profiles/tls-server/versions/2");

    private static final String TABLE = """
            role,fqdn,servers,names
            sip-domain,lab.contoso.com
            front,pool.lab.contoso.com,fe01.lab.contoso.com fe02.lab.contoso.com,outside=web.lab.contoso.com
            """;

    private final SampleHouse house;
    private final Browser browser;
    private final List<Sight> all = new ArrayList<>();
    private final String serial;
    private final String csr = Pem.encode("CERTIFICATE REQUEST", SampleCa.csr("fe01.lab.contoso.com"));

    private PreviewSights(SampleHouse house) {
        this.house = house;
        this.browser = Browser.of(house, SampleHouse.person("admin", Role.values()));
        this.serial = newest(Optional.of(Status.VALID), "web01");
    }

    static List<Sight> of(SampleHouse house) {
        PreviewSights sights = new PreviewSights(house);
        sights.everyPage();
        sights.certificates();
        sights.requests();
        sights.people();
        sights.mistakes();
        sights.add("authorities-ca-crl-upload-offline", "/authorities/root/crl/upload");
        return List.copyOf(sights.all);
    }

    /** What somebody gets to see. */
    static Reply visit(SampleHouse house, Sight sight) {
        Browser eyes = sight.as().equals("nobody")
                ? Browser.ofNobody(house)
                : Browser.of(house, SampleHouse.person("admin", Role.values()));
        return sight.sends()
                ? eyes.post(sight.path(), "csrf=" + Browser.CSRF + "&" + sight.urlEncoded())
                : eyes.get(sight.path());
    }

    /** Of everything that can be asked for, pages and files. */
    static List<String> addresses(SampleHouse house) {
        PreviewSights sights = new PreviewSights(house);
        return house.pages.routes().stream()
                .filter(route -> route.method() == Method.GET && route.door() == Door.PAGE)
                .map(route -> route.path().toString())
                .filter(template -> !template.startsWith("/assets/"))
                .map(sights::filled)
                .distinct()
                .toList();
    }

    /** The routes are asked, so that no page can be forgotten; what has an ending is a file. */
    private void everyPage() {
        for (Route route : house.pages.routes()) {
            String template = route.path().toString();
            boolean file = template.startsWith("/assets/") || template.matches(".*\\.[a-z0-9]+");
            if (route.method() == Method.GET && route.door() == Door.PAGE && !file) {
                Reply reply = browser.get(filled(template));
                if (reply.status() >= 400) {
                    throw new IllegalStateException(filled(template) + " answers " + reply.status());
                }
                if (reply.status() == 200
                        && reply.header("Content-Type").orElse("").startsWith("text/html")) {
                    all.add(Sight.of(name(template), filled(template)));
                }
            }
        }
    }

    private static String name(String template) {
        return template.equals("/")
                ? "trust"
                : template.substring(1).replaceAll("\\{(\\w+)}", "$1").replace('/', '-');
    }

    private String filled(String template) {
        return SINGLES.getOrDefault(template, template)
                .replace("{serial}", serial)
                .replace("{id}", "1")
                .replace("{ca}", "issuing")
                .replace("{number}", "128")
                .replace("{sequence}", "3")
                .replace("{version}", "0")
                .replace("{file}", "none");
    }

    private CertificateRecord record(Optional<Status> status, String search) {
        return house.stores
                .ledger()
                .search(new CertificateQuery(
                        Optional.of(search),
                        status,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SampleHouse.NOW,
                        1,
                        Optional.empty()))
                .certificates()
                .get(0);
    }

    private String newest(Optional<Status> status, String search) {
        return record(status, search).certificate().serial().hex();
    }

    private void add(String name, String path) {
        all.add(Sight.of(name, path));
    }

    private void certificates() {
        String revoked = newest(Optional.of(Status.REVOKED), "old-proxy");
        add("certificate-revoked", "/certificates/" + revoked);
        add("certificate-held", "/certificates/" + newest(Optional.of(Status.HELD), "sql02"));
        add("certificate-expired", "/certificates/" + newest(Optional.of(Status.EXPIRED), "demo"));
        for (String target : List.of("windows", "skype", "java", "haproxy", "nginx", "file")) {
            add("issued-" + target, "/certificates/" + serial + "?issued=yes&key=csr&target=" + target);
        }
        add("certificate-own-key", "/certificates/" + serial + "?key=browser");
        add("certificates-none", "/certificates?search=nowhere.at.all");
        add("certificates-narrowed", "/certificates?filter=valid&profile=tls-server&ends=30&search=lab");
        add("certificates-revoking", "/certificates/revocation?serial=" + serial + "&serial=" + revoked);
    }

    private void requests() {
        add("request-like", "/request?like=" + serial);
        for (int id = 2; id <= 4; id++) {
            add("request-waiting-" + id, "/requests/" + id);
        }
        add("request-denied", "/requests/5");
        all.add(Sight.of("request-own", "/requests/1?sent=yes").as("requester"));
        all.add(Sight.of("requests-own", "/requests").as("requester"));
        all.add(Sight.of("request-browser-key", "/request/check")
                .sending(
                        "profile", "tls-server",
                        "names", "www.lab.contoso.com\nold_host.lab.contoso.com",
                        "key", "browser",
                        "edited", "yes"));
        all.add(Sight.of("request-server-key", "/request/check")
                .sending("profile", "tls-server", "names", "www.lab.contoso.com", "key", "server", "edited", "yes"));
        all.add(Sight.of("topology-plan", "/topology").sending("pasted", TABLE));
        all.add(Sight.of("topology-result", "/topology/requests")
                .sending(
                        "form",
                        "0a",
                        "topology",
                        TopologyJson.text(TopologyReader.text(TABLE)),
                        "csr-0",
                        csr,
                        "csr-1",
                        "nothing of the kind"));
    }

    private void people() {
        for (String role : List.of("requester", "officer", "auditor", "admin")) {
            all.add(Sight.of("overview-" + role, "/overview").as(role));
        }
        all.add(Sight.of("trust-stranger", "/").as("nobody"));
        all.add(Sight.of("sign-in", "/sign-in").as("nobody"));
        all.add(Sight.of("sign-in-failed", "/sign-in").as("nobody").sending("name", "network", "password", "wrong"));
        all.add(Sight.of("account-token", "/account/tokens").sending("label", "Ansible", "days", "90"));
        add("user-admin", "/users/admin");
    }

    private void mistakes() {
        String pem = Pem.encode(
                "CERTIFICATE",
                record(Optional.empty(), "old-proxy").certificate().der());
        add("not-found", "/certificates/" + "0".repeat(32));
        all.add(Sight.of("judged", "/rules/judge").sending("text", pem, "profile", "tls-server"));
        all.add(Sight.of("judged-nothing", "/rules/judge").sending("text", "nothing", "profile", ""));
        all.add(Sight.of("request-mistakes", "/request")
                .sending("profile", "tls-server", "names", "bad_name.example", "csr", "x", "key", "csr"));
        all.add(Sight.of("users-mistake", "/users").sending("name", "No Name!", "displayName", "x"));
        all.add(Sight.of("groups-mistake", "/groups")
                .sending("name", "", "description", "x", "suffixes", "not a name"));
        all.add(Sight.of("user-mistake", "/users/network").sending("displayName", "x", "suffixes", "not a name"));
        all.add(Sight.of("group-mistake", "/groups/web").sending("description", "x", "suffixes", "not a name"));
        all.add(Sight.of("certificates-revoking-mistake", "/certificates/revocation")
                .sending("serials", serial, "reason", "none"));
        all.add(Sight.of("password-mistake", "/password")
                .sending("current", "x", "password", "one", "repeated", "other"));
        all.add(Sight.of("denial-mistake", "/requests/1/denial").sending("comment", ""));
        all.add(Sight.of("revocation-mistake", "/certificates/" + serial + "/revocation")
                .sending("reason", "none", "since", "yesterday"));
        all.add(Sight.of("addresses-mistake", "/authorities/issuing/addresses")
                .sending("crl", "ftp://x", "ocsp", "nowhere", "caIssuers", "", "step", "preview"));
        var editor = house.editor.editor;
        String changed = editor.language()
                .with(editor.text("tls-server").orElseThrow(), Map.of("title", "A server, whatever it does"));
        all.add(Sight.of("profile-preview", "/profiles/tls-server/edit").sending("text", changed, "version", "3"));
        all.add(Sight.of("profile-mistake", "/new-profile").sending("text", "name: X\ncolour: red\n", "step", "check"));
    }
}
