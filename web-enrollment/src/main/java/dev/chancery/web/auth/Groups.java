package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Groups of requesters: made, changed, removed. A change reaches every member at once, their waiting requests as well, and
 * is in the journal with before and after.
 */
public final class Groups {
    private final Accounts accounts;
    private final Object lock;

    /** @param lock what changes of accounts hold, so that nobody joins a group while it goes */
    Groups(Accounts accounts, Object lock) {
        this.accounts = accounts;
        this.lock = lock;
    }

    /** A group with who is in it, by name. */
    public record Listed(Group group, List<String> members) {
        public Listed {
            members = List.copyOf(members);
        }
    }

    /** What is to be changed; what is absent stays. */
    public record Change(Optional<String> description, Optional<NameGrants> grants) {}

    List<String> names() {
        return accounts.groups().stream().map(Group::name).toList();
    }

    /** @param permit for READ_USERS */
    public List<Listed> all(Permit permit) {
        permit.require(Permission.READ_USERS);
        List<Account> everybody = accounts.all();
        return accounts.groups().stream()
                .map(group -> new Listed(group, members(group.name(), everybody)))
                .toList();
    }

    /** @param permit for READ_USERS */
    public Optional<Listed> find(Permit permit, String name) {
        return all(permit).stream()
                .filter(listed -> listed.group().name().equals(name))
                .findFirst();
    }

    /** @param permit for MANAGE_USERS, as for every change */
    public GroupOutcome create(Permit permit, Group wanted) {
        permit.require(Permission.MANAGE_USERS);
        synchronized (lock) {
            if (names().contains(wanted.name())) {
                return refused(
                        "group-taken", "name", "There already is a group \"" + wanted.name() + "\"; change that one.");
            }
            accounts.save(
                    wanted,
                    permit.requester(),
                    "created; names " + wanted.grants().describe());
            return new GroupOutcome.Saved(new Listed(wanted, List.of()));
        }
    }

    public GroupOutcome change(Permit permit, String name, Change change) {
        permit.require(Permission.MANAGE_USERS);
        return update(name, before -> {
            Group after = new Group(
                    name,
                    change.description().orElse(before.description()),
                    change.grants().orElse(before.grants()));
            accounts.save(after, permit.requester(), words(before, after));
            return new GroupOutcome.Saved(new Listed(after, members(name, accounts.all())));
        });
    }

    public GroupOutcome remove(Permit permit, String name) {
        permit.require(Permission.MANAGE_USERS);
        return update(name, before -> {
            List<String> members = members(name, accounts.all());
            if (!members.isEmpty()) {
                return refused(
                        "group-in-use",
                        "name",
                        "In the group " + name + (members.size() == 1 ? " is " : " are ") + String.join(", ", members)
                                + "; take " + (members.size() == 1 ? "that user" : "them") + " out first.");
            }
            accounts.remove(
                    before, permit.requester(), "granted " + before.grants().describe());
            return new GroupOutcome.Saved(new Listed(before, List.of()));
        });
    }

    private GroupOutcome update(String name, Function<Group, GroupOutcome> change) {
        synchronized (lock) {
            return accounts.groups().stream()
                    .filter(group -> group.name().equals(name))
                    .findFirst()
                    .map(change)
                    .orElseGet(() -> new GroupOutcome.NotFound("There is no group \"" + LogText.escape(name) + "\"."));
        }
    }

    private static List<String> members(String group, List<Account> everybody) {
        return everybody.stream()
                .filter(account -> account.groups().contains(group))
                .map(Account::name)
                .toList();
    }

    /** Before and after, for the journal. */
    private static String words(Group before, Group after) {
        List<String> words = new ArrayList<>();
        if (!before.description().equals(after.description())) {
            words.add("description \"" + before.description() + "\" -> \"" + after.description() + "\"");
        }
        if (!before.grants().equals(after.grants())) {
            words.add("names " + before.grants().describe() + " -> "
                    + after.grants().describe());
        }
        return words.isEmpty() ? "nothing changed" : String.join("; ", words);
    }

    private static GroupOutcome refused(String rule, String field, String message) {
        return new GroupOutcome.Refused(Objection.of(rule, field, message));
    }
}
