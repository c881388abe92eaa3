package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.BrowserDoor;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Visitor;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.Frame.AssetLinks;
import dev.chancery.web.pages.view.Frame.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Makes what surrounds a page: the navigation holds what the visitor may do, and nothing else. */
final class Frames {
    private final Authorization authorization;
    private final RequestQueue requests;
    private final AssetLinks assets;
    private final IntSupplier httpsPort;

    Frames(Authorization authorization, RequestQueue requests, AssetLinks assets, IntSupplier httpsPort) {
        this.authorization = authorization;
        this.requests = requests;
        this.assets = assets;
        this.httpsPort = httpsPort;
    }

    /** A page's place in the navigation. */
    enum Section {
        NONE("/"),
        OVERVIEW("/overview"),
        REQUEST("/request"),
        CERTIFICATES("/certificates"),
        REQUESTS("/requests"),
        AUTHORITIES("/authorities"),
        PROFILES("/profiles"),
        USERS("/users"),
        JOURNAL("/journal");

        private final String path;

        Section(String path) {
            this.path = path;
        }
    }

    Frame of(Exchange exchange, String title, Section section) {
        return of(exchange.head(), exchange.visitor(), title, section, true);
    }

    /** For what stands at no address of its own. */
    Frame of(RequestHead head, Visitor visitor, String title) {
        return of(head, visitor, title, Section.NONE, false);
    }

    private Frame of(RequestHead head, Visitor visitor, String title, Section section, boolean addressed) {
        Optional<Requester> requester = visitor.requester();
        boolean bound = visitor.session()
                .filter(Visitor.BrowserSession::mustChangePassword)
                .isPresent();
        return new Frame(
                title,
                requester.filter(who -> !bound).map(who -> links(who, section)).orElse(List.of()),
                requester.map(Requester::name).orElse(""),
                visitor.session().map(Visitor.BrowserSession::csrfToken).orElse(""),
                head.path().equals(BrowserDoor.SIGN_IN) ? "" : signIn(head),
                LanguageChoice.links(head, addressed && head.method().equals("GET") ? head.path() : section.path),
                head.method().equals("POST"),
                assets);
    }

    private List<Link> links(Requester who, Section section) {
        List<Link> links = new ArrayList<>();
        add(links, section, Section.OVERVIEW, "layout.menu.overview", 0);
        if (may(who, Permission.REQUEST_CERTIFICATE)) {
            add(links, section, Section.REQUEST, "layout.menu.request", 0);
        }
        add(links, section, Section.CERTIFICATES, "layout.menu.certificates", 0);
        if (may(who, Permission.DECIDE_REQUEST)) {
            add(links, section, Section.REQUESTS, "layout.menu.approvals", requests.pending(Optional.empty()));
        } else if (may(who, Permission.READ_REQUEST) || who.has(Role.REQUESTER)) {
            add(links, section, Section.REQUESTS, "layout.menu.requests", 0);
        }
        add(links, section, Section.AUTHORITIES, "layout.menu.authorities", 0);
        if (may(who, Permission.MANAGE_PROFILES) || may(who, Permission.READ_JOURNAL)) {
            add(links, section, Section.PROFILES, "layout.menu.profiles", 0);
        }
        if (may(who, Permission.READ_USERS)) {
            add(links, section, Section.USERS, "layout.menu.users", 0);
        }
        if (may(who, Permission.READ_JOURNAL)) {
            add(links, section, Section.JOURNAL, "layout.menu.journal", 0);
        }
        return links;
    }

    private static void add(List<Link> links, Section here, Section section, String label, long waiting) {
        links.add(new Link(plain(label), section.path, here == section, waiting));
    }

    private boolean may(Requester who, Permission permission) {
        return authorization.allows(who, permission, AccessObject.any());
    }

    /** On plain HTTP the way to sign in leads to the HTTPS port of the same host. */
    private String signIn(RequestHead head) {
        return secure(head, BrowserDoor.SIGN_IN);
    }

    /** Where that path is over HTTPS: itself when the visitor is there, else on the same host; empty when nobody can say. */
    String secure(RequestHead head, String path) {
        if (head.secure()) {
            return path;
        }
        int port = httpsPort.getAsInt();
        String host = head.origin().replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
        boolean plain = host.matches("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
        return port == 0 || !plain ? "" : "https://" + host + (port == 443 ? "" : ":" + port) + path;
    }
}
