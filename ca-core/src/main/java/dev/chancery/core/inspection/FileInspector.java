package dev.chancery.core.inspection;

import dev.chancery.core.csr.KeyQuality;
import dev.chancery.core.csr.PredictableKeys;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.lint.OcspJudge;
import dev.chancery.core.lint.RequestJudge;
import dev.chancery.core.lint.Weights;
import dev.chancery.core.x509.Der;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges whatever stands in files: certificates, alone or in chains, CRLs, requests and OCSP responses. Never throws for bad input. What
 * one file holds may be the issuer of what another holds. Thread-safe.
 */
public final class FileInspector {

    private static final int MOST_CANDIDATES = 16;

    private final Weights weights;
    private final Linter linter;
    private final KeyFindings keys;

    /** @param predictable public keys whose private keys are common knowledge */
    public FileInspector(PredictableKeys predictable) {
        this(new KeyFindings(new KeyQuality(predictable)), Weights.usual());
    }

    private FileInspector(KeyFindings keys, Weights weights) {
        this.keys = keys;
        this.weights = weights;
        this.linter = new Linter(weights);
    }

    /** One that judges certificates and requests as those of a profile that turns rules down. CRLs are of no profile. */
    public FileInspector weighing(Weights other) {
        return new FileInspector(keys, other);
    }

    /** A file by its name, for messages, and its content. */
    public record Source(String name, Der content) {}

    /**
     * Looks at all of them.
     *
     * @param issuers files that are not judged, whose certificates may have issued what is
     */
    public Inspection inspect(List<Source> files, List<Source> issuers) {
        List<Opened> opened = new ArrayList<>();
        Opened others = Opened.empty();
        files.forEach(
                file -> opened.add(FileOpener.open(file.name(), file.content().unsafeOctets())));
        for (Source issuer : issuers) {
            Opened one = FileOpener.open(issuer.name(), issuer.content().unsafeOctets());
            others.parts().addAll(one.parts());
            others.unreadable().addAll(one.unreadable());
        }
        List<Der> certificates = new ArrayList<>(certificates(others));
        opened.forEach(file -> certificates.addAll(certificates(file)));
        List<Inspected> items = new ArrayList<>();
        List<String> unreadable = new ArrayList<>(others.unreadable());
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Opened file = opened.get(i);
            int count = file.parts().size();
            for (int part = 0; part < count; part++) {
                String place = count == 1 ? "" : (part + 1) + " of " + count;
                items.add(judge(files.get(i).name(), place, file.parts().get(part), certificates));
            }
            unreadable.addAll(file.unreadable());
            remarks.addAll(file.remarks());
        }
        return new Inspection(items, unreadable, remarks);
    }

    private static List<Der> certificates(Opened file) {
        return file.parts().stream()
                .filter(part -> part.kind() == Kind.CERTIFICATE)
                .map(Opened.Part::der)
                .toList();
    }

    private Inspected judge(String file, String place, Opened.Part part, List<Der> certificates) {
        Outline outline = Outline.of(part.der());
        return switch (part.kind()) {
            case CERTIFICATE -> certificate(file, place, part.der(), outline, certificates);
            case CRL -> crl(file, place, part.der(), outline, certificates);
            case REQUEST -> {
                List<Finding> findings = new ArrayList<>(RequestJudge.judge(part.der(), weights));
                outline.requestKey().ifPresent(key -> findings.addAll(keys.of(key, findings)));
                String about = Outline.text(outline.requestSubject());
                yield new Inspected(file, place, Kind.REQUEST, about, findings, List.of());
            }
            case RESPONSE -> response(file, place, part.der(), certificates);
        };
    }

    private Inspected certificate(String file, String place, Der der, Outline outline, List<Der> certificates) {
        Optional<Der> issuer =
                issuer(outline.certificateIssuer(), certificates, candidate -> linter.judge(der, candidate));
        List<Finding> findings =
                new ArrayList<>(issuer.map(one -> linter.judge(der, one)).orElseGet(() -> linter.judge(der)));
        outline.certificateKey().ifPresent(key -> findings.addAll(keys.of(key, findings)));
        List<String> notes = issuer.isPresent() ? List.of() : List.of(noIssuer(outline.certificateIssuer()));
        return new Inspected(
                file, place, Kind.CERTIFICATE, Outline.text(outline.certificateSubject()), findings, notes);
    }

    private static Inspected crl(String file, String place, Der der, Outline outline, List<Der> certificates) {
        Optional<Der> issuer =
                issuer(outline.crlIssuer(), certificates, candidate -> CrlJudge.judgeAny(der, Optional.of(candidate)));
        List<String> notes = issuer.isPresent() ? List.of() : List.of(noIssuer(outline.crlIssuer()));
        return new Inspected(
                file, place, Kind.CRL, Outline.text(outline.crlIssuer()), CrlJudge.judgeAny(der, issuer), notes);
    }

    /** It names its CA by hashes alone. */
    private static Inspected response(String file, String place, Der der, List<Der> certificates) {
        Optional<Der> issuer = certificates.stream()
                .filter(candidate -> OcspJudge.isAbout(der, candidate))
                .findFirst();
        String about = issuer.map(one -> Outline.text(Outline.of(one).certificateSubject()))
                .orElse("a CA that is not at hand");
        List<String> notes = issuer.isPresent() || !OcspJudge.isSigned(der)
                ? List.of()
                : List.of(
                        "The certificate of the CA that it is about is not at hand, so whether its signer may answer for"
                                + " that CA was not checked. Give the certificate of the CA as well.");
        return new Inspected(file, place, Kind.RESPONSE, about, OcspJudge.judge(der, issuer), notes);
    }

    private static String noIssuer(Optional<Der> name) {
        return "Its issuer (" + Outline.text(name)
                + ") is not at hand, so its signature was not checked, nor what must agree"
                + " with the issuer. Give the certificate of the issuer as well.";
    }

    /** Of several with that name, the one whose key made the signature; else the first. */
    private static Optional<Der> issuer(Optional<Der> name, List<Der> certificates, Judgement judgement) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<Der> named = certificates.stream()
                .filter(certificate ->
                        Outline.of(certificate).certificateSubject().equals(name))
                .distinct()
                .limit(MOST_CANDIDATES)
                .toList();
        return named.stream()
                .filter(candidate -> named.size() == 1
                        || judgement.of(candidate).stream()
                                .noneMatch(finding -> finding.rule().endsWith("signature-verifies")))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    @FunctionalInterface
    private interface Judgement {
        List<Finding> of(Der issuer);
    }
}
