package dev.chancery.server.command;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The keys and published CRLs of a data directory, held against what the journal says about them. */
record KeptFiles(Path data, Secret passphrase) {

    /** In the order of the CAs; empty when nothing is wrong. */
    Optional<String> firstProblem(Authorities authorities, CrlArchive archive) {
        KeyVault vault = new KeyVault(passphrase);
        for (AuthorityAdded authority : authorities.all()) {
            Optional<String> problem = (authorities.standing(authority.name()).keyAway()
                            ? Optional.<String>empty()
                            : key(authority, vault))
                    .or(() -> crl(authority, archive.highest(authority.name(), authority.name())));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> key(AuthorityAdded authority, KeyVault vault) {
        KeyLocation file = new KeyLocation.Pkcs12File(data.resolve(authority.keyFile()));
        try {
            EncodedCertificate expected = new EncodedCertificate(authority.certificate());
            // Opening proves that the key belongs to the certificate beside it.
            vault.open(file);
            return vault.chain(file).get(0).equals(expected)
                    ? Optional.empty()
                    : Optional.of("the key file " + data.resolve(authority.keyFile()) + " is not the one of the CA \""
                            + authority.name() + "\". Bring it back from a backup");
        } catch (KeyUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A file may be missing or one behind when the process was killed; the next start publishes another. */
    private Optional<String> crl(AuthorityAdded authority, CrlNumber highest) {
        Path file = data.resolve("crl").resolve(authority.name() + ".crl");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SignedCrl crl = CrlReader.read(
                    authority.name(), new EncodedCertificate(authority.certificate()), CrlOctets.mapped(file));
            return crl.number().compareTo(highest) <= 0
                    ? Optional.empty()
                    : Optional.of("the published CRL " + file + " has the number " + crl.number()
                            + ", but the journal knows none above " + highest + ": the journal is an older one");
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("the published CRL " + file + " cannot be used: " + e.getMessage()
                    + ". Delete it; the server makes a new one when it starts");
        }
    }
}
