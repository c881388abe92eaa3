package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import dev.chancery.core.journal.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link dev.chancery.core.access.Accounts} promise. */
@DisplayName("Accounts")
public abstract class AccountsContract extends PortsContract {
    private static Account withoutTokens(Account account) {
        return new Account(
                account.name(),
                "renamed",
                account.roles(),
                account.grants(),
                Set.of(),
                Optional.empty(),
                false,
                true,
                List.of(),
                account.created());
    }

    @Test
    @DisplayName("are found by name with everything that was saved")
    void find() {
        Account alice = EveryEvent.account("alice");
        ports().accounts().save(alice, ALICE, "added");
        assertThat(ports().accounts().find("alice")).contains(alice);
        assertThat(ports().accounts().find("bob")).isEmpty();
    }

    @Test
    @DisplayName("are found by the hash of any of their tokens")
    void tokens() {
        Account alice = EveryEvent.account("alice");
        ports().accounts().save(alice, ALICE, "added");
        assertThat(ports().accounts().findByTokenSha256("ab".repeat(32))).contains(alice);
        assertThat(ports().accounts().findByTokenSha256("cd".repeat(32))).contains(alice);
        assertThat(ports().accounts().findByTokenSha256("ef".repeat(32))).isEmpty();
    }

    @Test
    @DisplayName("are replaced as a whole by the next save")
    void replaced() {
        Account alice = EveryEvent.account("alice");
        ports().accounts().save(alice, ALICE, "added");
        ports().accounts().save(withoutTokens(alice), ALICE, "locked");
        assertThat(ports().accounts().find("alice")).contains(withoutTokens(alice));
        assertThat(ports().accounts().findByTokenSha256("ab".repeat(32))).isEmpty();
    }

    @Test
    @DisplayName("are listed by name")
    void all() {
        for (String name : List.of("carol", "alice", "bob")) {
            ports().accounts().save(withoutTokens(EveryEvent.account(name)), ALICE, "added");
        }
        assertThat(ports().accounts().all()).extracting(Account::name).containsExactly("alice", "bob", "carol");
    }

    @Test
    @DisplayName("have groups, which give every member their grants from the next moment on")
    void groups() {
        Group web = EveryEvent.group("web");
        Account bob = inGroups(Set.of("web"));
        ports().accounts().save(web, ALICE, "added");
        ports().accounts().save(bob, ALICE, "added");
        assertThat(ports().accounts().groups()).containsExactly(web);
        assertThat(ports().accounts().find("bob")).contains(bob);
        assertThat(ports().accounts().requester(bob, "token").grants().groups()).containsExactly(web);

        Group changed = new Group("web", "", NameGrants.nothing());
        ports().accounts().save(changed, ALICE, "emptied");
        ports().accounts().save(EveryEvent.group("a"), ALICE, "added");
        assertThat(ports().accounts().groups()).extracting(Group::name).containsExactly("a", "web");
        assertThat(ports().accounts().requester(bob, "token").grants().groups()).containsExactly(changed);
    }

    @Test
    @DisplayName("are in no group that is not there, and a group with members cannot go")
    void groupConflicts() {
        Account bob = inGroups(Set.of("web"));
        refused(Kind.UNKNOWN_GROUP, new AccountSaved(bob, "added"));
        refused(Kind.UNKNOWN_GROUP, new GroupRemoved("web", "gone"));
        record(new GroupSaved(EveryEvent.group("web"), "added"), new AccountSaved(bob, "added"));
        refused(Kind.GROUP_IN_USE, new GroupRemoved("web", "gone"));
        record(new AccountSaved(inGroups(Set.of()), "left"), new GroupRemoved("web", "gone"));
        assertThat(ports().accounts().groups()).isEmpty();
    }

    private static Account inGroups(Set<String> groups) {
        Account bob = withoutTokens(EveryEvent.account("bob"));
        return new Account(
                "bob", "", bob.roles(), bob.grants(), groups, Optional.empty(), false, false, List.of(), bob.created());
    }

    @Test
    @DisplayName("are in the journal, with who changed them and how, when the save returns")
    void journal() {
        Account bob = withoutTokens(EveryEvent.account("bob"));
        ports().accounts().save(bob, ALICE, "locked");
        List<JournalRecord> records = new ArrayList<>();
        ports().journal().read(1, records::add);
        assertThat(records).singleElement().satisfies(stored -> {
            assertThat(stored.actor()).isEqualTo("alice");
            assertThat(stored.event()).isEqualTo(new AccountSaved(bob, "locked"));
        });
    }
}
