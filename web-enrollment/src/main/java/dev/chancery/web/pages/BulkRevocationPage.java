package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Permission;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.certificates.BulkRevocation;
import dev.chancery.web.certificates.Selection;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.BulkRevocationView;
import dev.chancery.web.pages.view.BulkRevocationView.LeftAlone;
import dev.chancery.web.pages.view.BulkRevokedView;
import dev.chancery.web.pages.view.CrlRow;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Names;
import dev.chancery.web.pages.view.ReasonWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks once before many revocations, says what they will do, and does them. */
final class BulkRevocationPage {
    private static final String PATH = "/certificates/revocation";

    /** More names than these stand behind a fold. */
    private static final int SHOWN = 12;

    private final PageParts parts;
    private final BulkRevocation bulk;
    private final ProfileTitles titles;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    BulkRevocationPage(PageParts parts, ProfileTitles titles, Moments moments, Frames frames, Templates templates) {
        this.parts = parts;
        this.bulk = new BulkRevocation(parts.ledger(), parts.revocations(), parts.authorization());
        this.titles = titles;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access access = Access.ofObject(Permission.REVOKE_CERTIFICATE);
        return List.of(
                Route.page(Method.GET, PATH, access, this::ask),
                SentForm.route(PATH, access, this::revoke, this::typed));
    }

    private Reply ask(Exchange exchange) {
        return ask(exchange, 200, select(exchange, exchange.query().all("serial")), "", "", "");
    }

    private Selection select(Exchange exchange, List<String> serials) {
        if (serials.size() > BulkRevocation.MOST) {
            throw new ProblemException(
                    Problem.of(413, plain("revocation.many.tooMany", serials.size(), BulkRevocation.MOST)));
        }
        return bulk.select(exchange.requester(), serials);
    }

    private Reply revoke(Exchange exchange) {
        Form form = exchange.form();
        Selection selection = selected(exchange);
        String chosen = form.text("reason").orElse("");
        String since = form.text("since").orElse("");
        Optional<RevocationReason> reason = RevocationReason.named(chosen);
        if (reason.isEmpty()) {
            return ask(exchange, 422, selection, chosen, since, plain("revocation.noReason"));
        }
        Optional<Instant> invalidFrom;
        try {
            invalidFrom = since.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return ask(exchange, 422, selection, chosen, "", plain("revocation.noDay", since));
        }
        return done(exchange, selection, reason.get(), bulk.revoke(selection, reason.get(), invalidFrom));
    }

    private Selection selected(Exchange exchange) {
        String serials = exchange.form().text("serials").orElse("");
        return select(
                exchange,
                Arrays.stream(serials.split("\\s+", -1))
                        .filter(serial -> !serial.isEmpty())
                        .toList());
    }

    private Reply typed(Exchange exchange) {
        Form form = exchange.form();
        return ask(
                exchange,
                200,
                selected(exchange),
                form.text("reason").orElse(""),
                form.text("since").orElse(""),
                "");
    }

    private Reply done(
            Exchange exchange, Selection selection, RevocationReason reason, List<RevocationOutcome> outcomes) {
        List<LeftAlone> unchanged = new ArrayList<>(leftAlone(selection));
        long revoked = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            CertificateRecord certificate = selection.revocable().get(i).certificate();
            String why = outcomes.get(i)
                    .fold(
                            changed -> "",
                            one -> said(one.message()),
                            one -> said(one.message()),
                            one -> said(one.message()));
            if (why.isEmpty()) {
                revoked++;
            } else {
                unchanged.add(leftAlone(certificate, why));
            }
        }
        boolean held = reason == RevocationReason.CERTIFICATE_HOLD;
        String count = counted(revoked, "word.count.certificate");
        return templates.show(
                "revoked",
                new BulkRevokedView(
                        frames.of(
                                exchange,
                                revoked == 0 ? plain("revocation.done.nothing") : count,
                                Section.CERTIFICATES),
                        plain(revoked == 1 ? "revocation.done.is" : "revocation.done.are", count),
                        revoked == 0,
                        held,
                        ReasonWords.of(reason).words(),
                        unchanged));
    }

    private Reply ask(Exchange exchange, int status, Selection selection, String chosen, String since, String error) {
        List<BulkRevocationView.Row> rows =
                selection.certificates().stream().map(this::row).toList();
        String count = counted(rows.size(), "word.count.certificate");
        return templates.show(
                status,
                "revocations",
                new BulkRevocationView(
                        frames.of(
                                exchange,
                                rows.isEmpty()
                                        ? plain("revocation.many.nothing")
                                        : plain("revocation.many.pageTitle", count),
                                Section.CERTIFICATES),
                        count,
                        selection.certificates().stream()
                                .map(one -> one.serial().hex())
                                .collect(Collectors.joining(" ")),
                        rows.subList(0, Math.min(SHOWN, rows.size())),
                        rows.subList(Math.min(SHOWN, rows.size()), rows.size()),
                        authorities(selection.certificates()),
                        leftAlone(selection),
                        ReasonWords.choices(),
                        chosen,
                        since,
                        error));
    }

    private BulkRevocationView.Row row(CertificateRecord certificate) {
        return new BulkRevocationView.Row(
                Names.first(certificate.certificate()),
                Names.others(certificate.certificate()),
                "/certificates/" + certificate.serial().hex(),
                titles.of(certificate.profile()),
                certificate.requester());
    }

    private List<BulkRevocationView.Authority> authorities(List<CertificateRecord> certificates) {
        Map<String, Long> counts = certificates.stream()
                .collect(Collectors.groupingBy(CertificateRecord::issuer, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new BulkRevocationView.Authority(
                        parts.issuers()
                                .find(one.getKey())
                                .map(issuer -> issuer.certificate().subject().shortName())
                                .orElse(one.getKey()),
                        counted(one.getValue(), "word.count.certificate"),
                        parts.crls().signedElsewhere(one.getKey()),
                        parts.crls().current(one.getKey()).map(crl -> CrlRow.of(crl, moments))))
                .toList();
    }

    private static List<LeftAlone> leftAlone(Selection selection) {
        return selection.leftAlone().stream()
                .map(one -> switch (one.why()) {
                    case UNKNOWN -> new LeftAlone(one.serial(), "", plain("revocation.many.notIssued"));
                    case NOT_ALLOWED -> new LeftAlone(one.serial(), "", plain("revocation.many.notYours"));
                    case REVOKED_BEFORE -> leftAlone(one.certificate().orElseThrow(), plain("revocation.many.before"));
                })
                .toList();
    }

    private static LeftAlone leftAlone(CertificateRecord certificate, String why) {
        return new LeftAlone(
                Names.first(certificate.certificate()),
                "/certificates/" + certificate.serial().hex(),
                why);
    }
}
