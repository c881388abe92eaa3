package dev.chancery.core.x509;

import java.util.List;

/**
 * What a sentence says, for whoever says it in another language: the core itself speaks English only.
 *
 * @param code in kebab-case, the same for all sentences that differ in their values only; empty where there is none
 * @param values that stand in the sentence, as they stand there
 */
public record Wording(String code, List<String> values) {
    private static final Wording NONE = new Wording("", List.of());

    public Wording {
        values = List.copyOf(values);
    }

    public static Wording of(String code, String... values) {
        return new Wording(code, List.of(values));
    }

    /** Of a sentence that is there in English only. */
    public static Wording none() {
        return NONE;
    }
}
