package dev.chancery.core.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.SubjectSource;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectAltName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hundreds of spellings, each with what must become of it; the file explains itself. */
@DisplayName("Each spelling of a name")
class NameFixturesTest {
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private static final HeldGrants HELD = new HeldGrants(
            new NameGrants(
                    List.of("ops@example.com", "urn:lab:1", "https://lab.example.com/"),
                    List.of("lab.example.com"),
                    false,
                    List.of("10.0.0.0/8", "fd00::/8"),
                    false),
            List.of(new Group(
                    "web", "", new NameGrants(List.of(), List.of("web.example.com"), true, List.of(), false))));

    private static final Requester RITA = new Requester("rita", EnumSet.of(Role.REQUESTER), HELD, "token");

    private final EnrollmentFixture lab = new EnrollmentFixture(SampleProfile.tlsServer()
            .named("every-kind")
            .subject(SubjectSource.FIXED, "CN=Fixture")
            .names(1, 5, NameKind.values()));
    private final Asking asking = new Asking();

    private record Fixture(String line, String verdict, RequestedName.Kind kind, String text, String granted) {}

    private static List<Fixture> fixtures() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NameFixturesTest.class.getResourceAsStream("name-fixtures.txt"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NameFixturesTest::fixture)
                    .toList();
        }
    }

    private static Fixture fixture(String line) {
        String[] cells = (line + " ").split(" \\| ", -1);
        String text = UNIT.matcher(cells[2])
                .replaceAll(unit ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(unit.group(1), 16))));
        RequestedName.Kind kind = RequestedName.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT));
        return new Fixture(line, cells[0], kind, text, cells[3].strip());
    }

    @Test
    @DisplayName("is issued at once, waits for an officer, or is refused, as the file says")
    void verdicts() throws IOException {
        List<Fixture> fixtures = fixtures();
        assertThat(fixtures).hasSizeGreaterThanOrEqualTo(500);
        SoftAssertions softly = new SoftAssertions();
        for (Fixture fixture : fixtures) {
            Preview preview = preview(fixture);
            softly.assertThat(verdict(preview))
                    .as("%s: %s", fixture.line(), words(preview))
                    .isEqualTo(fixture.verdict());
            if (!fixture.granted().isEmpty() && preview.grant().isPresent()) {
                softly.assertThat(preview.grant().get().names())
                        .as(fixture.line())
                        .extracting(SubjectAltName::text)
                        .containsExactly(fixture.granted());
            }
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("that is refused is refused in words without a control or invisible character")
    void words() throws IOException {
        for (Fixture fixture : fixtures()) {
            assertThat(words(preview(fixture)))
                    .as(fixture.line())
                    .doesNotContainPattern("[\\p{Cntrl}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}\\x{feff}]");
        }
    }

    private Preview preview(Fixture fixture) {
        RequestedName name = new RequestedName(fixture.kind(), fixture.text(), "names[0]");
        Wishes wishes = Asking.wishes("", "", name);
        return lab.preview(RITA, asking.wishing("every-kind", wishes));
    }

    private static String verdict(Preview preview) {
        return preview.grant().isEmpty() ? "refused" : preview.officers() == 0 ? "at-once" : "officer";
    }

    private static String words(Preview preview) {
        return String.join(
                " ", preview.objections().stream().map(Objection::message).toList());
    }
}
