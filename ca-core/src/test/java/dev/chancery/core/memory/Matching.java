package dev.chancery.core.memory;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SubjectAltName;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What a {@link CertificateQuery} finds. */
final class Matching {
    private static final String BREAKS = ".@:- ";

    private Matching() {}

    static boolean matches(CertificateQuery query, CertificateRecord certificate) {
        return query.search().map(text -> found(text, certificate)).orElse(true)
                && query.status()
                        .map(status -> certificate.status(query.now()) == status)
                        .orElse(true)
                && query.profile().map(certificate.profile()::equals).orElse(true)
                && query.issuer().map(certificate.issuer()::equals).orElse(true)
                && query.requester().map(certificate.requester()::equals).orElse(true)
                && query.exceptRequester()
                        .map(other -> !certificate.requester().equals(other))
                        .orElse(true)
                && query.expiresFrom()
                        .map(from ->
                                !certificate.certificate().validity().notAfter().isBefore(from))
                        .orElse(true)
                && query.expiresBefore()
                        .map(limit ->
                                certificate.certificate().validity().notAfter().isBefore(limit))
                        .orElse(true);
    }

    /** As they are listed. */
    static Comparator<CertificateRecord> order(CertificateQuery.Order order) {
        Comparator<CertificateRecord> byEnd = Comparator.comparing(
                        (CertificateRecord one) -> one.certificate().validity().notAfter())
                .thenComparingLong(CertificateRecord::journalSequence);
        return switch (order) {
            case NEWEST ->
                Comparator.comparingLong(CertificateRecord::journalSequence).reversed();
            case ENDING -> byEnd;
            case ENDED -> byEnd.reversed();
        };
    }

    private static boolean found(String search, CertificateRecord certificate) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        Stream<String> names = Stream.concat(
                certificate.certificate().subject().commonName().stream(),
                certificate.certificate().subjectAltNames().stream().map(SubjectAltName::text));
        return names.anyMatch(name -> beginsALabel(wanted, name.toLowerCase(Locale.ROOT)))
                || certificate.serial().hex().startsWith(wanted.replace(":", ""))
                || certificate.requester().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static boolean beginsALabel(String wanted, String name) {
        for (int at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
            if (at == 0 || BREAKS.indexOf(name.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
