package dev.chancery.web.pages.view;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.web.crl.CrlPublication;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A partition of a CA's certificates, and its list.
 *
 * @param file name of the list under {@code /crl/}, without its ending
 * @param crl the one in force; empty before the first
 */
public record PartitionRow(int number, String file, Optional<CrlRow> crl) {
    static List<PartitionRow> all(Issuer issuer, CrlPublication crls, Moments moments) {
        return IntStream.rangeClosed(1, issuer.partitions())
                .mapToObj(number -> new PartitionRow(
                        number,
                        CrlPartition.publication(issuer.name(), number),
                        crls.current(issuer.name(), OptionalInt.of(number)).map(crl -> CrlRow.of(crl, moments))))
                .toList();
    }

    boolean missingOrEnded() {
        return crl.map(CrlRow::ended).orElse(true);
    }
}
