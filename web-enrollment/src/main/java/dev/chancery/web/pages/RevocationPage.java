package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Permission;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.FoundCertificates.Found;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CrlRow;
import dev.chancery.web.pages.view.FetchersView;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Names;
import dev.chancery.web.pages.view.ReasonWords;
import dev.chancery.web.pages.view.RevocationView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Asks once before a revocation, says what it will do, and does it. */
final class RevocationPage {
    private static final String PATH = "/certificates/{serial}/revocation";

    private final FoundCertificates found;
    private final Revocations revocations;
    private final CrlPublication crls;
    private final PublicationWatch watch;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    RevocationPage(
            FoundCertificates found,
            Revocations revocations,
            CrlPublication crls,
            PublicationWatch watch,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.found = found;
        this.revocations = revocations;
        this.crls = crls;
        this.watch = watch;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access access = Access.ofObject(Permission.REVOKE_CERTIFICATE);
        return List.of(
                Route.page(Method.GET, PATH, access, this::ask),
                SentForm.route(PATH, access, this::revoke, this::typed),
                Route.page(
                        Method.POST,
                        "/certificates/{serial}/release",
                        Access.ofObject(Permission.RELEASE_HOLD),
                        this::release));
    }

    private Reply ask(Exchange exchange) {
        return show(exchange, 200, required(exchange).certificate(), "", "", "");
    }

    private Reply revoke(Exchange exchange) {
        Found certificate = required(exchange);
        Form form = exchange.form();
        String chosen = form.text("reason").orElse("");
        String since = form.text("since").orElse("");
        Optional<RevocationReason> reason = RevocationReason.named(chosen);
        if (reason.isEmpty()) {
            return show(exchange, 422, certificate.certificate(), chosen, since, plain("revocation.noReason"));
        }
        Optional<Instant> invalidFrom;
        try {
            invalidFrom = since.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return show(exchange, 422, certificate.certificate(), chosen, "", plain("revocation.noDay", since));
        }
        RevocationOutcome outcome = revocations.revoke(
                certificate.permit(), certificate.certificate().serial(), reason.get(), invalidFrom);
        return outcome.fold(
                RevocationPage::done,
                missing -> show(exchange, 404, certificate.certificate(), chosen, since, said(missing.message())),
                conflict -> show(exchange, 409, certificate.certificate(), chosen, since, said(conflict.message())),
                refused -> show(exchange, 422, certificate.certificate(), chosen, since, said(refused.message())));
    }

    private Reply typed(Exchange exchange) {
        Form form = exchange.form();
        return show(
                exchange,
                200,
                required(exchange).certificate(),
                form.text("reason").orElse(""),
                form.text("since").orElse(""),
                "");
    }

    private Reply release(Exchange exchange) {
        Found certificate = found.require(exchange, Permission.RELEASE_HOLD);
        RevocationOutcome outcome = revocations.release(
                certificate.permit(), certificate.certificate().serial());
        return outcome.fold(
                RevocationPage::done,
                missing -> show(exchange, 404, certificate.certificate(), "", "", said(missing.message())),
                conflict -> show(exchange, 409, certificate.certificate(), "", "", said(conflict.message())),
                refused -> show(exchange, 422, certificate.certificate(), "", "", said(refused.message())));
    }

    private static Reply done(CertificateRecord certificate) {
        return Reply.seeOther("/certificates/" + certificate.serial().hex());
    }

    private Found required(Exchange exchange) {
        return found.require(exchange, Permission.REVOKE_CERTIFICATE);
    }

    /** Of those lists that will contain it. */
    private FetchersView fetchers(CertificateRecord certificate) {
        String ca = certificate.issuer();
        return FetchersView.of(
                watch.fetchers(ca).stream()
                        .filter(one ->
                                one.partition().isEmpty() || one.partition().equals(certificate.partition()))
                        .toList(),
                partition -> crls.current(ca, partition),
                moments);
    }

    private Reply show(
            Exchange exchange, int status, CertificateRecord certificate, String chosen, String since, String error) {
        boolean held = certificate.revocation().filter(RevocationStatus::onHold).isPresent();
        List<ReasonWords> reasons = ReasonWords.choices().stream()
                .filter(reason -> !held || !reason.value().equals(RevocationReason.CERTIFICATE_HOLD.rfcName()))
                .toList();
        String title = Names.first(certificate.certificate());
        return templates.show(
                status,
                "revocation",
                new RevocationView(
                        frames.of(exchange, plain("revocation.pageTitle", title), Section.CERTIFICATES),
                        "/certificates/" + certificate.serial().hex(),
                        title,
                        Names.grouped(certificate.serial()),
                        Names.of(certificate.certificate()),
                        certificate.requester(),
                        held,
                        reasons,
                        chosen,
                        since,
                        crls.current(certificate.issuer(), certificate.partition())
                                .map(crl -> CrlRow.of(crl, moments)),
                        crls.signedElsewhere(certificate.issuer()) ? certificate.issuer() : "",
                        watch.remembersFetchers() ? Optional.of(fetchers(certificate)) : Optional.empty(),
                        error));
    }
}
