package dev.chancery.publisher;

import dev.chancery.publisher.target.TargetSettings;
import java.util.List;

/**
 * What can be chosen about publication, beside the times of CRLs.
 *
 * @param fetchers how many entries of who has fetched what are remembered, one per client address and CA; 0 for none
 * @param targets other places that get every CRL and CA certificate
 */
public record PublicationSettings(int fetchers, List<TargetSettings> targets) {
    public PublicationSettings {
        targets = List.copyOf(targets);
        if (targets.stream().map(TargetSettings::name).distinct().count() != targets.size()) {
            throw new IllegalArgumentException("two publication targets have the same name; each needs its own");
        }
        if (fetchers < 0 || fetchers > 1_000_000) {
            throw new IllegalArgumentException(
                    "the number of fetchers to remember is 0 (none) to 1000000, not " + fetchers);
        }
    }

    public static PublicationSettings standard() {
        return new PublicationSettings(10_000, List.of());
    }
}
