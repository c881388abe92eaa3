package dev.chancery.web.api;

import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Curve;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.ProfileRemarks;
import dev.chancery.core.profile.ProfileWords;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/profiles}: which kinds of certificate there are. */
final class ProfilesApi {
    private final ProfileCatalog profiles;
    private final Clock clock;

    ProfilesApi(ProfileCatalog profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("profiles");
        profiles.all().forEach(profile -> all.add(json(profile)));
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        String name = exchange.variable("name");
        return profiles.find(name)
                .map(profile -> Reply.json(200, json(profile)))
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("There is no profile " + Values.quoted(name) + ".")));
    }

    private ObjectNode json(CertificateProfile profile) {
        ObjectNode node = Json.object()
                .put("name", profile.name())
                .put("title", profile.title())
                .put("description", profile.description())
                .put("issuer", profile.issuer())
                .put("approval", lower(profile.approval()))
                .put("ca", profile.ca().isPresent());
        subject(node, profile);
        key(node, profile);
        node.putObject("validity")
                .put("standard", profile.validity().standard().iso())
                .put("maximum", profile.validity().maximum().iso());
        words(
                node,
                "keyUsage",
                profile.keyUsage().stream().map(KeyUsage::rfcName).toList());
        words(
                node,
                "extendedKeyUsage",
                profile.extendedKeyUsage().stream().map(ExtendedKeyUsage::label).toList());
        words(
                node,
                "policies",
                profile.policies().stream().map(CertificatePolicy::oid).toList());
        words(node, "usableBy", profile.usableBy().stream().sorted().toList());
        ArrayNode lint = node.putArray("lint");
        profile.lint()
                .forEach(rule -> lint.addObject()
                        .put("rule", rule.rule())
                        .put("severity", lower(rule.severity()))
                        .put("reason", rule.reason()));
        explain(node, profile);
        return node;
    }

    /** All that the profile says, in words, since few programs look at more than the fields above. */
    private void explain(ObjectNode node, CertificateProfile profile) {
        ArrayNode lines = node.putArray("explanation");
        ProfileWords.of(profile)
                .forEach(line -> lines.addObject().put("label", line.label()).put("text", line.text()));
        ArrayNode remarks = node.putArray("remarks");
        ProfileRemarks.of(profile, clock.instant())
                .forEach(remark -> remarks.addObject().put("key", remark.key()).put("text", remark.text()));
    }

    private static void subject(ObjectNode node, CertificateProfile profile) {
        ObjectNode subject = node.putObject("subject")
                .put("from", lower(profile.subject().from()))
                .put("fixed", profile.subject().fixed().rfc4514())
                .put("required", profile.subject().required());
        Set<SubjectAttribute> allowed = new TreeSet<>(profile.subject().allowed());
        words(subject, "allowed", allowed.stream().map(SubjectAttribute::label).toList());
        ObjectNode names = node.putObject("names")
                .put("minimum", profile.names().minimum())
                .put("maximum", profile.names().maximum())
                .put("wildcards", profile.names().wildcards());
        Set<NameKind> kinds = new TreeSet<>(profile.names().kinds());
        words(names, "kinds", kinds.stream().map(ProfilesApi::lower).toList());
    }

    private static void key(ObjectNode node, CertificateProfile profile) {
        ObjectNode key = node.putObject("key");
        profile.key()
                .rsa()
                .ifPresent(sizes ->
                        key.putObject("rsa").put("minimum", sizes.minimum()).put("maximum", sizes.maximum()));
        Set<Curve> curves = new TreeSet<>(profile.key().curves());
        words(key, "curves", curves.stream().map(Curve::label).toList());
        key.put("serverMade", profile.key().allowsServerMade());
    }

    private static void words(ObjectNode node, String name, Collection<String> words) {
        words.forEach(node.putArray(name)::add);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
