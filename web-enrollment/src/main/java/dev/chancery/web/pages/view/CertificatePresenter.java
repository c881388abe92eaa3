package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.pages.view.CertificateView.Event;
import dev.chancery.web.pages.view.CertificateView.Link;
import dev.chancery.web.pages.view.CertificateView.Revoking;
import dev.chancery.web.pages.view.CertificateView.Tab;
import dev.chancery.web.pages.view.InstallGuide.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes the page of one certificate. */
public final class CertificatePresenter {
    private final PublicationWatch watch;
    private final Moments moments;

    public CertificatePresenter(PublicationWatch watch, Moments moments) {
        this.watch = watch;
        this.moments = moments;
    }

    /**
     * What the visitor may do, and how they came.
     *
     * @param justIssued whether they asked for the certificate a moment ago
     * @param handedBefore whether they asked again for a key that was handed out before
     * @param target where it will be used
     * @param source who made its key, as far as the address says it
     */
    public record Visitor(
            boolean mayRequest,
            boolean mayRevoke,
            boolean mayRelease,
            boolean justIssued,
            boolean handedBefore,
            Target target,
            KeySource source) {}

    /**
     * The page of one certificate.
     *
     * @param issuer the CA that signed it, when it still is one of this server's
     * @param history oldest first
     * @param profilePath the version of the profile that made it; empty where none is recorded
     */
    public CertificateView present(
            Frame frame,
            CertificateRecord record,
            Optional<Issuer> issuer,
            String profileTitle,
            List<Event> history,
            String profilePath,
            Visitor visitor) {
        EncodedCertificate certificate = record.certificate();
        String path = "/certificates/" + record.serial().hex();
        Optional<Ending> ending = Ending.of(record, moments);
        return new CertificateView(
                frame,
                path,
                visitor.justIssued(),
                visitor.handedBefore(),
                Names.first(certificate),
                profileTitle,
                record.profileVersion().isPresent()
                        ? plain(
                                "certificates.profileVersion",
                                record.profileVersion().getAsInt())
                        : "",
                profilePath,
                record.requester(),
                status(record),
                ending,
                Names.of(certificate),
                Names.text(certificate.subject()),
                moments.at(certificate.validity().notBefore()),
                moments.at(certificate.validity().notAfter()),
                PurposeWords.of(certificate),
                Addresses.crls(certificate),
                Addresses.ocsp(certificate),
                KeyWords.key(certificate),
                KeyWords.signature(certificate),
                Names.grouped(record.serial()),
                record.serial().hex(),
                Names.fingerprint(certificate),
                chain(certificate, issuer),
                history,
                Decoding.of(certificate, moments),
                certificate.pem(),
                tabs(path, visitor),
                InstallGuide.of(ending.isPresent() ? Target.FILE : visitor.target(), visitor.source(), record.serial()),
                visitor.mayRequest(),
                revoking(record, visitor),
                spread(record, visitor));
    }

    /** Addresses of others' servers are for officers, not for the owner. */
    private Optional<SpreadView> spread(CertificateRecord record, Visitor visitor) {
        return visitor.mayRelease() && record.revocation().isPresent() && watch.remembersFetchers()
                ? Optional.of(SpreadView.of(
                        record.partition(),
                        partition -> watch.firstListing(record, partition),
                        watch.fetchers(record.issuer()).stream()
                                .filter(one -> one.partition().isEmpty()
                                        || one.partition().equals(record.partition()))
                                .toList(),
                        moments))
                : Optional.empty();
    }

    private StatusMark status(CertificateRecord record) {
        StatusMark mark = StatusMark.of(record, moments.now());
        Moment ends = moments.at(record.certificate().validity().notAfter());
        Optional<RevocationStatus> revocation = record.revocation();
        if (revocation.isPresent()) {
            return mark.saying(
                    mark.word() + " " + moments.at(revocation.get().revokedAt()).relative());
        }
        return switch (mark.kind()) {
            case "expired" -> mark.saying(plain("certificates.state.expired", ends.relative()));
            case "soon" -> mark.saying(plain("certificates.state.ends", ends.relative()));
            default -> mark.saying(plain("certificates.state.valid", ends.relative()));
        };
    }

    private List<Link> chain(EncodedCertificate certificate, Optional<Issuer> issuer) {
        List<EncodedCertificate> upwards = new ArrayList<>();
        issuer.ifPresent(ca -> {
            if (!ca.certificate().equals(certificate)) {
                upwards.add(ca.certificate());
            }
            upwards.addAll(ca.chain());
        });
        Collections.reverse(upwards);
        List<Link> links = new ArrayList<>();
        for (EncodedCertificate above : upwards) {
            links.add(new Link(
                    above.subject().shortName(),
                    "/authorities",
                    above.selfIssued() ? plain("certificates.chain.root") : plain("certificates.chain.intermediate"),
                    KeyWords.key(above),
                    moments.at(above.validity().notAfter()),
                    false));
        }
        links.add(new Link(
                Names.first(certificate),
                "",
                upwards.isEmpty() ? plain("certificates.chain.gone") : plain("certificates.chain.this"),
                KeyWords.key(certificate),
                moments.at(certificate.validity().notAfter()),
                true));
        return links;
    }

    private static List<Tab> tabs(String path, Visitor visitor) {
        String key = visitor.source() == KeySource.CSR
                ? ""
                : "&key=" + visitor.source().value();
        return Arrays.stream(Target.values())
                .map(target -> new Tab(
                        target.label(),
                        path + "?target=" + target.value() + key + "#install",
                        target == visitor.target()))
                .toList();
    }

    private static Optional<Revoking> revoking(CertificateRecord record, Visitor visitor) {
        boolean finished =
                record.revocation().filter(revocation -> !revocation.onHold()).isPresent();
        return visitor.mayRevoke() && !finished
                ? Optional.of(
                        new Revoking(visitor.mayRelease() && record.revocation().isPresent()))
                : Optional.empty();
    }
}
