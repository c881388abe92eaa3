package dev.chancery.server.command;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.ceremony.KeyCustody;
import dev.chancery.core.ceremony.OutsideSignature;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.IssuanceFaultException;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.lint.Linter;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageException;
import dev.chancery.server.command.report.CommandFailedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The data directory of a stopped server, opened so that a CA's key may be moved. */
final class KeyMove {
    private final OfflineOptions data;
    private final Surroundings here;

    KeyMove(OfflineOptions data, Surroundings here) {
        this.data = data;
        this.here = here;
    }

    /** What is open while a key is moved. */
    record Opened(Storage storage, KeyVault vault, Path data, KeyCustody custody, Permit permit) {
        OutsideSignature outside(Surroundings here) {
            AuthorityCertificates certificates =
                    new AuthorityCertificates(new Linter(), storage.journal(), here.clock(), here.random());
            return new OutsideSignature(
                    vault, certificates, storage.authorities(), storage.journal(), here.clock(), data);
        }

        OfflineSigning.Signed sign(OfflineSigning signing, String ca, Optional<Path> key, int days) {
            return signing.sign(storage, vault, data, ca, key, days);
        }
    }

    /** Whoever may read the key files and their passphrase may move them. */
    void with(Consumer<Opened> move) {
        Secret passphrase = data.passphrase(here).orElseThrow(() -> data.noPassphrase(""));
        try (Storage storage = Storage.open(
                data.settings(), OfflineOptions.seal(passphrase, here), here.clock(), (step, since) -> {})) {
            KeyVault vault = new KeyVault(passphrase);
            KeyCustody custody = new KeyCustody(vault, storage.authorities(), storage.journal(), data.directory());
            move.accept(new Opened(storage, vault, data.directory(), custody, permit()));
        } catch (DataDirectoryInUseException e) {
            throw CommandFailedException.refused(e.getMessage() + "\nStop the server first: it has the key in memory.");
        } catch (JournalCorruptException
                | StorageException
                | CeremonyFaultException
                | IssuanceFaultException
                | JournalFaultException
                | KeyUnavailableException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }

    private static Permit permit() {
        return new AccessPolicy()
                .decide(Requester.system(), Permission.MANAGE_AUTHORITIES, AccessPolicy.AccessObject.any())
                .fold(permit -> permit, reason -> {
                    throw new IllegalStateException(reason);
                });
    }
}
