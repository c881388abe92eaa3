package dev.chancery.web.certificates;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Certificates one after the other, however many they are. */
@FunctionalInterface
public interface CertificateSource {
    int PAGE = 500;

    void each(Taker taker) throws IOException;

    /** Writes one of them somewhere. */
    @FunctionalInterface
    interface Taker {
        void take(CertificateRecord certificate) throws IOException;
    }

    /** All that a query finds, from its first page to its last; nothing is kept open meanwhile. */
    static CertificateSource of(CertificateLedger ledger, CertificateQuery query) {
        return taker -> {
            Optional<String> cursor = Optional.empty();
            do {
                CertificatePage page = ledger.search(query.page(cursor, PAGE));
                for (CertificateRecord certificate : page.certificates()) {
                    taker.take(certificate);
                }
                cursor = page.next();
            } while (cursor.isPresent());
        };
    }

    static CertificateSource of(List<CertificateRecord> certificates) {
        return taker -> {
            for (CertificateRecord certificate : certificates) {
                taker.take(certificate);
            }
        };
    }
}
