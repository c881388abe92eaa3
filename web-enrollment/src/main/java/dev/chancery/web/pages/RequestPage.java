package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.KeyKinds;
import dev.chancery.web.pages.view.KeySource;
import dev.chancery.web.pages.view.Names;
import dev.chancery.web.pages.view.ProspectsView;
import dev.chancery.web.pages.view.RequestFormView;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The form that asks for a certificate, checked as often as somebody likes, then sent. */
final class RequestPage {
    private final Enrollment enrollment;
    private final RequestForms forms;
    private final FoundCertificates found;
    private final Handouts handouts;
    private final StandIns standIns;
    private final SecureRandom random;
    private final Frames frames;
    private final Templates templates;

    RequestPage(
            PageParts parts,
            RequestForms forms,
            FoundCertificates found,
            Handouts handouts,
            Frames frames,
            Templates templates) {
        this.enrollment = parts.enrollment();
        this.forms = forms;
        this.found = found;
        this.handouts = handouts;
        this.random = parts.random();
        this.standIns = new StandIns(random);
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access access = Access.needs(Permission.REQUEST_CERTIFICATE);
        return List.of(
                Route.page(Method.GET, "/request", access, this::open),
                Route.page(Method.POST, "/request/check", access, this::check),
                Route.page(Method.POST, "/request/certreq", access, this::certreq),
                SentForm.route("/request", access, this::send, this::check));
    }

    private Reply open(Exchange exchange) {
        byte[] token = new byte[12];
        random.nextBytes(token);
        String name = HexFormat.of().formatHex(token);
        RequestDraft draft = found.named(exchange, exchange.query().text("like").orElse(""))
                .map(certificate ->
                        RequestDraft.empty(name, certificate.profile()).wanting(Names.of(certificate.certificate())))
                .orElseGet(() -> asked(name, exchange));
        return show(exchange, 200, form(exchange, draft));
    }

    /** With what the address says: from a topology, or from a page of somebody's own. */
    private static RequestDraft asked(String token, Exchange exchange) {
        RequestDraft draft =
                RequestDraft.empty(token, exchange.query().text("profile").orElse(""));
        List<String> names = RequestDraft.split(exchange.query().text("names").orElse(""));
        return names.isEmpty() ? draft : draft.wanting(names);
    }

    private Reply check(Exchange exchange) {
        return show(exchange, 200, form(exchange, RequestDraft.of(exchange.form())));
    }

    /** A file for certreq of Windows, once the names are good. */
    private Reply certreq(Exchange exchange) {
        RequestDraft draft = RequestDraft.of(exchange.form());
        return chosen(exchange.requester(), draft)
                .flatMap(profile -> CertreqDraft.of(draft, profile))
                .map(text -> Reply.text(200, "application/octet-stream", text).asFile("request.inf"))
                .orElseGet(() -> missing(
                        exchange, draft, Objection.of("names-missing", "names", plain("request.certreq.names"))));
    }

    private Reply send(Exchange exchange) {
        RequestDraft draft = RequestDraft.of(exchange.form());
        if (draft.holdsPrivateKey()) {
            return show(exchange, 422, form(exchange, draft));
        }
        if (draft.key().source() == KeySource.SERVER) {
            return sendServerMade(exchange, draft);
        }
        if (!draft.hasCsr()) {
            return missing(exchange, draft, noCsr(draft));
        }
        String address = draft.key().inAddress();
        return enrollment
                .request(exchange.permit(), draft.toRequest())
                .fold(
                        issued -> Reply.seeOther(
                                "/certificates/" + issued.certificate().serial().hex() + "?issued=yes" + address),
                        refused -> refused(exchange, draft, refused),
                        awaiting -> Reply.seeOther("/requests/" + awaiting.request() + "?sent=yes" + address));
    }

    private static Objection noCsr(RequestDraft draft) {
        return draft.key().source() == KeySource.BROWSER
                ? Objection.of("csr-missing", "csr", plain("request.key.noScript"))
                : Objection.of("csr-missing", "csr", plain("request.csr.missing"));
    }

    /** The key is made only for a form that nothing objects to. */
    private Reply sendServerMade(Exchange exchange, RequestDraft draft) {
        Optional<CertificateProfile> profile = chosen(exchange.requester(), draft);
        if (profile.isEmpty()
                || !RequestForms.problem(draft.key(), profile.get()).isEmpty()) {
            return show(exchange, 422, form(exchange, draft));
        }
        RequestDraft complete = draft.withProfile(profile.get().name());
        Optional<Handouts.Password> password = handouts.password(exchange.form());
        if (password.isEmpty()) {
            return missing(
                    exchange,
                    complete,
                    Objection.of("password-unsuitable", Handouts.PASSWORD_FIELD, plain("request.key.password.wrong")));
        }
        Preview preview = preview(exchange, complete, profile.get());
        if (preview.grant().isEmpty()) {
            return show(exchange, 422, form(exchange, complete));
        }
        KeyAlgorithm algorithm = algorithm(complete, profile.get()).orElseThrow();
        return handouts.hand(
                exchange,
                new Handouts.Order(complete, profile.get(), algorithm, password.get()),
                refused -> refused(exchange, complete, refused));
    }

    /** The form again, because of something that only sending it needs. */
    private Reply missing(Exchange exchange, RequestDraft draft, Objection objection) {
        Optional<CertificateProfile> profile = chosen(exchange.requester(), draft);
        if (profile.isEmpty()) {
            return show(exchange, 422, form(exchange, draft));
        }
        Preview preview = Preview.objected(Optional.empty(), List.of(objection));
        return show(exchange, 422, forms.judged(frame(exchange), draft, exchange.requester(), profile.get(), preview));
    }

    /** What only the signing path objects to is not in the preview, so it is shown as the core said it. */
    private Reply refused(Exchange exchange, RequestDraft draft, IssuanceOutcome.Refused refused) {
        Optional<CertificateProfile> profile = chosen(exchange.requester(), draft);
        if (profile.isEmpty()) {
            return show(exchange, 422, form(exchange, draft));
        }
        Preview preview = preview(exchange, draft, profile.get());
        return show(
                exchange,
                refused.malformed() ? 400 : 422,
                forms.judged(
                        frame(exchange),
                        draft,
                        exchange.requester(),
                        profile.get(),
                        Preview.objected(preview.request(), refused.objections())));
    }

    private RequestFormView form(Exchange exchange, RequestDraft draft) {
        Requester requester = exchange.requester();
        Optional<CertificateProfile> profile = chosen(requester, draft);
        if (profile.isEmpty()) {
            return forms.none(frame(exchange), draft);
        }
        RequestDraft complete = draft.withProfile(profile.get().name());
        if (complete.holdsPrivateKey() || !judgeable(complete, profile.get())) {
            List<String> foreseen = enrollment.foresee(exchange.permit(), complete.requestedNames());
            return forms.unfinished(
                    frame(exchange), complete, requester, profile.get(), complete.holdsPrivateKey(), foreseen);
        }
        return forms.judged(
                frame(exchange), complete, requester, profile.get(), preview(exchange, complete, profile.get()));
    }

    /** Whether there is enough to judge: a CSR, or names for a key that is still to be made. */
    private static boolean judgeable(RequestDraft draft, CertificateProfile profile) {
        if (draft.key().source() == KeySource.CSR) {
            return draft.hasCsr();
        }
        boolean named = !draft.names().isEmpty() || profile.names().kinds().isEmpty();
        return named && algorithm(draft, profile).isPresent();
    }

    /** Where the key is still to be made, with another one of its kind. */
    private Preview preview(Exchange exchange, RequestDraft draft, CertificateProfile profile) {
        Optional<KeyAlgorithm> algorithm = algorithm(draft, profile);
        boolean toBeMade = draft.key().source() == KeySource.SERVER
                || draft.key().source() == KeySource.BROWSER && !draft.hasCsr();
        RequestDraft judged = toBeMade && algorithm.isPresent() ? draft.signedBy(standIns.of(algorithm.get())) : draft;
        return enrollment.preview(exchange.permit(), judged.toRequest());
    }

    private static Optional<KeyAlgorithm> algorithm(RequestDraft draft, CertificateProfile profile) {
        return KeyKinds.chosen(profile.key(), draft.key().algorithm());
    }

    /** The profile that was chosen, else the first that this requester may use. */
    private Optional<CertificateProfile> chosen(Requester requester, RequestDraft draft) {
        List<CertificateProfile> usable = forms.usable(requester);
        return usable.stream()
                .filter(profile -> profile.name().equals(draft.profile()))
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    private Frame frame(Exchange exchange) {
        return frames.of(exchange, plain("word.requestCertificate"), Section.REQUEST);
    }

    private Reply show(Exchange exchange, int status, RequestFormView view) {
        ProspectsView prospects = ProspectsView.of(enrollment.prospects(exchange.permit()));
        return templates.show(status, "request", view.with(prospects));
    }
}
