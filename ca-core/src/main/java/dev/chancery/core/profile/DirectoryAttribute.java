package dev.chancery.core.profile;

import dev.chancery.core.x509.Der;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An attribute of the subject beside its name, the same in every certificate of the profile (RFC 5280 §4.2.1.8).
 *
 * @param attribute which one
 * @param values texts, in the syntax of the attribute
 * @param hex DER of values of other types, for attributes that have no name here
 */
public record DirectoryAttribute(DirectoryAttributeType attribute, List<String> values, List<String> hex) {
    private static final int MOST = 20;

    public DirectoryAttribute {
        values = List.copyOf(values);
        hex = List.copyOf(hex);
        String label = attribute.label();
        if (attribute.named() && !hex.isEmpty()) {
            throw new IllegalArgumentException(
                    "hex: the syntax of " + label + " is known, so write its value as a text under values");
        }
        int count = values.size() + hex.size();
        if (count == 0 || count > MOST || attribute.single() && count > 1) {
            throw new IllegalArgumentException("values: " + label + " has "
                    + (count == 0 ? "no value; write" : count + " values;")
                    + (attribute.single() ? " exactly one" : " 1 to " + MOST));
        }
        encode(attribute, values, hex);
    }

    /** DER of each value, in no particular order. */
    public List<Der> encoded() {
        return encode(attribute, values, hex);
    }

    private static List<Der> encode(DirectoryAttributeType type, List<String> values, List<String> hex) {
        List<Der> all = new ArrayList<>();
        for (String text : values) {
            try {
                all.add(type.encode(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("values: " + Quoted.of(text) + " " + e.getMessage(), e);
            }
        }
        for (String text : hex) {
            all.add(CustomExtension.ofHex("hex", text));
        }
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("values: a value is listed twice");
        }
        return List.copyOf(all);
    }

    /** {@code countryOfCitizenship DE, FR}. */
    public String words() {
        List<String> shown = new ArrayList<>(values);
        hex.forEach(text -> shown.add("DER " + text));
        return attribute.label() + " " + String.join(", ", shown);
    }
}
