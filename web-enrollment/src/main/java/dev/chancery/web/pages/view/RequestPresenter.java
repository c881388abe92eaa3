package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.web.pages.text.Texts;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.RequestView.Decision;
import dev.chancery.web.pages.view.RequestView.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the page of one request. */
public final class RequestPresenter {
    private final Moments moments;
    private final Function<String, String> profileTitle;

    /** @param profileTitle from a profile's name to its title */
    public RequestPresenter(Moments moments, Function<String, String> profileTitle) {
        this.moments = moments;
        this.profileTitle = profileTitle;
    }

    /**
     * What is known about a request beside itself.
     *
     * @param preview what approving it now would come to
     * @param grants which names the requester may have without an officer
     * @param latest what the requester got before
     * @param alike the newest certificate that has one of the names
     * @param errors why a decision did not go through, possibly none
     */
    public record Circumstances(
            Preview preview,
            Optional<CertificateProfile> profile,
            HeldGrants grants,
            List<CertificateRecord> latest,
            Optional<CertificateRecord> alike,
            List<Objection> errors) {
        public Circumstances {
            latest = List.copyOf(latest);
            errors = List.copyOf(errors);
        }
    }

    /** What the visitor is to the request; {@code agreed} when they have approved it and others must as well. */
    public record Reader(boolean mayDecide, boolean own, boolean agreed, boolean justSent, Key key, String comment) {
        /** What the address remembers of the form: who made the key, where it will be used, and whether it was sent twice. */
        public record Key(KeySource source, Optional<Target> target, boolean handedBefore) {
            String inAddress() {
                String words = target.map(named -> "&target=" + named.value()).orElse("")
                        + (source == KeySource.CSR ? "" : "&key=" + source.value());
                return words.isEmpty() ? "" : "?" + words.substring(1);
            }
        }
    }

    public RequestView present(Frame frame, PendingRequest request, Circumstances known, Reader reader) {
        Optional<Grant> grant = known.preview().grant();
        boolean pending = request.state() == State.PENDING;
        List<Name> names = names(request, grant, known.grants());
        return new RequestView(
                frame,
                "/requests/" + request.id(),
                request.id(),
                names.isEmpty()
                        ? plain("requests.title", request.id())
                        : names.get(0).text(),
                profileTitle.apply(request.profile()),
                request.requester(),
                RequestRow.state(request.state()),
                moments.at(request.submitted()),
                reader.justSent(),
                names,
                known.profile().map(GrantWords::purposes).orElse(List.of()),
                validity(request, known),
                known.preview().request().map(csr -> csr.keyType().label()).orElse(""),
                known.profile()
                        .map(profile -> GrantWords.technical(profile, grant))
                        .orElse(List.of()),
                unusual(request, known),
                agreed(known),
                objections(pending, known),
                known.alike().map(one -> CertificateRow.of(one, profileTitle, moments)),
                differences(request, known),
                known.latest().stream()
                        .map(one -> CertificateRow.of(one, profileTitle, moments))
                        .toList(),
                request.decided().map(made -> new Decision(made.by(), moments.at(made.at()), made.comment())),
                request.serial()
                        .map(serial -> "/certificates/" + serial + reader.key().inAddress())
                        .orElse(""),
                reader.own() && reader.key().source() == KeySource.BROWSER,
                reader.own() && reader.key().handedBefore(),
                pending && reader.mayDecide() && !reader.own() && !reader.agreed(),
                pending && reader.mayDecide() && reader.own(),
                pending && reader.agreed(),
                pending
                        ? known.preview().officers()
                                - known.preview().agreements().size()
                        : 0,
                reader.comment());
    }

    private static List<Name> names(PendingRequest request, Optional<Grant> grant, HeldGrants grants) {
        if (grant.isEmpty()) {
            return AskedNames.of(request).stream()
                    .map(name -> new Name(name, ""))
                    .toList();
        }
        return grant.get().names().stream()
                .map(name -> new Name(name.text(), remark(name, grants)))
                .toList();
    }

    private static String remark(SubjectAltName name, HeldGrants grants) {
        List<String> remarks = new ArrayList<>();
        if (name.text().startsWith("*.")) {
            remarks.add(plain("requests.detail.wildcard", name.text().substring(2)));
        }
        if (!grants.cover(name.kind(), name.text())) {
            remarks.add(plain("requests.detail.outside"));
        }
        return String.join(", ", remarks);
    }

    private String validity(PendingRequest request, Circumstances known) {
        Optional<Grant> grant = known.preview().grant();
        String words = request.validity()
                .map(text -> Moments.words(ValidityLength.of(text)))
                .or(() -> known.profile()
                        .map(profile -> Moments.words(profile.validity().standard())))
                .orElse("");
        return grant.map(granted -> plain(
                        "request.receipt.until",
                        words,
                        moments.at(granted.validity().notAfter()).exact()))
                .orElse(words);
    }

    private List<String> differences(PendingRequest request, Circumstances known) {
        String key = known.preview().request().map(csr -> csr.keyType().label()).orElse("");
        return known.preview()
                .grant()
                .flatMap(grant -> known.alike()
                        .map(last -> Differences.between(grant, request.requester(), key, last, profileTitle)))
                .orElse(List.of());
    }

    private static List<String> unusual(PendingRequest request, Circumstances known) {
        List<String> unusual =
                new ArrayList<>(request.waitsBecause().stream().map(Texts::said).toList());
        known.profile()
                .flatMap(
                        profile -> RequestRow.longer(request, profile.validity().standard()))
                .ifPresent(unusual::add);
        // What has come to need somebody since it was sent, such as a new crown name.
        known.preview().waitsBecause().stream()
                .map(Texts::said)
                .filter(reason -> request.state() == State.PENDING && !unusual.contains(reason))
                .forEach(unusual::add);
        if (known.latest().isEmpty()) {
            unusual.add(plain("requests.detail.firstTime", request.requester()));
        }
        return unusual;
    }

    private List<Decision> agreed(Circumstances known) {
        return known.preview().agreements().stream()
                .map(one -> new Decision(one.by(), moments.at(one.at()), one.comment()))
                .toList();
    }

    private static List<String> objections(boolean pending, Circumstances known) {
        List<Objection> all = new ArrayList<>(known.errors());
        if (pending) {
            known.preview().objections().stream()
                    .filter(objection -> !all.contains(objection))
                    .forEach(all::add);
        }
        return all.stream().map(ObjectionWords::of).toList();
    }
}
