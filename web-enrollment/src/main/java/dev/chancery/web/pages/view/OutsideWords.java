package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.told;

import dev.chancery.web.crl.SeenAddress;
import dev.chancery.web.crl.SeenFromOutside;
import java.util.ArrayList;
import java.util.List;

/** What the check from outside found, in the reader's language. */
public final class OutsideWords {
    /** Codes whose first value is what the answer looks like. */
    private static final String FOREIGN = "not(Crl|Certificate|Ocsp)";

    private OutsideWords() {}

    /** {@code CRL}, {@code CA certificate}. */
    static String kind(SeenAddress seen) {
        return plain("outside.kind." + seen.kind());
    }

    static String message(SeenAddress seen, SeenAddress.Finding finding) {
        List<Object> values = new ArrayList<>(finding.values());
        if (finding.code().matches(FOREIGN)) {
            values.set(0, plain("outside.looks." + values.get(0)));
        }
        values.add(0, plain("outside.this." + seen.kind()));
        return told(finding.message(), "outside.says." + finding.code(), values.toArray());
    }

    /** With the address that it belongs to. */
    public static String sentence(SeenAddress seen, SeenAddress.Finding finding) {
        return plain("outside.finding", kind(seen), seen.address(), message(seen, finding));
    }

    /** What no validating server gets from a CA. */
    public static List<String> faults(SeenFromOutside found) {
        return found.addresses().stream()
                .flatMap(seen -> seen.findings().stream()
                        .filter(SeenAddress.Finding::fault)
                        .map(finding -> sentence(seen, finding)))
                .toList();
    }
}
