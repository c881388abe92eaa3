package dev.chancery.web.api;

import dev.chancery.core.editing.Comparison;
import dev.chancery.core.editing.LineDifference;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.journal.ProfileVersion;
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
import dev.chancery.web.http.Json;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Profiles and their versions as JSON. */
final class ProfileJson {
    private final ProfileEditor editor;
    private final Clock clock;

    ProfileJson(ProfileEditor editor, Clock clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /** @param newest who saved it, and when */
    ObjectNode of(ProfileCatalog.Entry entry, Optional<ProfileVersion> newest) {
        CertificateProfile profile = entry.profile();
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
        // Who has saved a newer one meanwhile, has not saved this one.
        newest.filter(version -> entry.version().orElse(0) == version.number())
                .ifPresent(version -> saved(node, version));
        return node;
    }

    private static ObjectNode saved(ObjectNode node, ProfileVersion version) {
        node.put("version", version.number());
        version.sha256().ifPresent(digest -> node.put("sha256", digest.hex()));
        return node.put("savedAt", version.at().toString())
                .put("savedBy", version.by())
                .put("why", version.why());
    }

    /** One line of a history. */
    ObjectNode of(ProfileVersion version) {
        ObjectNode node =
                saved(Json.object(), version).put("removed", version.removal()).put("journal", version.sequence());
        changes(node, editor.changes(version));
        return node;
    }

    /** With its text, and what that says. */
    ObjectNode full(ProfileVersion version) {
        ObjectNode node = of(version).put("name", version.name());
        version.text().ifPresent(text -> {
            node.put("text", text);
            if (editor.language().read(version.name(), text) instanceof Reading.Sound sound) {
                explain(node, sound.profile());
            }
        });
        lines(node, editor.changes(version));
        return node;
    }

    static void changes(ObjectNode node, Comparison comparison) {
        ArrayNode changes = node.putArray("changes");
        comparison
                .keys()
                .forEach(change -> changes.addObject()
                        .put("key", change.key())
                        .put("before", change.before())
                        .put("after", change.after()));
    }

    /** Only those that came or went. */
    static void lines(ObjectNode node, Comparison comparison) {
        ArrayNode lines = node.putArray("difference");
        comparison.lines().stream()
                .filter(line -> line.kind() != LineDifference.Kind.KEPT)
                .forEach(line -> lines.add(
                        (line.kind() == LineDifference.Kind.ADDED ? "+" : "-") + line.number() + ": " + line.text()));
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
        words(names, "kinds", kinds.stream().map(ProfileJson::lower).toList());
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
