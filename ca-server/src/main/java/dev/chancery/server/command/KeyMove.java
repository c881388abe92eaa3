package dev.chancery.server.command;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.ceremony.KeyCustody;
import dev.chancery.core.journal.JournalFaultException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageException;
import dev.chancery.server.command.report.CommandFailedException;
import java.util.function.BiConsumer;

/** The data directory of a stopped server, opened so that a CA's key may be moved. */
final class KeyMove {
    private final OfflineOptions data;
    private final Surroundings here;

    KeyMove(OfflineOptions data, Surroundings here) {
        this.data = data;
        this.here = here;
    }

    /** Whoever may read the key files and their passphrase may move them. */
    void with(BiConsumer<KeyCustody, Permit> move) {
        Secret passphrase = data.passphrase(here).orElseThrow(() -> data.noPassphrase(""));
        try (Storage storage = Storage.open(
                data.settings(), OfflineOptions.seal(passphrase, here), here.clock(), (step, since) -> {})) {
            KeyCustody custody = new KeyCustody(
                    new KeyVault(passphrase), storage.authorities(), storage.journal(), data.directory());
            move.accept(custody, permit());
        } catch (DataDirectoryInUseException e) {
            throw CommandFailedException.refused(e.getMessage() + "\nStop the server first: it has the key in memory.");
        } catch (JournalCorruptException | StorageException | CeremonyFaultException | JournalFaultException e) {
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
