package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.enrollment.ProfileUse;
import dev.chancery.core.pfx.PfxFormat;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Pem;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.KeyFormView;
import dev.chancery.web.pages.view.KeyKinds;
import dev.chancery.web.pages.view.KeySource;
import dev.chancery.web.pages.view.Mistakes;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.ObjectionWords;
import dev.chancery.web.pages.view.OutsideWords;
import dev.chancery.web.pages.view.ProfileFacts;
import dev.chancery.web.pages.view.ReceiptView;
import dev.chancery.web.pages.view.Receipts;
import dev.chancery.web.pages.view.RequestFormView;
import dev.chancery.web.pages.view.RequestFormView.Choice;
import dev.chancery.web.pages.view.RequestFormView.Problems;
import dev.chancery.web.pages.view.ValidityChoices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the request form from a draft and what became of it. */
final class RequestForms {
    private final ProfileCatalog profiles;
    private final IssuerRegistry issuers;
    private final PublicationWatch watch;
    private final Receipts receipts;

    private static final Comparator<CertificateProfile> MOST_WANTED_FIRST =
            Comparator.<CertificateProfile, Boolean>comparing(
                            profile -> profile.ca().isPresent())
                    .thenComparing(profile -> profile.extendedKeyUsage().stream()
                            .noneMatch(purpose -> purpose.label().equals("serverAuth")))
                    .thenComparing(profile -> profile.extendedKeyUsage().size())
                    // The more kinds of names it takes, the less it is made for one product.
                    .thenComparing(profile -> -profile.names().kinds().size());

    RequestForms(ProfileCatalog profiles, IssuerRegistry issuers, PublicationWatch watch, Moments moments) {
        this.profiles = profiles;
        this.issuers = issuers;
        this.watch = watch;
        this.receipts = new Receipts(moments);
    }

    /** Profiles that this requester may ask for: what most people come for stands first, and is what the form begins with. */
    List<CertificateProfile> usable(Requester requester) {
        return profiles.all().stream()
                .filter(profile -> ProfileUse.allows(requester, profile))
                .sorted(MOST_WANTED_FIRST)
                .toList();
    }

    /** Nobody has anything to choose from. */
    RequestFormView none(Frame frame, RequestDraft draft) {
        ReceiptView receipt = new ReceiptView(
                ReceiptView.State.UNFINISHED, "", List.of(), List.of(), List.of(), "", "", List.of(), List.of());
        return view(frame, draft, List.of(), Optional.empty(), "", false, Problems.none(), List.of(), receipt);
    }

    /** Without a CSR: the names are looked at, the rest is what the profile says. {@code foreseen} is why it will wait. */
    RequestFormView unfinished(
            Frame frame,
            RequestDraft draft,
            Requester requester,
            CertificateProfile profile,
            boolean keyLeaked,
            List<String> foreseen) {
        List<Objection> objections = new ArrayList<>();
        for (RequestedName name : draft.requestedNames()) {
            if (name.kind() == RequestedName.Kind.DNS) {
                HostName.check(name.text())
                        .ifPresent(problem -> objections.add(new Objection(
                                problem.rule(),
                                name.field(),
                                problem.message(),
                                problem.suggestion(),
                                problem.wording())));
            }
        }
        ReceiptView receipt = receipts.unfinished(
                profile, issuer(profile), draft.names(), draft.validity(), missing(draft), foreseen);
        Problems problems = Mistakes.sort(objections, draft.names().size());
        return view(
                frame, draft, usable(requester), Optional.of(profile), "", keyLeaked, problems, objections, receipt);
    }

    private static String missing(RequestDraft draft) {
        return plain(draft.key().source() == KeySource.CSR ? "request.needs.csr" : "request.needs.names");
    }

    /** With a CSR, or one that stands in for it: what the core says about it. */
    RequestFormView judged(
            Frame frame, RequestDraft draft, Requester requester, CertificateProfile profile, Preview preview) {
        RequestDraft filled = filled(draft, preview);
        ReceiptView receipt =
                receipts.of(preview, profile, issuer(profile), requester, filled.names(), draft.validity());
        return view(
                frame,
                filled,
                usable(requester),
                Optional.of(profile),
                preview.request()
                        .filter(csr -> draft.key().source() == KeySource.CSR)
                        .map(RequestForms::state)
                        .orElse(""),
                false,
                Mistakes.sort(preview.objections(), draft.names().size()),
                preview.objections(),
                receipt);
    }

    /** The form shows the CSR's names until somebody changes them. */
    private static RequestDraft filled(RequestDraft draft, Preview preview) {
        if (!draft.names().isEmpty() || draft.edited()) {
            return draft;
        }
        return draft.withNames(preview.grant()
                .map(grant -> grant.names().stream().map(name -> name.text()).toList())
                .orElseGet(() -> preview.request()
                        .map(csr ->
                                csr.names().stream().map(RequestedName::text).toList())
                        .orElse(List.of())));
    }

    private static String state(CertificateRequest request) {
        int names = request.names().size();
        return plain(
                "request.csr.state",
                request.keyType().label(),
                names == 0 ? plain("request.csr.noNames") : counted(names, "request.csr.names"));
    }

    private Optional<Issuer> issuer(CertificateProfile profile) {
        return issuers.find(profile.issuer());
    }

    private RequestFormView view(
            Frame frame,
            RequestDraft draft,
            List<CertificateProfile> usable,
            Optional<CertificateProfile> profile,
            String csrState,
            boolean keyLeaked,
            Problems problems,
            List<Objection> objections,
            ReceiptView receipt) {
        return new RequestFormView(
                frame,
                draft.token(),
                usable.stream()
                        .map(one -> new Choice(
                                one.name(),
                                profileText(one.title()),
                                profileText(one.description()),
                                one.name()
                                        .equals(profile.map(CertificateProfile::name)
                                                .orElse(""))))
                        .toList(),
                profile.filter(one -> !one.names().kinds().isEmpty()).isPresent(),
                profile.filter(one -> one.subject().from() == SubjectSource.REQUEST)
                        .isPresent(),
                profile.map(one -> ProfileFacts.kinds(one.names())).orElse(""),
                draft.edited(),
                Mistakes.chips(draft.names(), objections),
                draft.subject(),
                keyLeaked || draft.key().source() != KeySource.CSR ? "" : echo(draft, csrState),
                csrState,
                keyLeaked,
                profile.map(one -> ValidityChoices.of(one.validity(), draft.validity()))
                        .orElse(List.of()),
                problems,
                receipt,
                profile.map(one -> key(draft.key(), one, objections)).orElseGet(KeyFormView::nothing),
                profile.map(this::unreachable).orElse(List.of()),
                Optional.empty());
    }

    private static KeyFormView key(KeyWish wish, CertificateProfile profile, List<Objection> objections) {
        Target likely = Target.likely(profile.name());
        Target target = wish.target().orElse(likely);
        return new KeyFormView(
                profileText(profile.title()),
                wish.source(),
                KeyKinds.choices(profile.key(), wish.algorithm()),
                profile.key().allowsServerMade(),
                Arrays.stream(Target.values())
                        .map(one -> new Choice(one.value(), one.label(), "", one == target))
                        .toList(),
                target,
                likely,
                wish.format() == PfxFormat.OLD,
                Optional.of(problem(wish, profile))
                        .filter(text -> !text.isEmpty())
                        .or(() -> objections.stream()
                                .filter(one -> aboutKey(one, wish))
                                .map(ObjectionWords::of)
                                .findFirst())
                        .orElse(""));
    }

    /** Without a field for a CSR, what is wrong with it is wrong with the choice of a key. */
    private static boolean aboutKey(Objection objection, KeyWish wish) {
        return objection.field().equals(Handouts.PASSWORD_FIELD)
                || wish.source() != KeySource.CSR && objection.field().equals("csr");
    }

    /** Why the key cannot be made as somebody wishes; empty when it can. */
    static String problem(KeyWish wish, CertificateProfile profile) {
        if (wish.source() == KeySource.SERVER && !profile.key().allowsServerMade()) {
            return plain("request.key.notForProfile", profileText(profile.title()));
        }
        if (wish.source() != KeySource.CSR && KeyKinds.of(profile.key()).isEmpty()) {
            return plain("request.key.notHere", profileText(profile.title()), ProfileFacts.keys(profile.key()));
        }
        return "";
    }

    /** What stands in the way of everybody who will check a certificate of this kind. */
    private List<String> unreachable(CertificateProfile profile) {
        return watch.seen(profile.issuer()).map(OutsideWords::faults).orElse(List.of());
    }

    /** Only what surely is a request is shown again: anything else may be a key. */
    private static String echo(RequestDraft draft, String csrState) {
        if (csrState.isEmpty()) {
            boolean armoured =
                    draft.csrText().matches("(?s)\\s*-----BEGIN (NEW )?CERTIFICATE REQUEST-----[^-]*(-----END.*)?");
            return armoured && !draft.holdsPrivateKey() ? draft.csrText() : "";
        }
        boolean binary = draft.csr().length() > 0 && draft.csr().unsafeOctets()[0] == 0x30;
        return binary
                ? Pem.encode("CERTIFICATE REQUEST", draft.csr())
                : new String(draft.csr().unsafeOctets(), java.nio.charset.StandardCharsets.US_ASCII);
    }
}
