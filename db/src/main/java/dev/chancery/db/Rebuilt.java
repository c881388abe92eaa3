package dev.chancery.db;

import java.util.List;

/**
 * What a rebuild made.
 *
 * @param records of the journal that were applied
 * @param accountsWithoutSecrets accounts whose password and tokens could not be opened, because the passphrase is another
 *     one or missing; nobody can sign in with them until an admin sets a password
 */
public record Rebuilt(long records, List<String> accountsWithoutSecrets) {
    public Rebuilt {
        accountsWithoutSecrets = List.copyOf(accountsWithoutSecrets);
    }
}
