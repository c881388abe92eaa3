package dev.chancery.core.access;

import java.util.List;
import java.util.Optional;

/** Port: where accounts are kept. A save is in the journal, and durable, before it returns. */
public interface Accounts {
    Optional<Account> find(String name);

    Optional<Account> findByTokenSha256(String sha256Hex);

    /** By name. */
    List<Account> all();

    /** Adds or replaces; {@code by} and {@code what} go into the journal, with the state before and after. */
    void save(Account account, Requester by, String what);
}
