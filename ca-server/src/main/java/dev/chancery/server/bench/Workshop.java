package dev.chancery.server.bench;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** The whole CA without its listeners: what issues and revokes when nobody is between. */
public interface Workshop extends AutoCloseable {

    /** As the server itself, to whom every name is granted. Blocks for one group commit. */
    IssuanceOutcome issue(EnrollmentRequest request);

    /** For good, reason superseded. Blocks for one group commit; no CRL follows. */
    void revoke(SerialNumber serial);

    /**
     * Records revoked certificates by the million: octets of these with other serials, so that their signatures do not hold.
     *
     * @param progress told how many of {@code 2 * count} records are done
     */
    void copyRevoked(List<EncodedCertificate> originals, int count, LongConsumer progress);

    @Override
    void close();

    /** How one is opened. */
    @FunctionalInterface
    interface Opener {
        /**
         * @param data an empty directory, or one that no server uses
         * @param issuingKey of the CA that is made when the directory is empty
         */
        Workshop open(Path data, String issuingKey);
    }
}
