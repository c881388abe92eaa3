package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.memory.Permits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Groups")
class GroupsTest {
    private static final NameGrants WEB =
            new NameGrants(List.of(), List.of("web.example.com"), false, List.of(), false);
    private static final NameGrants MAIL =
            new NameGrants(List.of(), List.of("mail.example.com"), false, List.of(), false);

    private final Door door = new Door();
    private final Users users = door.users;
    private final Groups groups = users.groups();

    private static String rule(GroupOutcome outcome) {
        return outcome.fold(saved -> "saved", missing -> "missing", dev.chancery.core.x509.Objection::rule);
    }

    private String rule(Set<String> wanted) {
        AccountChange change = new AccountChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(wanted), Optional.empty());
        return users.change(door.manage(), "rita", change)
                .fold(
                        (account, secret) -> "saved",
                        missing -> "missing",
                        refused -> refused.objection().rule());
    }

    private String lastWords() {
        var records = door.stores.journal().records();
        JournalEvent event = records.get(records.size() - 1).event();
        if (event instanceof JournalEvent.GroupSaved saved) {
            return saved.group().name() + ": " + saved.what();
        }
        return event instanceof JournalEvent.GroupRemoved removed
                ? removed.name() + " removed: " + removed.what()
                : ((JournalEvent.AccountSaved) event).what();
    }

    private GroupOutcome change(String name, NameGrants grants) {
        return groups.change(door.manage(), name, new Groups.Change(Optional.empty(), Optional.of(grants)));
    }

    @Test
    @DisplayName("are made, joined, changed, left and removed, and the journal tells before and after")
    void life() {
        door.account("rita", Role.REQUESTER);
        assertThat(rule(groups.create(door.manage(), new Group("web", "", WEB))))
                .isEqualTo("saved");
        assertThat(lastWords()).isEqualTo("web: created; names web.example.com and names below it");
        assertThat(rule(groups.create(door.manage(), new Group("web", "", MAIL))))
                .isEqualTo("group-taken");

        assertThat(rule(Set.of("web"))).isEqualTo("saved");
        assertThat(lastWords()).isEqualTo("groups none -> web");
        assertThat(rule(groups.remove(door.manage(), "web"))).isEqualTo("group-in-use");
        assertThat(rule(change("web", MAIL))).isEqualTo("saved");
        assertThat(lastWords())
                .isEqualTo("web: names web.example.com and names below it -> mail.example.com and names below it");

        assertThat(rule(Set.of())).isEqualTo("saved");
        assertThat(rule(groups.remove(door.manage(), "web"))).isEqualTo("saved");
        assertThat(lastWords()).isEqualTo("web removed: granted mail.example.com and names below it");
        assertThat(rule(groups.remove(door.manage(), "web"))).isEqualTo("missing");
        assertThat(rule(change("web", MAIL))).isEqualTo("missing");
    }

    @Test
    @DisplayName("that are not there cannot be joined, by a new account or an old one")
    void unknown() {
        door.account("rita", Role.REQUESTER);
        assertThat(rule(Set.of("web"))).isEqualTo("group-unknown");
        NewAccount wanted = new NewAccount("bob", "", Set.of(), NameGrants.nothing(), Set.of("we\u202Eb"), false);
        String message = users.create(door.manage(), wanted)
                .fold(
                        (account, secret) -> "",
                        missing -> "",
                        refused -> refused.objection().message());
        assertThat(message).startsWith("There is no group \"we").doesNotContain("\u202E");
    }

    @Test
    @DisplayName("give and take names at once, in a session that is open as well, and survive a new password")
    void atOnce() {
        groups.create(door.manage(), new Group("web", "", WEB));
        door.account("rita", Role.REQUESTER);
        rule(Set.of("web"));
        users.resetPassword(door.manage(), "rita");
        Account rita = door.stores.accounts().find("rita").orElseThrow();
        assertThat(rita.groups()).containsExactly("web");
        assertThat(covers(rita, "a.web.example.com")).isTrue();
        change("web", MAIL);
        assertThat(covers(rita, "a.web.example.com")).isFalse();
        assertThat(covers(rita, "a.mail.example.com")).isTrue();
    }

    private boolean covers(Account account, String host) {
        return door.stores.accounts().requester(account, "token").grants().cover("dns", host);
    }

    @Test
    @DisplayName("are listed with who is in them")
    void listed() {
        groups.create(door.manage(), new Group("web", "Web servers", WEB));
        door.account("rita", Role.REQUESTER);
        rule(Set.of("web"));
        Permit reading = Permits.of(Requester.system(), Permission.READ_USERS);
        assertThat(groups.all(reading))
                .containsExactly(new Groups.Listed(new Group("web", "Web servers", WEB), List.of("rita")));
        assertThat(groups.find(reading, "mail")).isEmpty();
    }
}
