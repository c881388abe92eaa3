package dev.chancery.core.ceremony;

import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names under {@code /crl/} that CAs publish under. The delta CRL of {@code issuing} is {@code issuing-delta} and its
 * partition 2 is {@code issuing-2} (CONTRACT.md), so no CA may have such a name beside it.
 */
final class PublishedNames {
    private static final String DELTA = "-delta";

    private final Authorities authorities;

    PublishedNames(Authorities authorities) {
        this.authorities = authorities;
    }

    /** Why there cannot be a CA of this name; empty when there can. */
    Optional<String> collision(String name) {
        for (AuthorityAdded other : authorities.all()) {
            if (name.equals(other.name() + DELTA) || other.name().equals(name + DELTA)) {
                String full = name.endsWith(DELTA) ? other.name() : name;
                return Optional.of("A CA \"" + name + "\" beside the CA \"" + other.name()
                        + "\" would publish under the"
                        + " same address /crl/" + full + DELTA + ".crl: it is that of the delta CRL of \"" + full
                        + "\". Choose another name.");
            }
            if (authorities.standing(other.name()).partitions() > 0 && isPartition(name, other.name())) {
                return Optional.of("The revocation lists of the CA \"" + other.name() + "\" are partitioned, and /crl/"
                        + name + ".crl is or may become the address of one of them. Choose another name than \"" + name
                        + "\".");
            }
        }
        return Optional.empty();
    }

    private static boolean isPartition(String name, String other) {
        return name.startsWith(other + "-")
                && name.substring(other.length() + 1).matches("[1-9][0-9]{0,2}");
    }

    /** The CA that stands in the way of so many partitions; empty when none does. */
    Optional<String> inTheWay(String name, int partitions) {
        List<String> taken =
                authorities.all().stream().map(AuthorityAdded::name).toList();
        return IntStream.rangeClosed(1, partitions)
                .mapToObj(number -> name + "-" + number)
                .filter(taken::contains)
                .findFirst();
    }
}
