package dev.chancery.server;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.ConfigurationProblem;
import dev.chancery.config.KeyForm;
import dev.chancery.config.KeyForms;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.config.YamlText;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileText;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.editing.Setting;
import dev.chancery.core.profile.CertificateProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Profiles in YAML. What was read once is not read again: the start, a page and its look at the changes see the same texts. */
final class YamlProfiles implements ProfileText {
    private static final int KEPT = 64;

    private final Map<String, CertificateProfile> known = new ConcurrentHashMap<>();
    private final Map<String, String> meanings = Shipped.profileKeys();

    @Override
    public Reading read(String file, String text) {
        @Nullable CertificateProfile before = known.get(text);
        if (before != null) {
            return new Reading.Sound(before);
        }
        try {
            CertificateProfile profile = YamlReader.read(file, text, CertificateProfile.class);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(text, profile);
            return new Reading.Sound(profile);
        } catch (ConfigurationException e) {
            return new Reading.Faulty(
                    e.problems().stream().map(YamlProfiles::mistake).toList());
        }
    }

    private static Mistake mistake(ConfigurationProblem problem) {
        return new Mistake(problem.file(), problem.line(), problem.column(), problem.key(), problem.message());
    }

    @Override
    public List<Setting> settings(CertificateProfile profile) {
        return KeyForms.of(profile).stream().map(this::setting).toList();
    }

    private Setting setting(KeyForm form) {
        return new Setting(
                form.path(),
                kind(form.kind()),
                form.words(),
                form.value(),
                form.shown(),
                meanings.getOrDefault(form.path(), ""));
    }

    private static Setting.Kind kind(KeyForm.Kind kind) {
        return switch (kind) {
            case TEXT -> Setting.Kind.TEXT;
            case NUMBER -> Setting.Kind.NUMBER;
            case YES_OR_NO -> Setting.Kind.YES_OR_NO;
            case CHOICE -> Setting.Kind.CHOICE;
            case CHOICES -> Setting.Kind.CHOICES;
            case LIST -> Setting.Kind.LIST;
            case OTHER -> Setting.Kind.YAML;
            case SECTION -> Setting.Kind.SECTION;
        };
    }

    @Override
    public String with(String text, Map<String, String> values) {
        Map<String, Setting> keys = settings(sample()).stream().collect(Collectors.toMap(Setting::key, key -> key));
        String changed = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            @Nullable Setting key = keys.get(value.getKey());
            if (key == null) {
                throw new IllegalArgumentException("there is no key " + value.getKey());
            }
            changed = YamlText.with(changed, key.key(), written(key.kind(), value.getValue()));
        }
        return changed;
    }

    /** Any profile: the keys are those of the type. */
    private CertificateProfile sample() {
        String text = Objects.requireNonNull(Shipped.profiles().get("tls-server.yaml"));
        return read("tls-server.yaml", text).fold(profile -> profile, mistakes -> {
            throw new IllegalStateException("the shipped profile is wrong: " + mistakes);
        });
    }

    private static String written(Setting.Kind kind, String value) {
        List<String> items = Arrays.stream(value.split("[,\n]", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        return switch (kind) {
            case CHOICES, LIST -> YamlText.list(items);
            case TEXT -> value.isBlank() ? "" : YamlText.scalar(value.strip());
            case NUMBER, YES_OR_NO, CHOICE ->
                value.strip().matches("[A-Za-z0-9-]*") ? value.strip() : YamlText.scalar(value.strip());
            case YAML, SECTION -> throw new IllegalArgumentException("this key can only be changed in the YAML");
        };
    }
}
