package dev.chancery.core.access;

import java.util.List;
import java.util.Optional;

/** Port: where accounts and groups are kept. A save is in the journal, and durable, before it returns. */
public interface Accounts {
    Optional<Account> find(String name);

    Optional<Account> findByTokenSha256(String sha256Hex);

    /** By name. */
    List<Account> all();

    /** Adds or replaces; {@code by} and {@code what} go into the journal, with the state before and after. */
    void save(Account account, Requester by, String what);

    /** By name. */
    List<Group> groups();

    /** Adds or replaces, for every member at once; {@code by} and {@code what} as for accounts. */
    void save(Group group, Requester by, String what);

    /** Fails when accounts are in it: a later group of that name must not find members. */
    void remove(Group group, Requester by, String what);

    /**
     * Somebody with an account as they are now, the only way to become a {@link Requester} with one: so none forgets what
     * the groups grant.
     *
     * @param means how they proved who they are
     */
    default Requester requester(Account account, String means) {
        List<Group> groups = account.groups().isEmpty()
                ? List.of()
                : groups().stream()
                        .filter(group -> account.groups().contains(group.name()))
                        .toList();
        return new Requester(account.name(), account.roles(), new HeldGrants(account.grants(), groups), means);
    }
}
