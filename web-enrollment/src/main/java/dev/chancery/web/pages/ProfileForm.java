package dev.chancery.web.pages;

import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.Setting;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.ProfileEditView.Field;
import dev.chancery.web.pages.view.ProfileEditView.Option;
import dev.chancery.web.pages.view.ProfileEditView.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form beside the YAML: a field for each key that has a simple value, and which of them somebody has changed. */
final class ProfileForm {
    private static final String FIELD = "f.";
    private static final String BEFORE = "was.";

    /** Seen at once; the others are a click away. */
    private static final Set<String> OPEN =
            Set.of("title", "names", "key", "validity", "approval", "usable-by", "requesters");

    /** Its own page has a place for the name. */
    private static final String NAME = "name";

    private ProfileForm() {}

    /** Values that are other ones than those that the form showed, by key. */
    static Map<String, String> changed(Form form) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String field : form.fields().names()) {
            if (field.startsWith(BEFORE)) {
                String key = field.substring(BEFORE.length());
                String value = value(form, key);
                if (!same(value, form.fields().first(field).orElse(""))) {
                    changed.put(key, value);
                }
            }
        }
        return changed;
    }

    private static String value(Form form, String key) {
        return form.all(FIELD + key).stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    /** Ticked boxes have no order. */
    private static boolean same(String left, String right) {
        return left.equals(right) || words(left).equals(words(right));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).sorted().toList();
    }

    /**
     * The form, with what was sent where the text cannot be read.
     *
     * @param settings of the text when it is sound, else of the version in force
     * @param sent empty for the first look, and when the settings are the text's
     * @param merged whether the text has what was sent
     */
    static List<Section> sections(List<Setting> settings, Optional<Form> sent, boolean merged, List<Mistake> mistakes) {
        Map<String, List<Field>> groups = new LinkedHashMap<>();
        Set<String> absent = settings.stream()
                .filter(setting -> setting.kind() == Setting.Kind.SECTION
                        && setting.value().isEmpty())
                .map(setting -> setting.key() + ".")
                .filter(section -> !section.equals("key.rsa."))
                .collect(Collectors.toSet());
        for (Setting setting : settings) {
            boolean left = setting.key().equals(NAME)
                    || setting.kind() == Setting.Kind.SECTION
                    || absent.stream().anyMatch(setting.key()::startsWith);
            if (!left) {
                groups.computeIfAbsent(group(setting.key()), any -> new ArrayList<>())
                        .add(field(setting, sent, merged, mistakes));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Section(
                        SettingWords.group(group.getKey()),
                        OPEN.contains(group.getKey())
                                || group.getValue().stream()
                                        .anyMatch(field -> !field.error().isEmpty()),
                        group.getValue()))
                .toList();
    }

    private static String group(String key) {
        String top = key.split("\\.", 2)[0];
        return top.equals("description") ? "title" : top;
    }

    private static Field field(Setting setting, Optional<Form> sent, boolean merged, List<Mistake> mistakes) {
        String key = setting.key();
        boolean there = sent.isPresent() && sent.get().fields().has(BEFORE + key);
        String value = there ? value(sent.get(), key) : setting.shown();
        String before =
                there && !merged ? sent.get().fields().first(BEFORE + key).orElse("") : value;
        return new Field(
                key,
                SettingWords.label(key),
                kind(setting.kind()),
                before,
                value,
                options(setting, value),
                SettingWords.meaning(setting),
                mistakes.stream()
                        .filter(mistake -> mistake.key().equals(key))
                        .map(Mistake::message)
                        .findFirst()
                        .orElse(""));
    }

    private static String kind(Setting.Kind kind) {
        return switch (kind) {
            case TEXT, LIST -> "text";
            case NUMBER -> "number";
            case YES_OR_NO, CHOICE -> "choice";
            case CHOICES -> "choices";
            case YAML, SECTION -> "yaml";
        };
    }

    private static List<Option> options(Setting setting, String value) {
        List<String> chosen = words(value);
        List<String> all = new ArrayList<>();
        if (setting.kind() == Setting.Kind.YES_OR_NO) {
            all.addAll(List.of("true", "false"));
        }
        all.addAll(setting.words());
        if (setting.kind() != Setting.Kind.CHOICES && !all.isEmpty() && !all.contains(value)) {
            all.add(0, value);
        }
        return all.stream().map(word -> new Option(word, chosen.contains(word))).toList();
    }
}
