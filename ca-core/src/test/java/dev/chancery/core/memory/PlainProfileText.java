package dev.chancery.core.memory;

import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileText;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.editing.Setting;
import dev.chancery.core.editing.Setting.Kind;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.ValidityRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A language with a handful of keys, one a line: {@code name}, {@code title}, {@code issuer}, {@code validity.standard},
 * {@code validity.maximum}, {@code approval}, {@code names.kinds} (only shown). The rest is the profile's from which it is made.
 */
public final class PlainProfileText implements ProfileText {
    private static final List<String> KEYS =
            List.of("name", "title", "issuer", "validity.standard", "validity.maximum", "approval");

    private final Function<String, CertificateProfile> original;

    /** @param original what a profile of that name has beside the keys */
    public PlainProfileText(Function<String, CertificateProfile> original) {
        this.original = original;
    }

    /** The text of a profile. */
    public String write(CertificateProfile profile) {
        StringBuilder text = new StringBuilder("# " + profile.description() + "\n");
        values(profile)
                .forEach((key, value) ->
                        text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    private static Map<String, String> values(CertificateProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", profile.name());
        values.put("title", profile.title());
        values.put("issuer", profile.issuer());
        values.put("validity.standard", profile.validity().standard().words());
        values.put("validity.maximum", profile.validity().maximum().words());
        values.put("approval", profile.approval().name().toLowerCase(Locale.ROOT));
        return values;
    }

    @Override
    public Reading read(String file, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            String key = colon < 0 ? line : line.substring(0, colon);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!KEYS.contains(key)) {
                mistakes.add(new Mistake(file, i + 1, 1, key, "unknown key. Known are " + String.join(", ", KEYS)));
            }
            values.put(key, line.substring(colon + 1).strip());
        }
        if (!values.containsKey("name")) {
            mistakes.add(new Mistake(file, 1, 1, "name", "missing"));
        }
        return mistakes.isEmpty() ? made(file, lines, values) : new Reading.Faulty(mistakes);
    }

    private Reading made(String file, List<String> lines, Map<String, String> values) {
        String key = "name";
        try {
            CertificateProfile from = original.apply(values.get("name"));
            key = "validity.maximum";
            ValidityRule validity = new ValidityRule(
                    ValidityLength.of(values.getOrDefault("validity.standard", "90 days")),
                    ValidityLength.of(values.getOrDefault("validity.maximum", "1 year")));
            key = "approval";
            Approval approval =
                    Approval.valueOf(values.getOrDefault("approval", "none").toUpperCase(Locale.ROOT));
            return new Reading.Sound(with(from, values, validity, approval));
        } catch (IllegalArgumentException e) {
            String wrong = key;
            int line = 1
                    + (int) lines.stream()
                            .takeWhile(text -> !text.startsWith(wrong + ":"))
                            .count();
            return new Reading.Faulty(List.of(new Mistake(file, line, 1, key, String.valueOf(e.getMessage()))));
        }
    }

    private static CertificateProfile with(
            CertificateProfile from, Map<String, String> values, ValidityRule validity, Approval approval) {
        return new CertificateProfile(
                values.get("name"),
                values.getOrDefault("title", from.title()),
                from.description(),
                values.getOrDefault("issuer", from.issuer()),
                from.subject(),
                from.names(),
                from.key(),
                validity,
                from.keyUsage(),
                from.extendedKeyUsage(),
                from.ca(),
                from.crlDistributionPoint(),
                from.authorityInformationAccess(),
                from.ocspNocheck(),
                from.policies(),
                approval,
                from.usableBy(),
                from.signature(),
                from.publishedAt(),
                from.critical(),
                from.tlsFeature(),
                from.microsoftTemplate(),
                from.extensions(),
                from.subjectInformationAccess(),
                from.issuerAlternativeNames(),
                from.subjectDirectoryAttributes(),
                from.lint(),
                from.requesters(),
                from.officers());
    }

    @Override
    public List<Setting> settings(CertificateProfile profile) {
        List<Setting> settings = new ArrayList<>();
        values(profile).forEach((key, value) -> {
            boolean choice = key.equals("approval");
            settings.add(new Setting(
                    key,
                    choice ? Kind.CHOICE : Kind.TEXT,
                    choice ? List.of("none", "officer") : List.of(),
                    value,
                    value,
                    "What " + key + " means."));
        });
        String kinds = String.join(
                ", ",
                new TreeSet<>(profile.names().kinds())
                        .stream()
                                .map(NameKind::name)
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList());
        settings.add(new Setting(
                "names.kinds",
                Kind.CHOICES,
                List.of("dns", "ip", "email"),
                "[" + kinds + "]",
                kinds,
                "Kinds of names."));
        return settings;
    }

    @Override
    public String with(String text, Map<String, String> values) {
        String changed = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!KEYS.contains(value.getKey())) {
                throw new IllegalArgumentException("the form cannot change " + value.getKey() + " here");
            }
            List<String> lines = new ArrayList<>(changed.lines().toList());
            Optional<String> old = lines.stream()
                    .filter(line -> line.startsWith(value.getKey() + ":"))
                    .findFirst();
            String line = value.getKey() + ": " + value.getValue();
            old.ifPresentOrElse(found -> lines.set(lines.indexOf(found), line), () -> lines.add(line));
            changed = String.join("\n", lines) + "\n";
        }
        return changed;
    }
}
