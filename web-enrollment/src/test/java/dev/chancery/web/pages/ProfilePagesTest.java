package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of profiles")
class ProfilePagesTest {
    private static final String EDIT = "/profiles/tls-server-client/edit";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

    private final SampleHouse house = PagesPreview.furnished();
    private final Browser admin = Browser.of(house, SampleHouse.person("ada", Role.ADMIN));
    private final Browser reader = Browser.of(house, SampleHouse.person("network", Role.REQUESTER));

    private String text() {
        return house.editor.editor.text("tls-server-client").orElseThrow();
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder("csrf=" + Browser.CSRF);
        for (int i = 0; i < pairs.length; i += 2) {
            form.append('&')
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String seen(String page) {
        Matcher found = SEEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    @Nested
    @DisplayName("for everybody")
    class Everybody {
        @Test
        @DisplayName("list them with their versions, and say what one makes and who has changed it")
        void read() {
            assertThat(Browser.text(reader.get("/profiles")))
                    .contains("Web or application server", "href=\"/profiles/tls-server\"", "old-kind")
                    .doesNotContain("New profile", "Not in force");
            assertThat(Browser.text(reader.get("/profiles/tls-server")))
                    .contains("Version 3", "in force", "Browsers refuse longer ones")
                    .contains("validity.maximum: ", "398 days")
                    .doesNotContain("/edit", "Remove it");
            assertThat(Browser.text(reader.get("/profiles/old-kind"))).contains("was removed", "The trial is over");
            assertThat(reader.get("/profiles/nothing").status()).isEqualTo(404);
        }

        @Test
        @DisplayName("show a version, and what it changed by key and by line")
        void version() {
            String page = Browser.text(reader.get("/profiles/tls-server/versions/2"));
            assertThat(page)
                    .contains("<dt class=\"mono\">validity.maximum</dt>", "<ins>398 days</ins>")
                    .contains("<tr class=\"removed\">", "<tr class=\"added\">", "validity.maximum: 398 days")
                    .contains("by", "admin")
                    .doesNotContain("Make this the newest again");
            assertThat(reader.get("/profiles/tls-server/versions/9").status()).isEqualTo(404);
            assertThat(Browser.text(admin.get("/profiles/tls-server/versions/2")))
                    .contains("href=\"/profiles/tls-server/edit?version=2\"");
            assertThat(Browser.text(admin.get("/profiles/old-kind/versions/1")))
                    .contains("href=\"/new-profile?from=old-kind&amp;version=1\"");
        }

        @Test
        @DisplayName("link from a certificate to the version that made it")
        void certificate() {
            var issued = house.issueBy(2, "network", "tls-server", "web09.lab.contoso.com");
            assertThat(Browser.text(
                            reader.get("/certificates/" + issued.serial().hex())))
                    .contains("href=\"/profiles/tls-server/versions/2\"", "version 2");
        }
    }

    @Nested
    @DisplayName("for administrators")
    class Editing {
        @Test
        @DisplayName("show what a change in the form does before it is saved, and save what was shown")
        void byForm() {
            String first = Browser.text(admin.get(EDIT));
            assertThat(first).contains("name=\"f.validity.maximum\"", "name=\"version\" value=\"1\"");
            String fields = form(
                    "text", text().replace("\n", "\r\n"),
                    "version", "1",
                    "was.validity.maximum", "2 years",
                    "f.validity.maximum", "397 days",
                    "was.approval", "none",
                    "f.approval", "officer",
                    "was.title", "Mutual TLS peer",
                    "f.title", "Mutual TLS peer");
            Reply look = admin.post(EDIT, fields + "&step=look");
            assertThat(look.status()).isEqualTo(200);
            String page = Browser.text(look);
            assertThat(page)
                    .contains("This would change", "<ins>397 days</ins>", "<ins>officer</ins>")
                    .contains("validity.maximum: 397 days\napproval: officer", "A certificate as it would be")
                    .contains("Subject alternative name", "value=\"397 days\"");
            assertThat(house.editor.editor.text("tls-server-client")).contains(text());

            String merged = text().replace("maximum: 2 years", "maximum: 397 days")
                    .replace("approval: none", "approval: officer");
            Reply saved = admin.post(
                    EDIT,
                    form(
                            "text",
                            merged,
                            "version",
                            "1",
                            "step",
                            "save",
                            "seen",
                            seen(page),
                            "why",
                            "Shorter is safer"));
            assertThat(saved.header("Location")).contains("/profiles/tls-server-client?saved=yes");
            assertThat(house.profiles.entry("tls-server-client").orElseThrow().version())
                    .hasValue(2);
            assertThat(Browser.text(admin.get("/profiles/tls-server-client?saved=yes")))
                    .contains("made by version 2", "Shorter is safer");
            assertThat(Browser.text(Browser.of(house, SampleHouse.person("au", Role.AUDITOR))
                            .get("/journal")))
                    .contains("Profile tls-server-client, version 2: Shorter is safer");
        }

        @Test
        @DisplayName("save nothing that was not looked at")
        void notSeen() {
            String page = Browser.text(admin.post(EDIT, form("text", text(), "version", "1", "step", "look")));
            assertThat(page).contains("Nothing would change");
            String other = text().replace("approval: none", "approval: officer");
            String again = Browser.text(
                    admin.post(EDIT, form("text", other, "version", "1", "step", "save", "seen", seen(page))));
            assertThat(again).contains("This would change", "<ins>officer</ins>");
            assertThat(house.profiles.entry("tls-server-client").orElseThrow().version())
                    .hasValue(1);
        }

        @Test
        @DisplayName("name mistakes at their line and at their field, and keep what was typed")
        void mistakes() {
            Reply reply = admin.post(
                    EDIT,
                    form(
                            "text", text() + "colour: red\n",
                            "version", "1",
                            "was.approval", "none",
                            "f.approval", "nobody",
                            "step", "look"));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(Browser.text(reply))
                    .contains("This cannot be saved yet.", "<b>Line 8</b>, <span class=\"mono\">colour</span>")
                    .contains("approval: nobody\ncolour: red")
                    .doesNotContain("value=\"save\"");
            Reply unknown = admin.post(
                    EDIT, form("text", text(), "version", "1", "was.names.kinds", "dns, ip", "f.names.kinds", "dns"));
            assertThat(unknown.status()).isEqualTo(422);
            assertThat(Browser.text(unknown))
                    .contains("The form cannot change names.kinds here")
                    .contains("name=\"was.names.kinds\" value=\"dns, ip\"");
            assertThat(admin.post(EDIT, form("text", "x".repeat(70_000), "version", "1"))
                            .status())
                    .isEqualTo(422);
        }

        @Test
        @DisplayName("do not write over a change that was not seen")
        void stale() {
            String mine = text().replace("approval: none", "approval: officer");
            String page = Browser.text(admin.post(EDIT, form("text", mine, "version", "1")));
            String theirs = text().replace("Mutual TLS peer", "Somebody else was here");
            String other = Browser.text(admin.post(EDIT, form("text", theirs, "version", "1")));
            admin.post(EDIT, form("text", theirs, "version", "1", "step", "save", "seen", seen(other)));
            Reply refused = admin.post(EDIT, form("text", mine, "version", "1", "step", "save", "seen", seen(page)));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(Browser.text(refused)).contains("Version 2 of the profile tls-server-client was saved by ada");
        }

        @Test
        @DisplayName("make a new one from a copy, and bring an old one back")
        void copies() {
            assertThat(Browser.text(admin.get("/new-profile?from=tls-server")))
                    .contains("name: new-profile", "title: New profile");
            String copy = "name: mail\ntitle: Mail server\n";
            String page = Browser.text(admin.post("/new-profile", form("text", copy, "version", "0")));
            assertThat(page).contains("This would be a new profile", "A certificate as it would be");
            Reply saved =
                    admin.post("/new-profile", form("text", copy, "version", "0", "step", "save", "seen", seen(page)));
            assertThat(saved.header("Location")).contains("/profiles/mail?saved=yes");
            assertThat(Browser.text(admin.get("/new-profile?from=old-kind&version=1")))
                    .contains("title: An old kind");
            assertThat(Browser.text(admin.get("/profiles/tls-server/edit?version=1")))
                    .contains("2 years");
        }

        @Test
        @DisplayName("remove one, once, after which its history is still there")
        void removal() {
            String path = "/profiles/tls-server-client/removal";
            assertThat(admin.post(path, form("version", "7")).status()).isEqualTo(409);
            assertThat(admin.post(path, form("version", "1", "why", "x".repeat(501)))
                            .status())
                    .isEqualTo(422);
            assertThat(admin.post(path, form("version", "1", "why", "not needed"))
                            .header("Location"))
                    .contains("/profiles");
            assertThat(admin.post(path, form("version", "1")).status()).isEqualTo(404);
            assertThat(Browser.text(admin.get("/profiles/tls-server-client"))).contains("not needed");
        }

        @Test
        @DisplayName("tell of files that are not in force, on the overview as well, and read them again")
        void files() {
            assertThat(Browser.text(admin.get("/overview")))
                    .contains("profiles/edge-external.yaml is not in force.", "colour: unknown key");
            assertThat(Browser.text(admin.get("/profiles")))
                    .contains("Not in force, because of mistakes.", "profiles/edge-external.yaml:2: colour");
            assertThat(Browser.text(reader.get("/overview"))).doesNotContain("edge-external.yaml");
            house.editor.folder.put("edge-external", house.editor.editor.text("edge-external"));
            assertThat(Browser.text(admin.post("/profile-files", form())))
                    .contains("The files were read. Nothing in them is new.")
                    .doesNotContain("Not in force");
            house.editor.folder.put("tls-server-client", java.util.Optional.of(text() + "\n"));
            assertThat(Browser.text(admin.get("/overview"))).contains("was changed and is not read yet");
            assertThat(Browser.text(admin.post("/profile-files", form()))).contains("tls-server-client, version 2");
        }
    }
}
