package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules look at usual names without taking them apart; here they are taken apart. */
@DisplayName("The rules about host names")
class DnsRulesTest {
    private static final String LETTERS = "aZ09-._*..--";

    @Test
    @Tag("slow")
    @DisplayName("decide as if they looked at every label by itself")
    void labels() {
        Random random = new Random(1034);
        for (int i = 0; i < 30_000; i++) {
            String name = name(random);
            check(name);
        }
    }

    @Test
    @DisplayName("and about every short name there is")
    void everyShortName() {
        List<String> names = List.of("");
        for (int length = 1; length <= 4; length++) {
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                "a9-._*/".chars().forEach(c -> longer.add(name + (char) c));
            }
            names = longer;
            names.forEach(DnsRulesTest::check);
        }
        for (int length : new int[] {62, 63, 64}) {
            String label = "a".repeat(length);
            List.of(label, label + ".", label + ".b", "b." + label, "b." + label + ".")
                    .forEach(DnsRulesTest::check);
        }
    }

    private static void check(String name) {
        check(new DnsCharacters(), name, anyLabel(name, DnsRulesTest::strange));
        String body = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        check(new DnsLabelLength(), name, anyLabel(body, label -> label.isEmpty() || label.length() > 63));
        String[] labels = name.split("\\.", -1);
        check(new DnsNotAddress(), name, !name.isEmpty() && labels[labels.length - 1].matches("[0-9]*"));
        check(new DnsALabel(), name, anyLabel(name, DnsRulesTest::noALabel));
    }

    private static void check(DnsNameRule rule, String name, boolean wrong) {
        assertThat(rule.judge(name).isPresent()).as(rule + " about " + name).isEqualTo(wrong);
    }

    private static boolean anyLabel(String name, Predicate<String> wrong) {
        return Arrays.stream(name.split("\\.", -1)).anyMatch(wrong);
    }

    private static boolean strange(String label) {
        boolean another = label.contains("*") || label.contains("_");
        return !another && !label.matches("([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)?");
    }

    private static boolean noALabel(String label) {
        return label.length() > 3 && label.startsWith("--", 2) && !ALabel.valid(label);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return switch (random.nextInt(8)) {
            case 0 -> name + "." + "a".repeat(62 + random.nextInt(3));
            case 1 -> "xn--mnchen-3ya." + name;
            default -> name.toString();
        };
    }
}
