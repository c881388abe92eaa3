package dev.chancery.server.backup;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@code crl/} of a data directory or of a backup tells about the numbers that were used. */
record PublishedCrls(Path directory) {
    /** The CRL in force of a CA, if it is really one of that CA. */
    Optional<SignedCrl> inForce(AuthorityAdded authority) {
        Path file = directory.resolve(authority.name() + ".crl");
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(CrlReader.read(
                            authority.name(), new EncodedCertificate(authority.certificate()), CrlOctets.mapped(file)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // A file that is no CRL of this CA says nothing about its numbers.
            return Optional.empty();
        }
    }

    /** Also of those before it, {@code issuing/12.crl}, whose names are their numbers. */
    CrlNumber highest(AuthorityAdded authority, String scope) {
        Optional<Integer> partition = partition(authority.name(), scope);
        if (partition.isPresent()) {
            return archived(CrlPartition.publication(authority.name(), partition.get()));
        }
        // Full and delta CRLs share their numbers.
        return inForce(authority)
                .map(SignedCrl::number)
                .orElse(CrlNumber.ZERO)
                .max(archived(authority.name()))
                .max(archived(CrlScope.Delta.publicationOf(authority.name())));
    }

    /** Every partition that has published. */
    List<String> partitions(String ca) {
        return IntStream.rangeClosed(1, CrlPartition.MOST)
                .filter(number -> archived(CrlPartition.publication(ca, number)).compareTo(CrlNumber.ZERO) > 0)
                .mapToObj(number -> CrlScope.Partition.sequenceOf(ca, number))
                .toList();
    }

    private static Optional<Integer> partition(String ca, String scope) {
        String number = scope.startsWith(ca + "/") ? scope.substring(ca.length() + 1) : "";
        return number.matches("[1-9][0-9]{0,2}") ? Optional.of(Integer.parseInt(number)) : Optional.empty();
    }

    private CrlNumber archived(String publication) {
        CrlNumber highest = CrlNumber.ZERO;
        Path archive = directory.resolve(publication);
        if (!Files.isDirectory(archive)) {
            return highest;
        }
        try (Stream<Path> files = Files.list(archive)) {
            List<CrlNumber> numbers = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{1,47}\\.crl"))
                    .map(name -> new CrlNumber(new java.math.BigInteger(name.substring(0, name.length() - 4))))
                    .toList();
            for (CrlNumber number : numbers) {
                highest = highest.max(number);
            }
            return highest;
        } catch (IOException e) {
            return highest;
        }
    }
}
