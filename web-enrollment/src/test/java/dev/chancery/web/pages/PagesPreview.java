package dev.chancery.web.pages;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.crl.CrlFetcher;
import dev.chancery.web.crl.PublicationTarget;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Gate;
import dev.chancery.web.http.Incidents;
import dev.chancery.web.http.JettyHandler;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Router;
import dev.chancery.web.http.Turns;
import dev.chancery.web.http.Visitor;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Shows the pages with invented data, to look at while working on templates and the style sheet. Everybody is let in: as
 * somebody with every role, or as the header {@code X-As} says (role names, or {@code nobody}).
 */
public final class PagesPreview implements AutoCloseable {
    private static final NameGrants LAB =
            new NameGrants(List.of(), List.of("lab.contoso.com"), false, List.of("10.0.0.0/8"), false);
    private static final NameGrants WEB = new NameGrants(List.of(), List.of("web.contoso.com"), true, List.of(), false);

    private final SampleHouse house;
    private final Server server;

    private PagesPreview(SampleHouse house, Server server) {
        this.house = house;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        PagesPreview preview = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090);
        System.out.println(preview.uri("/overview"));
        preview.server.join();
    }

    /** @param port of loopback; 0 for any */
    public static PagesPreview start(int port) throws Exception {
        SampleHouse house = furnished();
        crowd(house);
        return serve(house, port);
    }

    /** In which every text that people leave behind is one of these. */
    public static PagesPreview infested(List<String> payloads) throws Exception {
        SampleHouse house = new SampleHouse();
        InfestedHouse.infest(house, payloads);
        return serve(house, 0);
    }

    private static PagesPreview serve(SampleHouse house, int port) throws Exception {
        Router router = new Router(
                house.pages.routes(), new OpenGate(), house.pages.problems(), new Incidents(new SecureRandom()));
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setHandler(new JettyHandler(router, Duration.ofSeconds(10), new Turns(16, 64)));
        server.start();
        return new PagesPreview(house, server);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + path);
    }

    /** What there is to look at. */
    public List<Sight> sights() {
        return PreviewSights.of(house);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /** Enough for pictures and pages: some days on which many end, most with few. */
    private static void crowd(SampleHouse house) {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 260; i++) {
            int end = random.nextInt(4) == 0 ? 40 + 60 * random.nextInt(5) : 5 + random.nextInt(380);
            house.clock.set(SampleHouse.days(-random.nextInt(360)));
            house.issue(
                    List.of("network", "messaging", "database").get(random.nextInt(3)),
                    List.of("tls-server", "tls-server-client", "edge-external").get(random.nextInt(3)),
                    SampleHouse.days(-30),
                    SampleHouse.days(end),
                    "host%03d.lab.contoso.com".formatted(i));
        }
        house.clock.set(SampleHouse.NOW);
    }

    /** One was changed twice and one was removed, and a file has a mistake. */
    private static void profiles(SampleHouse house) {
        Permit permit = Permits.of(SampleHouse.person("admin", Role.ADMIN), Permission.MANAGE_PROFILES);
        var editor = house.editor.editor;
        String shorter =
                editor.language().with(editor.text("tls-server").orElseThrow(), Map.of("validity.maximum", "398 days"));
        editor.save(permit, new ProfileChange("tls-server", shorter, 1, "Browsers refuse longer ones"));
        String titled = editor.language().with(shorter, Map.of("title", "Web or application server"));
        editor.save(permit, new ProfileChange("tls-server", titled, 2, ""));
        editor.save(permit, new ProfileChange("old-kind", "name: old-kind\ntitle: An old kind\n", 0, "For a trial"));
        editor.remove(permit, "old-kind", 1, "The trial is over");
        house.editor.folder.put("edge-external", Optional.of("name: edge-external\ncolour: red\n"));
        editor.reload(permit);
    }

    private static void watch(SampleWatch watch) {
        watch.put("issuing", SampleWatch.seen(SampleHouse.days(0)));
        watch.firstListing(126);
        watch.fetched(fetched("192.0.2.10", 128), fetched("192.0.2.11", 125), fetched("2001:db8::5", 126));
        watch.targets(
                new PublicationTarget(
                        "dmz",
                        "directory /srv/www/pki",
                        Optional.of(SampleHouse.days(0)),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                new PublicationTarget(
                        "web",
                        "PUT to https://www.example.com/pki/",
                        Optional.of(SampleHouse.days(-1)),
                        Optional.of(SampleHouse.days(0)),
                        Optional.of("www.example.com answered the PUT of issuing.crl with status 401: it wants a user"
                                + " and a password"),
                        2));
    }

    private static CrlFetcher fetched(String client, long number) {
        return new CrlFetcher(
                client,
                Optional.of(new CrlFetcher.List(
                        new CrlNumber(BigInteger.valueOf(number)), SampleHouse.days(-1), SampleHouse.days(6))),
                3,
                Optional.empty(),
                0);
    }

    private static void revocationLists(SampleHouse house, SerialNumber proxy) {
        Certificates none = new Certificates(0, List.of());
        List<SerialNumber> strangers = IntStream.range(0, 20)
                .mapToObj(i -> SerialNumber.parse("4f0c9a31000000000000000000000%03x".formatted(i)))
                .toList();
        house.crl("issuing", 100, SampleHouse.days(-400), 9, 0, none, none);
        for (int number = 101; number < 125; number++) {
            house.crl("issuing", number, SampleHouse.days(number - 140), 9, number - 1, none, none);
        }
        house.crlFilesRemoved(100);
        house.crl("issuing", 125, SampleHouse.days(-13), 34, 124, new Certificates(25, strangers), none);
        house.crl("issuing", 126, SampleHouse.days(-12), 35, 125, new Certificates(1, List.of(proxy)), none);
        house.crl("issuing", 128, SampleHouse.days(0), 17, 126, none, new Certificates(18, strangers.subList(0, 18)));
        house.crl("issuing/delta", 128, SampleHouse.days(0), 1, 0, none, none);
        for (int number = 101; number <= 128; number++) {
            house.crls.file("issuing", number);
        }
        house.crls.file("issuing-delta", 128);
    }

    static SampleHouse furnished() {
        SampleHouse house = new SampleHouse();
        Issuer root = house.issuers.find("root").orElseThrow();
        house.issuers.replace(
                Issuer.offline(root.name(), root.certificate(), root.chain(), root.addresses(), root.keyIndex()));
        house.group("web", "Web servers of the lab", List.of("web.contoso.com"));
        house.account("admin", "Administrator", NameGrants.everything(), Role.ADMIN);
        house.account("network", "Network team", LAB, Role.REQUESTER);
        house.account("messaging", "Messaging team", NameGrants.nothing(), Role.REQUESTER, Role.OFFICER);
        house.issue("network", "tls-server", SampleHouse.days(-380), SampleHouse.days(-13), "demo.lab.contoso.com");
        var proxy = house.issue(
                "messaging",
                "tls-server",
                SampleHouse.days(-200),
                SampleHouse.days(99),
                "old-proxy.contoso.com",
                "meet.contoso.com",
                "dialin.contoso.com",
                "lyncdiscover.contoso.com",
                "web.contoso.com",
                "owas.contoso.com");
        house.revoke(proxy, RevocationReason.KEY_COMPROMISE, SampleHouse.days(-12));
        revocationLists(house, proxy.serial());
        var held = house.issue(
                "database", "tls-server", SampleHouse.days(-80), SampleHouse.days(285), "sql02.lab.contoso.com");
        house.revoke(held, RevocationReason.CERTIFICATE_HOLD, SampleHouse.days(-1));
        house.issue(
                "messaging",
                "tls-server-client",
                SampleHouse.days(-80),
                SampleHouse.days(285),
                "eepool.contoso.com",
                "ee01.contoso.com",
                "sip.contoso.com");
        house.issue(
                "messaging",
                "edge-external",
                SampleHouse.days(-340),
                SampleHouse.days(22),
                "sip.contoso.com",
                "webcon.contoso.com",
                "sip.fabrikam.com");
        house.issue(
                "network",
                "tls-server",
                SampleHouse.days(-1),
                SampleHouse.days(364),
                "web01.lab.contoso.com",
                "www.lab.contoso.com",
                "10.1.2.3");
        house.ask(
                "network",
                "tls-server",
                List.of("\"www.contoso.com\" is outside the grant of network (lab.contoso.com and names below it;"
                        + " 10.0.0.0/8)."),
                "www.contoso.com",
                "web01.lab.contoso.com");
        house.ask(
                "network",
                "tls-server",
                List.of("\"*.contoso.com\" is outside the grant of network (lab.contoso.com and names below it;"
                        + " 10.0.0.0/8)."),
                "*.contoso.com");
        house.ask(
                "database",
                "edge-external",
                List.of("An officer approves every certificate of the profile edge-external."),
                "sip.contoso.com");
        house.ask(
                "network",
                "tls-server",
                List.of("\"wsus.lab.contoso.com\" falls under the crown name wsus.lab.contoso.com: two different"
                        + " officers have to approve it, whoever asks."),
                "wsus.lab.contoso.com");
        long denied = house.ask("network", "tls-server", List.of(), "mail.contoso.com");
        house.stores
                .journal()
                .record(
                        SampleHouse.person("messaging", Role.OFFICER),
                        new JournalEvent.RequestDenied(denied, "Mail has a certificate of its own until March."));
        profiles(house);
        watch(house.watch);
        return house;
    }

    /** Lets everybody in. */
    private static final class OpenGate implements Gate {
        private final Authorization authorization = new Authorization(new AccessPolicy());

        @Override
        public Admission admit(Exchange exchange, Route route) {
            String as = exchange.head().header("X-As").orElse("admin officer auditor requester");
            if (as.equals("nobody")) {
                return new Admission.Admitted(exchange);
            }
            EnumSet<Role> roles = EnumSet.noneOf(Role.class);
            for (String role : as.split(" ")) {
                Role.named(role).ifPresent(roles::add);
            }
            Requester requester = new Requester(
                    roles.size() == 1 ? "network" : "admin",
                    roles,
                    roles.size() == 1
                            ? new HeldGrants(LAB, List.of(new Group("web", "", WEB)))
                            : HeldGrants.of(NameGrants.everything()),
                    "password");
            Visitor visitor = new Visitor(
                    Optional.of(requester),
                    Optional.of(new Visitor.BrowserSession("preview", SampleHouse.days(1), false)));
            Optional<Permit> permit = Optional.empty();
            if (route.access().kind() == Access.Kind.NEEDS) {
                permit = Optional.of(authorization.require(
                        requester, route.access().permission().orElseThrow(), AccessObject.any()));
            }
            return new Admission.Admitted(exchange.as(visitor, permit));
        }
    }
}
