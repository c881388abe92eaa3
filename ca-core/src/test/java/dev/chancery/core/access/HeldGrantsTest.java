package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What somebody holds")
class HeldGrantsTest {
    private static final NameGrants OWN =
            new NameGrants(List.of("web01.example.com"), List.of("a.example.com"), true, List.of(), false);
    private static final Group MAIL = group("mail", List.of("b.example.com"), "10.1.0.0/16");
    private static final Group WEB = group("web", List.of("c.example.com"), "10.2.0.0/16");

    private static Group group(String name, List<String> suffixes, String range) {
        return new Group(name, "", new NameGrants(List.of(), suffixes, false, List.of(range), false));
    }

    @Test
    @DisplayName("is their own and each group's")
    void union() {
        HeldGrants held = new HeldGrants(OWN, List.of(WEB, MAIL));
        for (String host : List.of("web01.example.com", "x.a.example.com", "x.b.example.com", "c.example.com")) {
            assertThat(held.cover("dns", host)).as(host).isTrue();
        }
        assertThat(held.cover("ip", "10.1.2.3")).isTrue();
        assertThat(held.cover("ip", "10.3.0.1")).isFalse();
        assertThat(held.cover("dns", "example.com")).isFalse();
    }

    @Test
    @DisplayName("is never mixed: wildcards of one grant do not reach the suffixes of another")
    void apart() {
        HeldGrants held = new HeldGrants(OWN, List.of(MAIL));
        assertThat(held.cover("dns", "*.a.example.com")).isTrue();
        assertThat(held.cover("dns", "*.b.example.com")).isFalse();
    }

    @Test
    @DisplayName("says in words which group gives what")
    void words() {
        assertThat(HeldGrants.of(NameGrants.nothing()).describe()).isEqualTo("no names");
        assertThat(HeldGrants.of(OWN).describe()).isEqualTo(OWN.describe());
        assertThat(new HeldGrants(NameGrants.nothing(), List.of(WEB, MAIL)).describe())
                .isEqualTo("from the group mail: b.example.com and names below it; 10.1.0.0/16; from the group web:"
                        + " c.example.com and names below it; 10.2.0.0/16");
        assertThat(new HeldGrants(OWN, List.of(MAIL)).describe())
                .startsWith(
                        "web01.example.com; a.example.com and names below it, with wildcards; from the group mail:");
    }

    @Test
    @DisplayName("comes from groups with plain names")
    void groupNames() {
        for (String name : List.of("", "Web", "a b", "../x", "-x", "a".repeat(65), "a@b")) {
            assertThatThrownBy(() -> new Group(name, "", NameGrants.nothing()))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Group("web", "x".repeat(201), NameGrants.nothing()))
                .hasMessageContaining("200");
    }
}
