package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome.Refused;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.pfx.GeneratedKey;
import dev.chancery.core.pfx.PfxFormat;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.x509.Der;
import dev.chancery.web.auth.RandomText;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Reply;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.HandoutView;
import dev.chancery.web.pages.view.InstallGuide;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.KeySource;
import dev.chancery.web.pages.view.Names;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Keys that the server makes for somebody (SECURITY.md rule 27): in memory only, handed out in the answer to the request
 * and in no other, as a PFX, or locked under the password where an officer has to agree first. Neither key nor password
 * is in the journal, in the database, or in a file.
 */
final class Handouts {
    static final String PASSWORD_FIELD = "password";

    private static final String PASSWORD = "[\\x20-\\x7e]{8,100}";

    private final PageParts parts;
    private final Chains chains;
    private final SecureRandom random;
    private final Frames frames;
    private final Templates templates;
    /** Making an RSA key takes a processor's whole attention: one at a time, so that everything else goes on. */
    private final Semaphore turn = new Semaphore(1);

    Handouts(PageParts parts, Chains chains, Frames frames, Templates templates) {
        this.parts = parts;
        this.chains = chains;
        this.random = parts.random();
        this.frames = frames;
        this.templates = templates;
    }

    /** @param madeUp whether it has to be shown, since nobody knows it */
    record Password(String text, boolean madeUp) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** A key to make, and what to ask with it. */
    record Order(RequestDraft draft, CertificateProfile profile, KeyAlgorithm algorithm, Password password) {
        private Target target() {
            return draft.key().target().orElse(Target.likely(profile.name()));
        }

        /** The password as the page shows it: not, where its owner knows it. */
        private String shown() {
            return password.madeUp() ? password.text() : "";
        }
    }

    /** The one in the form, or a new one where there is none; empty when it is not good. */
    Optional<Password> password(Form form) {
        String given = form.text(PASSWORD_FIELD).orElse("");
        if (given.isEmpty()) {
            return Optional.of(new Password(new RandomText(random).password(), true));
        }
        return given.matches(PASSWORD) ? Optional.of(new Password(given, false)) : Optional.empty();
    }

    /** Makes the key, asks with it, and answers with it; a form that was sent before gets no second key. */
    Reply hand(Exchange exchange, Order order, Function<Refused, Reply> refused) {
        EnrollmentRequest again = order.draft().toRequestForServerKey();
        Optional<Reply> before = before(exchange, again);
        if (before.isPresent()) {
            return before.get();
        }
        GeneratedKey key = make(order.algorithm());
        Der csr = StandIns.request(key);
        EnrollmentRequest request = new EnrollmentRequest(again.profile(), csr, again.wishes(), again.idempotencyKey());
        try (Secret secret = Secret.of(order.password().text())) {
            return parts.enrollment()
                    .request(exchange.permit(), request)
                    .fold(
                            issued -> pfx(exchange, order, key, secret, issued.certificate()),
                            refused,
                            awaiting -> locked(exchange, order, key, secret, awaiting.request()));
        }
    }

    private GeneratedKey make(KeyAlgorithm algorithm) {
        turn.acquireUninterruptibly();
        try {
            return GeneratedKey.make(algorithm, random);
        } finally {
            turn.release();
        }
    }

    /** Where a form was sent before, its key is gone with the first answer. */
    private Optional<Reply> before(Exchange exchange, EnrollmentRequest request) {
        String who = exchange.requester().name();
        CertificateLedger ledger = parts.ledger();
        Optional<String> issued = request.idempotencyKey()
                .flatMap(key -> ledger.findByIdempotencyKey(who, key))
                .map(record -> "/certificates/" + record.serial().hex() + "?handed=before");
        return issued.or(() -> request.idempotencyKey()
                        .flatMap(key -> parts.requests().findByIdempotencyKey(who, key))
                        .map(queued -> "/requests/" + queued.id() + "?handed=before"))
                .map(Reply::seeOther);
    }

    private Reply pfx(Exchange exchange, Order order, GeneratedKey key, Secret secret, CertificateRecord certificate) {
        String title = Names.first(certificate.certificate());
        PfxFormat format = order.draft().key().format();
        InstallGuide guide = InstallGuide.of(order.target(), KeySource.SERVER, certificate.serial());
        byte[] pfx = key.pfx(chains.of(certificate), title, secret, format);
        String path = "/certificates/" + certificate.serial().hex() + "?target="
                + order.target().value() + "&key=server";
        return templates.show(
                "handout",
                new HandoutView(
                        frames.of(exchange, title, Section.REQUEST),
                        title,
                        profileText(order.profile().title()),
                        HandoutView.pfx(pfx),
                        guide.pfx(),
                        order.shown(),
                        format == PfxFormat.OLD,
                        path,
                        0,
                        guide));
    }

    private Reply locked(Exchange exchange, Order order, GeneratedKey key, Secret secret, long request) {
        String title = order.draft().names().stream().findFirst().orElse(plain("requests.title", request));
        byte[] pem = key.lockedPem(secret).getBytes(StandardCharsets.US_ASCII);
        return templates.show(
                "handout",
                new HandoutView(
                        frames.of(exchange, title, Section.REQUEST),
                        title,
                        profileText(order.profile().title()),
                        HandoutView.pem(pem),
                        "request-" + request + ".key.pem",
                        order.shown(),
                        false,
                        "/requests/" + request + "?sent=yes&target="
                                + order.target().value(),
                        request,
                        InstallGuide.none(order.target())));
    }
}
