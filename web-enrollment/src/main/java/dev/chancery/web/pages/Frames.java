package dev.chancery.web.pages;

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
        NONE,
        OVERVIEW,
        REQUEST,
        CERTIFICATES,
        REQUESTS,
        AUTHORITIES,
        PROFILES,
        USERS,
        JOURNAL
    }

    Frame of(Exchange exchange, String title, Section section) {
        return of(exchange.head(), exchange.visitor(), title, section);
    }

    Frame of(RequestHead head, Visitor visitor, String title, Section section) {
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
                assets);
    }

    private List<Link> links(Requester who, Section section) {
        List<Link> links = new ArrayList<>();
        links.add(link("Overview", "/overview", section == Section.OVERVIEW, 0));
        if (may(who, Permission.REQUEST_CERTIFICATE)) {
            links.add(link("Request", "/request", section == Section.REQUEST, 0));
        }
        links.add(link("Certificates", "/certificates", section == Section.CERTIFICATES, 0));
        if (may(who, Permission.DECIDE_REQUEST)) {
            links.add(link("Approvals", "/requests", section == Section.REQUESTS, requests.pending(Optional.empty())));
        } else if (may(who, Permission.READ_REQUEST) || who.has(Role.REQUESTER)) {
            links.add(link("Requests", "/requests", section == Section.REQUESTS, 0));
        }
        links.add(link("Authorities", "/authorities", section == Section.AUTHORITIES, 0));
        if (may(who, Permission.MANAGE_PROFILES) || may(who, Permission.READ_JOURNAL)) {
            links.add(link("Profiles", "/profiles", section == Section.PROFILES, 0));
        }
        if (may(who, Permission.READ_USERS)) {
            links.add(link("Users", "/users", section == Section.USERS, 0));
        }
        if (may(who, Permission.READ_JOURNAL)) {
            links.add(link("Journal", "/journal", section == Section.JOURNAL, 0));
        }
        return links;
    }

    private static Link link(String label, String path, boolean current, long waiting) {
        return new Link(label, path, current, waiting);
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
