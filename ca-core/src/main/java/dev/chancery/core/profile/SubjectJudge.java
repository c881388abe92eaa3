package dev.chancery.core.profile;

import dev.chancery.core.profile.Grant.Claim;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.SubjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/** Makes the subject anew from what is granted; nothing of the request's encoding gets into it. */
final class SubjectJudge {
    private final CertificateProfile profile;
    private final SubjectRule rule;
    private final Consumer<Objection> objections;
    private boolean good = true;

    SubjectJudge(CertificateProfile profile, Consumer<Objection> objections) {
        this.profile = profile;
        this.rule = profile.subject();
        this.objections = objections;
    }

    /** @param granted the names that were granted; empty when they were refused, which has been objected to by then */
    JudgedSubject judge(Asked asked, List<SubjectAltName> granted) {
        commonNamesAreNames(asked, granted);
        List<AskedAttribute> fixed = rule.allFixed();
        List<AskedAttribute> taken = List.of();
        Optional<RDN> commonName = Optional.empty();
        switch (rule.from()) {
            case FIXED -> refuseOthers(asked, fixed, false);
            case NAMES -> {
                refuseOthers(asked, fixed, true);
                commonName = commonName(asked, granted);
            }
            case REQUEST -> taken = allowed(asked, fixed);
        }
        List<RDN> rdns = new ArrayList<>();
        arranged(fixed, taken).forEach(part -> rdns.add(rdn(part)));
        commonName.ifPresent(rdns::add);
        RDN[] parts = rdns.toArray(RDN[]::new);
        boolean namesRefused = granted.isEmpty() && rule.from() == SubjectSource.NAMES;
        if (parts.length == 0 && rule.required() && good && !namesRefused) {
            object(Objection.of("subject-missing", asked.subjectField(), missing()));
        }
        return new JudgedSubject(
                parts.length == 0 ? SubjectName.EMPTY : SubjectName.of(new X500Name(parts)), claims(taken));
    }

    /** A common name is no claim where it has to be one of the names, which are held against the requester's grant. */
    private List<Claim> claims(List<AskedAttribute> taken) {
        boolean named = !profile.names().kinds().isEmpty();
        return taken.stream()
                .filter(part -> !(named && part.is(SubjectAttribute.CN)))
                .map(part -> new Claim(part.known().orElseThrow(), part.value()))
                .toList();
    }

    private void object(Objection objection) {
        good = false;
        objections.accept(objection);
    }

    private String missing() {
        return rule.from() == SubjectSource.NAMES
                ? "The profile " + profile.name()
                        + " needs a common name, and no name is short enough for one: it has at" + " most "
                        + SubjectAttribute.CN.maximumLength() + " characters."
                : "The profile " + profile.name() + " needs a subject; give one with " + rule.allowedInWords()
                        + ", such as CN=Example.";
    }

    /** Clients that still read the common name must not find what the names do not say (RFC 9525 §2). */
    private void commonNamesAreNames(Asked asked, List<SubjectAltName> granted) {
        boolean issued = rule.from() == SubjectSource.REQUEST && rule.taken().contains(SubjectAttribute.CN);
        if (profile.names().kinds().isEmpty() || !(asked.commonNamesCount() || issued)) {
            return;
        }
        for (String commonName : asked.commonNames()) {
            boolean asName = asked.names().stream().anyMatch(name -> name.text().equalsIgnoreCase(commonName));
            if (!asName && named(commonName, granted).isEmpty()) {
                object(Objection.of(
                        "common-name-not-in-names",
                        asked.subjectField(),
                        "The common name " + Quoted.of(commonName) + " is not one of the names; add it to the names, or"
                                + " leave it out of the subject."));
            }
        }
    }

    /** Nothing but the fixed part, or what stands in it anyway, may be wished for; what a CSR says is left out. */
    private void refuseOthers(Asked asked, List<AskedAttribute> fixed, boolean commonName) {
        if (asked.subjectWished()) {
            asked.subject().stream()
                    .filter(part -> !fixed.contains(part) && !(commonName && part.is(SubjectAttribute.CN)))
                    .forEach(part -> refuse(
                            "subject-attribute",
                            asked,
                            commonName
                                    ? "makes the subject from the names; leave out " + part.shown() + "."
                                    : "has a fixed subject; leave out " + part.shown() + "."));
        }
    }

    private Optional<RDN> commonName(Asked asked, List<SubjectAltName> granted) {
        List<String> candidates = new ArrayList<>();
        for (String commonName : asked.commonNames()) {
            named(commonName, granted).ifPresent(candidates::add);
        }
        for (SubjectAltName name : granted) {
            if (!name.text().startsWith("*.")) {
                candidates.add(name.text());
            }
        }
        granted.forEach(name -> candidates.add(name.text()));
        for (String text : candidates) {
            if (SubjectAttribute.CN.problem(text).isEmpty()) {
                return Optional.of(rdn(SubjectAttribute.CN, text));
            }
        }
        return Optional.empty();
    }

    private List<AskedAttribute> allowed(Asked asked, List<AskedAttribute> fixed) {
        List<AskedAttribute> taken = new ArrayList<>();
        Set<SubjectAttribute> seen = EnumSet.noneOf(SubjectAttribute.class);
        Set<SubjectAttribute> allowed = rule.taken();
        for (AskedAttribute part : asked.subject()) {
            if (part.known().filter(allowed::contains).isEmpty()) {
                if (asked.subjectWished() && !fixed.contains(part)) {
                    refuse(
                            "subject-attribute",
                            asked,
                            "takes only " + rule.allowedInWords() + " from a request; leave out " + part.shown() + ".");
                }
                continue;
            }
            SubjectAttribute attribute = part.known().get();
            Optional<String> problem = part.problem();
            problem.ifPresent(words -> object(Objection.of("subject-value", asked.subjectField(), words)));
            if (!seen.add(attribute) && !SubjectRule.REPEATABLE.contains(attribute)) {
                refuse("subject-repeated", asked, "takes one " + part.label() + "; leave out " + part.shown() + ".");
            }
            if (problem.isEmpty()) {
                taken.add(part);
            }
        }
        rule.parts().forEach(part -> hold(part, taken, asked));
        return taken;
    }

    /** What a request says about an attribute, against what the profile says about it. */
    private void hold(SubjectPart part, List<AskedAttribute> taken, Asked asked) {
        List<AskedAttribute> values =
                taken.stream().filter(value -> value.is(part.attribute())).toList();
        if (part.isRequired() && values.isEmpty()) {
            refuse("subject-part-missing", asked, "needs " + part.attribute().label() + " in the subject; add it.");
        }
        for (AskedAttribute value : values) {
            if (!part.describes(value.value())) {
                refuse(
                        "subject-pattern",
                        asked,
                        "does not take " + value.shown() + ": the value has to match "
                                + Quoted.of(part.pattern().orElse("")) + ".");
            }
        }
    }

    /** The fixed subject, then the parts in the order of the profile, then what else was taken from the request. */
    private List<AskedAttribute> arranged(List<AskedAttribute> fixed, List<AskedAttribute> taken) {
        List<AskedAttribute> arranged = new ArrayList<>(AskedAttribute.allOf(rule.fixed()));
        List<AskedAttribute> rest = new ArrayList<>(taken);
        List<AskedAttribute> values = fixed.subList(arranged.size(), fixed.size());
        int next = 0;
        for (SubjectPart part : rule.parts()) {
            if (part.value().isPresent()) {
                arranged.add(values.get(next++));
            } else {
                taken.stream().filter(value -> value.is(part.attribute())).forEach(arranged::add);
                rest.removeIf(value -> value.is(part.attribute()));
            }
        }
        arranged.addAll(rest);
        return arranged;
    }

    private void refuse(String problem, Asked asked, String words) {
        object(Objection.of(problem, asked.subjectField(), "The profile " + profile.name() + " " + words));
    }

    /** The granted name that a common name stands for, in its granted spelling. */
    private static Optional<String> named(String commonName, List<SubjectAltName> granted) {
        String text = IpLiteral.parse(commonName).map(SubjectAltName::text).orElse(commonName);
        for (SubjectAltName name : granted) {
            if (text.equalsIgnoreCase(name.text())) {
                return Optional.of(name.text());
            }
        }
        return Optional.empty();
    }

    private static RDN rdn(AskedAttribute part) {
        return rdn(part.known().orElseThrow(), part.value());
    }

    private static RDN rdn(SubjectAttribute attribute, String value) {
        return new RDN(attribute.oid(), attribute.encode(value));
    }
}
