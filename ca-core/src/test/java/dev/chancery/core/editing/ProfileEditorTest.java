package dev.chancery.core.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalVerifier;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleEditor;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.SampleProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Profiles that are changed while the server runs")
class ProfileEditorTest {
    private final MemoryStores stores = new MemoryStores(new TestClock(Instant.parse("2026-11-22T05:10:00Z")));
    private final ProfileCatalog catalog = new ProfileCatalog(List.of(
            SampleProfile.tlsServer().build(),
            SampleProfile.tlsServer().named("needed").build()));
    private final SampleEditor sample = new SampleEditor(catalog, stores, "issuing", "root");
    private final ProfileEditor editor = sample.editor;
    private final Permit admin = Permits.of(
            new Requester("ada", Set.of(Role.ADMIN), NameGrants.nothing(), "password"), Permission.MANAGE_PROFILES);

    private String text() {
        return editor.text("tls-server").orElseThrow();
    }

    private String titled(String title) {
        return sample.language.with(text(), java.util.Map.of("title", title));
    }

    private SaveOutcome save(String text, int basis) {
        return editor.save(admin, new ProfileChange("tls-server", text, basis, "asked for"));
    }

    private OptionalInt inForce() {
        return catalog.entry("tls-server").orElseThrow().version();
    }

    private String title() {
        return catalog.find("tls-server").orElseThrow().title();
    }

    @Nested
    @DisplayName("At start")
    class Start {
        @Test
        @DisplayName("the files are what is in force, and their first versions")
        void first() {
            assertThat(inForce()).hasValue(1);
            assertThat(editor.versions().newest()).hasSize(2).allSatisfy(version -> {
                assertThat(version.number()).isEqualTo(1);
                assertThat(version.by()).isEqualTo("system");
                assertThat(version.why()).isEqualTo("first seen");
            });
        }

        @Test
        @DisplayName("nothing is recorded again while nothing has changed")
        void unchanged() {
            long before = stores.journal().lastSequence();
            assertThat(editor.begin().taken()).isEmpty();
            assertThat(stores.journal().lastSequence()).isEqualTo(before);
        }

        @Test
        @DisplayName("a changed file is the next version, and one that is gone is removed")
        void changed() {
            sample.folder.put("tls-server", Optional.of(titled("By hand")));
            sample.folder.put("needed", Optional.empty());
            assertThat(editor.begin().taken())
                    .extracting(ProfileVersion::name, ProfileVersion::number, ProfileVersion::removal)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.api.Assertions.tuple("tls-server", 2, false),
                            org.assertj.core.api.Assertions.tuple("needed", 2, true));
            assertThat(title()).isEqualTo("By hand");
            assertThat(catalog.find("needed")).isEmpty();
        }

        @Test
        @DisplayName("a file that says what an older version said is the next one, and says so")
        void putBack() {
            String old = text();
            save(titled("Front doors"), 1);
            sample.folder.put("tls-server", Optional.of(old));
            assertThat(editor.begin().taken()).singleElement().satisfies(version -> {
                assertThat(version.number()).isEqualTo(3);
                assertThat(version.why()).isEqualTo("its file was put back to version 1");
            });
        }

        @Test
        @DisplayName("a save that was recorded and not written is completed; one that was not recorded is forgotten")
        void crashed() {
            String text = titled("Recorded");
            sample.folder.breakDisk(true);
            assertThatThrownBy(() -> save(text, 1)).isInstanceOf(FolderFaultException.class);
            assertThat(title()).as("it is in the journal, so it is true").isEqualTo("Recorded");
            sample.folder.breakDisk(false);
            sample.folder.prepare("needed", Optional.of("name: needed\ntitle: never recorded\n"));

            assertThat(editor.begin().taken()).isEmpty();

            assertThat(inForce()).hasValue(2);
            assertThat(sample.folder.prepared()).isEmpty();
            assertThat(sample.folder.files())
                    .anySatisfy(file -> assertThat(file.text()).contains(text))
                    .noneSatisfy(file -> assertThat(file.text().orElse("")).contains("never recorded"));
        }
    }

    @Nested
    @DisplayName("Saved")
    class Save {
        @Test
        @DisplayName("it is in the journal with who and why, in its file, and in force")
        void saved() {
            String text = titled("Front doors");
            assertThat(save(text, 1)).isInstanceOfSatisfying(SaveOutcome.Saved.class, saved -> {
                assertThat(saved.version().number()).isEqualTo(2);
                assertThat(saved.version().by()).isEqualTo("ada");
                assertThat(saved.version().why()).isEqualTo("asked for");
            });
            assertThat(title()).isEqualTo("Front doors");
            assertThat(inForce()).hasValue(2);
            assertThat(sample.folder.files())
                    .anySatisfy(file -> assertThat(file.text()).contains(text));
            assertThat(editor.unread()).isEmpty();
        }

        @Test
        @DisplayName("twice the same is one version")
        void same() {
            save(titled("Front doors"), 1);
            assertThat(save(text(), 2))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Saved.class,
                            saved -> assertThat(saved.version().number()).isEqualTo(2));
        }

        @Test
        @DisplayName("nobody writes over a change that they have not seen")
        void stale() {
            save(titled("First"), 1);
            assertThat(save(titled("Second"), 1))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Conflict.class,
                            conflict -> assertThat(conflict.message()).contains("Version 2", "ada", "version 1"));
            assertThat(title()).isEqualTo("First");
        }

        @Test
        @DisplayName("nor over one in the file that was not read yet")
        void changedFile() {
            sample.folder.put("tls-server", Optional.of(titled("By hand")));
            assertThat(editor.unread()).containsExactly("tls-server");
            assertThat(save(titled("On the page"), 1))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Conflict.class,
                            conflict -> assertThat(conflict.message()).contains("profiles/tls-server.yaml", "reload"));
        }

        @Test
        @DisplayName("a mistake changes nothing and is named with file, line, key and the allowed values")
        void mistakes() {
            long before = stores.journal().lastSequence();
            assertThat(save(text() + "colour: red\n", 1))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Faulty.class,
                            faulty -> assertThat(faulty.mistakes().get(0).words())
                                    .startsWith(
                                            "profiles/tls-server.yaml:8: colour: unknown key. Known are name, title"));
            assertThat(save(text().replace("issuing", "isuing"), 1))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Faulty.class,
                            faulty -> assertThat(faulty.mistakes().get(0).words())
                                    .isEqualTo(
                                            "profiles/tls-server.yaml:4: issuer: there is no CA \"isuing\"; this server has"
                                                    + " issuing, root"));
            assertThat(save("name: other\n", 1)).isInstanceOf(SaveOutcome.Faulty.class);
            assertThat(stores.journal().lastSequence()).isEqualTo(before);
            assertThat(sample.folder.prepared()).isEmpty();
            assertThat(inForce()).hasValue(1);
        }

        @Test
        @DisplayName("a new one takes a name that nobody has")
        void fresh() {
            ProfileChange fresh = new ProfileChange("mail", "name: mail\ntitle: Mail\n", 0, "");
            assertThat(editor.save(admin, fresh)).isInstanceOf(SaveOutcome.Saved.class);
            assertThat(catalog.find("mail")).isPresent();
            assertThat(editor.save(admin, fresh)).isInstanceOf(SaveOutcome.Conflict.class);
        }

        @Test
        @DisplayName("needs a permit for it")
        void permit() {
            Permit other = Permits.of(Requester.system(), Permission.MANAGE_USERS);
            assertThatThrownBy(() -> editor.save(other, new ProfileChange("tls-server", text(), 1, "")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    @DisplayName("Removed")
    class Remove {
        @Test
        @DisplayName("nothing is issued by it, and its history goes on when it comes back")
        void removed() {
            assertThat(editor.remove(admin, "tls-server", 1, "nobody needs it")).isInstanceOf(SaveOutcome.Saved.class);
            assertThat(catalog.find("tls-server")).isEmpty();
            assertThat(sample.folder.files()).hasSize(1);
            assertThat(save("name: tls-server\n", 0)).isInstanceOf(SaveOutcome.Saved.class);
            assertThat(inForce()).hasValue(3);
        }

        @Test
        @DisplayName("not while somebody needs it, and not by somebody who saw another version")
        void needed() {
            assertThat(editor.remove(admin, "needed", 1, ""))
                    .isInstanceOfSatisfying(
                            SaveOutcome.Conflict.class,
                            conflict -> assertThat(conflict.message()).contains("the server gets its own certificate"));
            assertThat(editor.remove(admin, "tls-server", 2, "")).isInstanceOf(SaveOutcome.Conflict.class);
            assertThat(editor.remove(admin, "tls-server", 0, "")).isInstanceOf(SaveOutcome.Conflict.class);
            assertThat(catalog.all()).hasSize(2);
        }
    }

    @Nested
    @DisplayName("Read again")
    class ReadAgain {
        @Test
        @DisplayName("a changed file counts, under the name of who had it read")
        void good() {
            sample.folder.put("tls-server", Optional.of(titled("By hand")));
            assertThat(editor.reload(admin).taken()).singleElement().satisfies(version -> {
                assertThat(version.by()).isEqualTo("ada");
                assertThat(version.why()).isEqualTo("its file was changed");
            });
            assertThat(title()).isEqualTo("By hand");
        }

        @Test
        @DisplayName("a wrong file never takes the place of a good one, and is named until it is mended")
        void wrong() {
            sample.folder.put("tls-server", Optional.of(text() + "colour: red\n"));
            Reload reload = editor.reload(admin);
            assertThat(reload.taken()).isEmpty();
            assertThat(reload.faults()).hasSize(1);
            assertThat(editor.faults()).isEqualTo(reload.faults());
            assertThat(inForce()).hasValue(1);
            sample.folder.put("tls-server", Optional.of(titled("Mended")));
            editor.reload(admin);
            assertThat(editor.faults()).isEmpty();
            assertThat(title()).isEqualTo("Mended");
        }

        @Test
        @DisplayName("a file that is gone removes its profile, unless somebody needs it or all are gone")
        void gone() {
            sample.folder.put("tls-server", Optional.empty());
            sample.folder.put("needed", Optional.empty());
            assertThat(editor.reload(admin).faults()).hasSize(2);
            assertThat(catalog.all()).hasSize(2);
            sample.folder.put("other", Optional.of("name: other\n"));
            Reload reload = editor.reload(admin);
            assertThat(reload.faults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.words()).contains("profiles/needed.yaml", "is gone, but the server gets"));
            assertThat(catalog.all()).extracting(profile -> profile.name()).containsExactly("needed", "other");
        }
    }

    @Test
    @DisplayName("tell what is different in keys and in lines")
    void differences() {
        String text = titled("Front doors");
        Comparison comparison = editor.compare("tls-server", text);
        assertThat(comparison.keys()).singleElement().satisfies(change -> {
            assertThat(change.key()).isEqualTo("title");
            assertThat(change.after()).isEqualTo("Front doors");
        });
        assertThat(comparison.lines())
                .filteredOn(line -> line.kind() != LineDifference.Kind.KEPT)
                .extracting(LineDifference.Line::kind)
                .containsExactly(LineDifference.Kind.REMOVED, LineDifference.Kind.ADDED);
        assertThat(editor.compare("tls-server", text()).same()).isTrue();
    }

    @Test
    @DisplayName("leave a journal that its verifier believes")
    void journal() {
        save(titled("Front doors"), 1);
        editor.remove(admin, "tls-server", 2, "");
        JournalVerifier verifier = new JournalVerifier();
        stores.journal().read(1, verifier::accept);
        assertThat(verifier.fault()).isEmpty();
        assertThat(stores.journal().records())
                .extracting(stored -> stored.event().type())
                .containsExactly("profile-saved", "profile-saved", "profile-saved", "profile-removed");
        assertThat(stores.journal().records().get(2).event())
                .isInstanceOfSatisfying(
                        JournalEvent.ProfileSaved.class,
                        saved -> assertThat(saved.sha256()).isEqualTo(JournalEvent.ProfileSaved.digest(saved.text())));
    }
}
