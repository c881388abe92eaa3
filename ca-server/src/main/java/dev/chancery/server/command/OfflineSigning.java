package dev.chancery.server.command;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.db.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a CA whose key is kept elsewhere signs while its key is at hand: a CRL, and a certificate for its OCSP responder, both
 * to last until the key is at hand again. For commands that work on a stopped server's data.
 */
@FunctionalInterface
public interface OfflineSigning {
    /**
     * Signs, records and publishes both.
     *
     * @param key where the CA's key is; empty when it is in the data directory
     * @throws dev.chancery.core.ceremony.CeremonyFaultException when it cannot, with the reason
     */
    Signed sign(Storage storage, KeyVault vault, Path data, String ca, Optional<Path> key, int days);

    /**
     * What was signed.
     *
     * @param crlEnds nextUpdate of the CRL
     * @param responderEnds notAfter of the responder's certificate
     */
    record Signed(CrlNumber crl, Instant crlEnds, Instant responderEnds) {}
}
