package dev.chancery.web.pages;

import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CertificatePresenter;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.KeySource;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Names;
import java.util.List;

/** One certificate: what it is, how to install it, what became of it. */
final class CertificatePage {
    private final FoundCertificates found;
    private final IssuerRegistry issuers;
    private final ProfileTitles titles;
    private final CertificateStory story;
    private final CertificatePresenter presenter;
    private final Frames frames;
    private final Templates templates;

    CertificatePage(
            FoundCertificates found,
            IssuerRegistry issuers,
            ProfileTitles titles,
            CertificateStory story,
            PublicationWatch watch,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.found = found;
        this.issuers = issuers;
        this.titles = titles;
        this.story = story;
        this.presenter = new CertificatePresenter(watch, moments);
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(
                Method.GET, "/certificates/{serial}", Access.ofObject(Permission.READ_CERTIFICATE), this::show));
    }

    /** To the version by which it was made; empty where none is recorded. */
    private static String profilePath(CertificateRecord certificate) {
        return certificate.profileVersion().isPresent()
                ? "/profiles/" + certificate.profile() + "/versions/"
                        + certificate.profileVersion().getAsInt()
                : "";
    }

    private Reply show(Exchange exchange) {
        CertificateRecord certificate =
                found.require(exchange, Permission.READ_CERTIFICATE).certificate();
        return templates.show(
                "certificate",
                presenter.present(
                        frames.of(exchange, Names.first(certificate.certificate()), Section.CERTIFICATES),
                        certificate,
                        issuers.find(certificate.issuer()),
                        titles.of(certificate.profile()),
                        story.of(certificate),
                        profilePath(certificate),
                        new CertificatePresenter.Visitor(
                                found.allows(exchange, Permission.REQUEST_CERTIFICATE, certificate),
                                found.allows(exchange, Permission.REVOKE_CERTIFICATE, certificate),
                                found.allows(exchange, Permission.RELEASE_HOLD, certificate),
                                exchange.query().has("issued"),
                                exchange.query().has("handed"),
                                exchange.query()
                                        .text("target")
                                        .flatMap(Target::find)
                                        .orElseGet(() -> Target.likely(certificate.profile())),
                                KeySource.named(exchange.query().text("key").orElse("")))));
    }
}
