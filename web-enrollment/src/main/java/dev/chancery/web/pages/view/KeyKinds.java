package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.Curve;
import dev.chancery.core.profile.KeyRule;
import dev.chancery.web.pages.view.RequestFormView.Choice;
import java.util.List;
import java.util.Optional;

/** The keys that this application offers to make: those that browsers and servers make alike, as far as a profile takes them. */
public final class KeyKinds {
    /** What everything understands stands first. */
    private static final List<KeyAlgorithm> OFFERED = List.of(
            KeyAlgorithm.RSA_2048,
            KeyAlgorithm.RSA_3072,
            KeyAlgorithm.RSA_4096,
            KeyAlgorithm.EC_P256,
            KeyAlgorithm.EC_P384);

    private KeyKinds() {}

    /** Possibly none: a profile may take Edwards curves only. */
    public static List<KeyAlgorithm> of(KeyRule rule) {
        return OFFERED.stream().filter(algorithm -> takes(rule, algorithm)).toList();
    }

    /** The wanted one where the profile takes it, else the first that it takes. */
    public static Optional<KeyAlgorithm> chosen(KeyRule rule, Optional<KeyAlgorithm> wanted) {
        List<KeyAlgorithm> possible = of(rule);
        return wanted.filter(possible::contains).or(() -> possible.stream().findFirst());
    }

    /** For a list to choose from. */
    public static List<Choice> choices(KeyRule rule, Optional<KeyAlgorithm> wanted) {
        Optional<KeyAlgorithm> chosen = chosen(rule, wanted);
        return of(rule).stream()
                .map(algorithm -> new Choice(
                        algorithm.label(),
                        words(algorithm),
                        "",
                        chosen.filter(algorithm::equals).isPresent()))
                .toList();
    }

    private static boolean takes(KeyRule rule, KeyAlgorithm algorithm) {
        if (algorithm.curve().isEmpty()) {
            return rule.rsa()
                    .filter(sizes -> sizes.minimum() <= algorithm.bits() && algorithm.bits() <= sizes.maximum())
                    .isPresent();
        }
        return rule.curves().contains(Curve.of("P-" + algorithm.bits()));
    }

    private static String words(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case RSA_2048 -> plain("request.key.kind.rsa");
            case EC_P256 -> plain("request.key.kind.ec");
            default -> algorithm.curve().isEmpty() ? "RSA " + algorithm.bits() : "EC P-" + algorithm.bits();
        };
    }
}
