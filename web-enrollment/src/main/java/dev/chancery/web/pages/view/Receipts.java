package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.web.pages.text.Texts;
import dev.chancery.web.pages.view.ReceiptView.State;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the receipt: from a preview once there is a CSR, from the profile until then. */
public final class Receipts {
    private final Moments moments;

    public Receipts(Moments moments) {
        this.moments = moments;
    }

    /** @param missing what has to be given first, in words
     * @param foreseen why it will have to wait for officers, as far as the names tell already
     */
    public ReceiptView unfinished(
            CertificateProfile profile,
            Optional<Issuer> issuer,
            List<String> names,
            String validity,
            String missing,
            List<String> foreseen) {
        return new ReceiptView(
                State.UNFINISHED,
                foreseen.isEmpty() ? missing : plain("request.verdict.missingAndWaits", missing),
                foreseen,
                names,
                GrantWords.purposes(profile),
                "",
                length(profile, validity, issuer).orElse(""),
                addresses(profile, issuer),
                GrantWords.technical(profile, Optional.empty()));
    }

    public ReceiptView of(
            Preview preview,
            CertificateProfile profile,
            Optional<Issuer> issuer,
            Requester requester,
            List<String> wished,
            String validity) {
        State state = preview.grant().isEmpty()
                ? State.OBJECTED
                : preview.waitsBecause().isEmpty() ? State.AT_ONCE : State.WAITS;
        List<String> names = preview.grant()
                .map(grant -> grant.names().stream().map(SubjectAltName::text).toList())
                .orElse(wished);
        return new ReceiptView(
                state,
                verdict(state, preview, requester, names.size()),
                preview.waitsBecause().stream().map(Texts::said).toList(),
                names,
                GrantWords.purposes(profile),
                preview.request()
                        .map(CertificateRequest::keyType)
                        .map(CertificateRequest.KeyType::label)
                        .orElse(""),
                preview.grant()
                        .map(grant -> until(grant.validity().notAfter(), lengthWords(profile, validity)))
                        .or(() -> length(profile, validity, issuer))
                        .orElse(""),
                addresses(profile, issuer),
                GrantWords.technical(profile, preview.grant()));
    }

    private static String verdict(State state, Preview preview, Requester requester, int names) {
        return switch (state) {
            case UNFINISHED -> "";
            case OBJECTED -> counted(preview.objections().size(), "request.verdict.things");
            case WAITS ->
                preview.officers() > 1
                        ? plain("request.verdict.officers", preview.officers())
                        : plain("request.verdict.officer");
            case AT_ONCE -> atOnce(names, requester);
        };
    }

    private static String atOnce(int names, Requester requester) {
        if (names == 0) {
            return plain("request.verdict.free");
        }
        String granted = said(requester.grants().describe());
        return names == 1
                ? plain("request.verdict.granted.one", granted)
                : names == 2
                        ? plain("request.verdict.granted.two", granted)
                        : plain("request.verdict.granted.many", names, granted);
    }

    private static String lengthWords(CertificateProfile profile, String validity) {
        return Moments.words(parse(validity).orElse(profile.validity().standard()));
    }

    private static Optional<ValidityLength> parse(String validity) {
        try {
            return validity.isBlank() ? Optional.empty() : Optional.of(ValidityLength.of(validity));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the validity would be, cut where the issuer ends. */
    private Optional<String> length(CertificateProfile profile, String validity, Optional<Issuer> issuer) {
        ValidityLength length = parse(validity).orElse(profile.validity().standard());
        Instant end = length.addTo(moments.now());
        Optional<Instant> last =
                issuer.map(ca -> ca.certificate().validity().notAfter()).filter(end::isAfter);
        return Optional.of(
                until(last.orElse(end), last.isPresent() ? plain("request.receipt.cut") : Moments.words(length)));
    }

    private String until(Instant end, String length) {
        return plain("request.receipt.until", length, moments.at(end).exact());
    }

    private static List<String> addresses(CertificateProfile profile, Optional<Issuer> issuer) {
        return profile.crlDistributionPoint()
                ? issuer.map(ca ->
                                ca.addresses().crl().stream().map(URI::toString).toList())
                        .orElse(List.of())
                : List.of();
    }
}
