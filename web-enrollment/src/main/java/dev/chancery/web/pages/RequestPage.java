package dev.chancery.web.pages;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Frame;
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
    private final SecureRandom random;
    private final Frames frames;
    private final Templates templates;

    RequestPage(
            Enrollment enrollment,
            RequestForms forms,
            FoundCertificates found,
            SecureRandom random,
            Frames frames,
            Templates templates) {
        this.enrollment = enrollment;
        this.forms = forms;
        this.found = found;
        this.random = random;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access access = Access.needs(Permission.REQUEST_CERTIFICATE);
        return List.of(
                Route.page(Method.GET, "/request", access, this::open),
                Route.page(Method.POST, "/request/check", access, this::check),
                Route.page(Method.POST, "/request", access, this::send));
    }

    private Reply open(Exchange exchange) {
        byte[] token = new byte[12];
        random.nextBytes(token);
        String name = HexFormat.of().formatHex(token);
        RequestDraft draft = found.named(exchange, exchange.query().text("like").orElse(""))
                .map(certificate ->
                        RequestDraft.empty(name, certificate.profile()).wanting(Names.of(certificate.certificate())))
                .orElseGet(() -> RequestDraft.empty(
                        name, exchange.query().text("profile").orElse("")));
        return show(exchange, 200, form(exchange, draft));
    }

    private Reply check(Exchange exchange) {
        return show(exchange, 200, form(exchange, RequestDraft.of(exchange.form())));
    }

    private Reply send(Exchange exchange) {
        RequestDraft draft = RequestDraft.of(exchange.form());
        if (draft.holdsPrivateKey()) {
            return show(exchange, 422, form(exchange, draft));
        }
        if (!draft.hasCsr()) {
            return withoutCsr(exchange, draft);
        }
        return enrollment
                .request(exchange.permit(), draft.toRequest())
                .fold(
                        issued -> Reply.seeOther(
                                "/certificates/" + issued.certificate().serial().hex() + "?issued=yes"),
                        refused -> refused(exchange, draft, refused),
                        awaiting -> Reply.seeOther("/requests/" + awaiting.request() + "?sent=yes"));
    }

    private Reply withoutCsr(Exchange exchange, RequestDraft draft) {
        Optional<CertificateProfile> profile = chosen(exchange.requester(), draft);
        if (profile.isEmpty()) {
            return show(exchange, 422, form(exchange, draft));
        }
        Objection missing = Objection.of(
                "csr-missing", "csr", "The signing request is missing. Paste it here, or choose its file.");
        Preview preview = Preview.objected(Optional.empty(), List.of(missing));
        return show(exchange, 422, forms.judged(frame(exchange), draft, exchange.requester(), profile.get(), preview));
    }

    /** What only the signing path objects to is not in the preview, so it is shown as the core said it. */
    private Reply refused(Exchange exchange, RequestDraft draft, IssuanceOutcome.Refused refused) {
        Optional<CertificateProfile> profile = chosen(exchange.requester(), draft);
        if (profile.isEmpty()) {
            return show(exchange, 422, form(exchange, draft));
        }
        Preview preview = enrollment.preview(exchange.permit(), draft.toRequest());
        List<Objection> objections = refused.objections();
        return show(
                exchange,
                refused.malformed() ? 400 : 422,
                forms.judged(
                        frame(exchange),
                        draft,
                        exchange.requester(),
                        profile.get(),
                        Preview.objected(preview.request(), objections)));
    }

    private RequestFormView form(Exchange exchange, RequestDraft draft) {
        Requester requester = exchange.requester();
        Optional<CertificateProfile> profile = chosen(requester, draft);
        if (profile.isEmpty()) {
            return forms.none(frame(exchange), draft);
        }
        RequestDraft complete = draft.withProfile(profile.get().name());
        if (!complete.hasCsr() || complete.holdsPrivateKey()) {
            List<String> foreseen = enrollment.foresee(exchange.permit(), complete.requestedNames());
            return forms.unfinished(
                    frame(exchange), complete, requester, profile.get(), complete.holdsPrivateKey(), foreseen);
        }
        Preview preview = enrollment.preview(exchange.permit(), complete.toRequest());
        return forms.judged(frame(exchange), complete, requester, profile.get(), preview);
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
        return frames.of(exchange, "Request a certificate", Section.REQUEST);
    }

    private Reply show(Exchange exchange, int status, RequestFormView view) {
        ProspectsView prospects = ProspectsView.of(enrollment.prospects(exchange.permit()));
        return templates.show(status, "request", view.with(prospects));
    }
}
