package dev.chancery.core.profile;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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
        return List.copyOf(granted.values());
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
        if (kind.isEmpty()) {
            return refuse(
                    name,
                    NameProblem.of(
                            "name-kind",
                            Quoted.of(name.text()) + " is " + foreign(name.kind())
                                    + ", a kind of name that is never issued here."));
        }
        Optional<NameProblem> problem =
                kind.get() == NameKind.DNS ? HostNameCheck.check(name.text()) : Optional.empty();
        if (problem.isPresent()) {
            return refuse(name, problem.get());
        }
        if (!rule.kinds().contains(kind.get())) {
            return refuse(
                    name,
                    NameProblem.of(
                            "name-kind",
                            Quoted.of(name.text()) + " stands among the "
                                    + kind.get().words() + "; the profile " + profile + " grants " + rule.words()
                                    + "."));
        }
        return switch (kind.get()) {
            case DNS -> host(name);
            case IP -> ip(name);
            case EMAIL -> email(name);
            case URI -> built(name, "name-uri", SubjectAltName.Uri::new);
            case UPN -> upn(name);
        };
    }

    private Optional<SubjectAltName> host(RequestedName name) {
        SubjectAltName.Dns host = new SubjectAltName.Dns(name.text());
        if (host.wildcard() && !rule.wildcards()) {
            return refuse(
                    name,
                    NameProblem.of(
                            "name-wildcard-refused",
                            Quoted.of(name.text()) + " is a wildcard, and the profile " + profile
                                    + " grants none; list the hosts one by one."));
        }
        return Optional.of(host);
    }

    private Optional<SubjectAltName> ip(RequestedName name) {
        Optional<NameProblem> problem = IpCheck.check(name.text());
        return problem.isPresent()
                ? refuse(name, problem.get())
                : IpLiteral.parse(name.text()).map(SubjectAltName.class::cast);
    }

    private Optional<SubjectAltName> email(RequestedName name) {
        int at = name.text().lastIndexOf('@');
        String host = name.text().substring(at + 1).toLowerCase(Locale.ROOT);
        Optional<HostName.Problem> problem = at < 0 ? Optional.empty() : HostName.check(host);
        if (problem.isPresent() || host.startsWith("*")) {
            return refuse(
                    name,
                    NameProblem.of(
                            "name-email",
                            Quoted.of(name.text()) + " is no mail address: what stands behind the @ is no host name."));
        }
        String text = name.text().substring(0, at + 1) + host;
        return built(new RequestedName(name.kind(), text, name.field()), "name-email", SubjectAltName.Email::new);
    }

    private Optional<SubjectAltName> upn(RequestedName name) {
        if (!name.text().matches("[^@\\s\\p{Cntrl}\\p{Cf}]{1,256}@[A-Za-z0-9.-]{1,253}")) {
            return refuse(
                    name,
                    NameProblem.of(
                            "name-upn",
                            Quoted.of(name.text()) + " is no user principal name of the form user@domain."));
        }
        return Optional.of(new SubjectAltName.Upn(name.text()));
    }

    private Optional<SubjectAltName> built(
            RequestedName name, String problemRule, Function<String, SubjectAltName> constructor) {
        try {
            return Optional.of(constructor.apply(name.text()));
        } catch (IllegalArgumentException e) {
            String words = problemRule.equals("name-uri")
                    ? " is no absolute URI in ASCII, such as spiffe://lab/web01."
                    : " is no mail address of the form user@host.";
            return refuse(name, NameProblem.of(problemRule, Quoted.of(name.text()) + words));
        }
    }

    private Optional<SubjectAltName> refuse(RequestedName name, NameProblem problem) {
        objections.accept(problem.in(name));
        return Optional.empty();
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
