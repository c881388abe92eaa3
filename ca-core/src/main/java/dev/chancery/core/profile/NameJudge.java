package dev.chancery.core.profile;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Judges each requested name, one by one, whatever its kind (SECURITY.md rule 1). */
final class NameJudge {
    private final String profile;
    private final NamesRule rule;
    private final Consumer<Objection> objections;

    NameJudge(CertificateProfile profile, Consumer<Objection> objections) {
        this.profile = profile.name();
        this.rule = profile.names();
        this.objections = objections;
    }

    /** Those that are granted, in the order asked for, each once. */
    List<SubjectAltName> judge(Asked asked) {
        List<RequestedName> distinct = distinct(asked.names());
        count(distinct.size(), asked.namesField());
        Map<String, SubjectAltName> granted = new LinkedHashMap<>();
        // Beyond the maximum it is refused anyway; a stranger's thousands of names get one answer, not thousands.
        for (RequestedName name : rule.maximum() == 0 ? distinct : first(rule.maximum(), distinct)) {
            judge(name).ifPresent(good -> granted.putIfAbsent(good.kind() + ":" + good.text(), good));
        }
        if (!rule.counts().isEmpty() && distinct.size() <= rule.maximum()) {
            countKinds(distinct, asked.namesField());
        }
        return List.copyOf(granted.values());
    }

    private void countKinds(List<RequestedName> names, String field) {
        Map<NameKind, Integer> found = new EnumMap<>(NameKind.class);
        names.forEach(name -> NameKind.of(name.kind()).ifPresent(kind -> found.merge(kind, 1, Integer::sum)));
        rule.counts()
                .problems(found)
                .forEach(problem -> objections.accept(
                        Objection.of("names-of-a-kind", field, "The profile " + profile + " " + problem)));
    }

    private static List<RequestedName> first(int most, List<RequestedName> names) {
        return names.subList(0, Math.min(most, names.size()));
    }

    private static List<RequestedName> distinct(List<RequestedName> names) {
        Set<String> seen = new HashSet<>();
        List<RequestedName> distinct = new ArrayList<>();
        for (RequestedName name : names) {
            if (seen.add(name.kind() + ":" + name.text().toLowerCase(Locale.ROOT))) {
                distinct.add(name);
            }
        }
        return distinct;
    }

    private void count(int asked, String field) {
        if (asked == 0 && rule.minimum() > 0) {
            objections.accept(Objection.of(
                    "names-missing",
                    field,
                    "The request names nothing that the certificate would be good for; the profile " + profile
                            + " needs at least " + rule.minimum() + " of these: " + rule.words() + "."));
        } else if (asked < rule.minimum()) {
            objections.accept(Objection.of(
                    "names-too-few",
                    field,
                    "The request has " + asked + " names; the profile " + profile + " needs at least " + rule.minimum()
                            + "."));
        } else if (asked > rule.maximum() && rule.maximum() > 0) {
            objections.accept(Objection.of(
                    "names-too-many",
                    field,
                    "The request has " + asked + " names; the profile " + profile + " takes at most " + rule.maximum()
                            + ". Ask for several certificates."));
        }
    }

    private Optional<SubjectAltName> judge(RequestedName name) {
        Optional<NameKind> kind = NameKind.of(name.kind());
        Optional<NameProblem> problem =
                kind.isPresent() ? problem(kind.get(), name.text()) : Optional.of(neverIssued(name));
        problem.ifPresent(found -> objections.accept(found.in(name)));
        return problem.isPresent() ? Optional.empty() : kind.map(known -> granted(known, name.text()));
    }

    private Optional<NameProblem> problem(NameKind kind, String text) {
        if (!rule.kinds().contains(kind)) {
            return Optional.of(NameProblem.of(
                    "name-kind",
                    Quoted.of(text) + " stands among the " + kind.words() + "; the profile " + profile + " grants "
                            + rule.words() + "."));
        }
        return switch (kind) {
            case DNS -> HostNameCheck.check(text).or(() -> wildcard(text));
            case IP -> IpCheck.check(text);
            case EMAIL -> EmailCheck.check(text);
            case URI -> uri(text);
            case UPN -> upn(text);
        };
    }

    private static SubjectAltName granted(NameKind kind, String text) {
        return switch (kind) {
            case DNS -> new SubjectAltName.Dns(text);
            case IP -> IpLiteral.parse(text).orElseThrow();
            case EMAIL -> EmailCheck.granted(text);
            case URI -> new SubjectAltName.Uri(text);
            case UPN -> new SubjectAltName.Upn(text);
        };
    }

    private Optional<NameProblem> wildcard(String text) {
        return text.startsWith("*.") && !rule.wildcards()
                ? Optional.of(NameProblem.of(
                        "name-wildcard-refused",
                        Quoted.of(text) + " is a wildcard, and the profile " + profile
                                + " grants none; list the hosts one by one."))
                : Optional.empty();
    }

    private static Optional<NameProblem> uri(String text) {
        try {
            new SubjectAltName.Uri(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(NameProblem.about(
                    "name-uri",
                    "name-uri",
                    Quoted.of(text),
                    " is not an absolute URI in ASCII, such as spiffe://lab/web01.",
                    Optional.empty()));
        }
    }

    private static Optional<NameProblem> upn(String text) {
        return text.matches("[^@\\s\\p{Cntrl}\\p{Cf}]{1,256}@[A-Za-z0-9.-]{1,253}")
                ? Optional.empty()
                : Optional.of(NameProblem.about(
                        "name-upn",
                        "name-upn",
                        Quoted.of(text),
                        " is not a user principal name of the form user@domain.",
                        Optional.empty()));
    }

    private static NameProblem neverIssued(RequestedName name) {
        return NameProblem.of(
                "name-kind",
                Quoted.of(name.text()) + " is " + foreign(name.kind())
                        + ", a kind of name that is never issued here; leave it out.");
    }

    private static String foreign(RequestedName.Kind kind) {
        return switch (kind) {
            case X400_ADDRESS -> "an X.400 address";
            case DIRECTORY_NAME -> "a directory name";
            case EDI_PARTY_NAME -> "an EDI party name";
            case REGISTERED_ID -> "a registered identifier";
            default -> "an otherName";
        };
    }
}
