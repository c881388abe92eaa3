package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kind of a CA's CRLs.
 *
 * @param word in the query of the archive's page; empty for full ones
 * @param label on that page
 * @param publication the name under which it is published
 * @param sequence the name of its numbers in the journal
 * @param file where files are, below the page; {@code #} stands for the number
 */
record CrlKind(String word, String label, String publication, String sequence, String file) {
    private static final String PARTITION = "partition-";

    static CrlKind full(Issuer issuer) {
        return new CrlKind("", plain("authorities.archive.full"), issuer.name(), issuer.name(), "/#.crl");
    }

    static CrlKind delta(Issuer issuer) {
        return new CrlKind(
                "delta",
                plain("authorities.archive.delta"),
                CrlScope.Delta.publicationOf(issuer.name()),
                CrlScope.Delta.sequenceOf(issuer.name()),
                "/#-delta.crl");
    }

    /** Empty when the CA has no such partition. */
    static Optional<CrlKind> partition(Issuer issuer, String number) {
        return partitions(issuer).stream()
                .filter(kind -> kind.word().equals(PARTITION + number))
                .findFirst();
    }

    static List<CrlKind> partitions(Issuer issuer) {
        List<CrlKind> kinds = new ArrayList<>();
        for (int number = 1; number <= issuer.partitions(); number++) {
            kinds.add(new CrlKind(
                    PARTITION + number,
                    plain("authorities.archive.partition", number),
                    CrlPartition.publication(issuer.name(), number),
                    CrlScope.Partition.sequenceOf(issuer.name(), number),
                    "/partitions/" + number + "/#.crl"));
        }
        return kinds;
    }

    /** @param base the archive's page of the CA */
    String path(String base) {
        return word.isEmpty() ? base : base + "?list=" + word;
    }

    String file(String base, CrlNumber number) {
        return base + file.replace("#", number.toString());
    }
}
