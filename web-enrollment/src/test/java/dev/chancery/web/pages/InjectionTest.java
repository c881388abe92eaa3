package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.SeenForm.Field;
import dev.chancery.web.pages.SeenForm.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md rule 25: every payload in every field of every form, and in every text that is shown. */
@DisplayName("Text from people, be it what it may,")
class InjectionTest {
    private static final List<String> PAYLOADS = Payloads.all();
    /** Takes nothing. */
    private static final Set<String> LEFT = Set.of("/sign-out");

    private static final Harmless harmless = new Harmless();
    private static SampleHouse house;
    private static List<SeenForm> forms;

    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    static void furnish() {
        house = PagesPreview.furnished();
        Map<String, SeenForm> found = new LinkedHashMap<>();
        for (Sight sight : PreviewSights.of(house)) {
            Reply page = PreviewSights.visit(house, sight);
            harmless.learn(Browser.text(page));
            for (SeenForm form : SeenForm.of(Browser.text(page))) {
                String fields =
                        new TreeSet<>(form.fields().stream().map(Field::name).toList()).toString();
                if (!LEFT.contains(form.action())) {
                    found.putIfAbsent(kind(form.action()) + fields, form);
                }
            }
        }
        // Stands on the page only where TLS has asked for a certificate and got one.
        found.put(
                "sign-in with a certificate",
                new SeenForm(true, "/sign-in", List.of(new Field("with", "certificate", Kind.GIVEN, true))));
        forms = List.copyOf(found.values());
    }

    private static Browser everybody(SampleHouse house) {
        return Browser.of(house, SampleHouse.person("admin", Role.values()));
    }

    /** Forms of the same kind differ in what they are about. */
    private static String kind(String action) {
        return action.replaceAll("[0-9a-f]{32}", "{serial}").replaceAll("/[0-9]+(?=/|$)", "/{id}");
    }

    @Test
    @DisplayName("is of 200 kinds and more, and every form is known")
    void complete() {
        assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        List<String> actions = forms.stream().map(form -> kind(form.action())).toList();
        for (Route route : house.pages.routes()) {
            String path = route.path().toString();
            if (route.door() == Door.PAGE && route.method() == Method.POST && !LEFT.contains(path)) {
                assertThat(actions)
                        .as("a form for " + path)
                        .anyMatch(action ->
                                action.replaceFirst("[?#].*", "").matches(path.replaceAll("\\{[^}]*}", "[^/]+")));
            }
        }
    }

    @Test
    @DisplayName("is sent in every field that a page reads of a form")
    void everyName() throws IOException {
        Set<String> names = new TreeSet<>();
        forms.forEach(form -> form.fields().forEach(field -> names.add(field.name())));
        for (String read : ReadNames.ofForms()) {
            softly.assertThat(names).as("a field " + read).anyMatch(name -> name.matches(read));
        }
        softly.assertAll();
    }

    @Test
    @DisplayName("is text and nothing else in whatever a form answers: a sixth of them in every field")
    void everyField() {
        everyField(6);
    }

    @Test
    @Tag("long")
    @DisplayName("is text and nothing else in whatever a form answers, whichever field it came in")
    void allInEveryField() {
        everyField(1);
    }

    /** Forms begin with different ones, so that all are sent in any case. */
    private void everyField(int step) {
        int sent = 0;
        for (int number = 0; number < forms.size(); number++) {
            SeenForm form = forms.get(number);
            boolean types = form.fields().stream().anyMatch(Field::typed);
            for (int turn = number % step; types && turn < PAYLOADS.size(); turn += step) {
                send(typedInto(form, turn));
                sent++;
            }
            for (Field field : form.fields()) {
                // Names and octets of files are anybody's text, so each has all of them.
                int stride = field.kind() == Kind.FILE ? step : 9 * step;
                for (int turn = number % step; turn < PAYLOADS.size(); turn += stride) {
                    if (!field.typed() && !field.name().equals("csrf")) {
                        String payload = PAYLOADS.get(turn);
                        send(form.with(one -> one.equals(field) ? one.with(payload) : one));
                        sent++;
                    }
                }
            }
        }
        System.out.println(forms.size() + " forms, sent " + sent + " times");
        softly.assertAll();
    }

    /** Each field has another payload in each turn, and each has had all of them in the end. */
    private static SeenForm typedInto(SeenForm form, int turn) {
        List<Field> fields = form.fields();
        Map<Field, String> given = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            given.put(fields.get(i), PAYLOADS.get((turn + i * 17) % PAYLOADS.size()));
        }
        return form.with(field -> field.typed() ? field.with(given.get(field)) : field);
    }

    private void send(SeenForm form) {
        Browser browser = everybody(house);
        Reply reply = form.post() ? browser.post(form) : browser.get(form.action(), form.pairs());
        softly.assertThat(harmless.objections(reply))
                .as((form.post() ? "POST " : "GET ") + form.action() + " " + form.pairs())
                .isEmpty();
    }

    @Test
    @DisplayName("is text and nothing else on every page that shows what somebody left behind, for every role")
    void stored() {
        SampleHouse infested = new SampleHouse();
        InfestedHouse.infest(infested, PAYLOADS);
        int seen = 0;
        for (Role role : Role.values()) {
            Browser browser = Browser.of(infested, SampleHouse.person("admin", role));
            Set<String> known = new LinkedHashSet<>(List.of("/overview", "/"));
            Deque<String> open = new ArrayDeque<>(known);
            while (!open.isEmpty()) {
                String path = open.pop();
                Reply page = browser.get(path);
                seen++;
                softly.assertThat(harmless.objections(page))
                        .as(role + " " + path)
                        .isEmpty();
                for (Markup.Tag tag : Markup.tags(Browser.text(page))) {
                    String link = tag.attribute("href");
                    if (link.matches("/[^?]*")
                            && !link.matches("/(assets|crl|ca|api)/.*|.*\\.(pem|crt|p7b|crl)")
                            && known.add(link)) {
                        open.push(link);
                    }
                }
            }
        }
        System.out.println(seen + " pages seen");
        assertThat(seen).isGreaterThan(3 * PAYLOADS.size());
        softly.assertAll();
    }

    @Test
    @DisplayName("is no formula in a table that is taken home, breaks no JSON, and names no file")
    void exports() throws IOException {
        SampleHouse infested = new SampleHouse();
        InfestedHouse.infest(infested, PAYLOADS);
        Browser browser = everybody(infested);
        List<List<String>> rows = csv(Browser.text(browser.get("/certificates/export.csv")));
        assertThat(rows).hasSize(PAYLOADS.size() + 1);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .hasSameSizeAs(rows.get(0))
                        .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*")));
        var json = Json.read(browser.get("/certificates/export.json").body());
        assertThat(json.toString()).contains("www.lab.contoso.com");
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(
                new ByteArrayInputStream(browser.get("/certificates/export.zip").body()))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                names.add(file.getName());
            }
        }
        assertThat(names)
                .hasSizeGreaterThan(PAYLOADS.size())
                .allMatch(name -> name.matches("[A-Za-z0-9._/-]+") && !name.contains(".."));
    }

    /** RFC 4180 §2: cells in quotation marks may hold commas, line breaks and doubled quotation marks. */
    private static List<List<String>> csv(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i : IntStream.range(0, text.length()).toArray()) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                if (quoted && i > 0 && text.charAt(i - 1) == '"') {
                    cell.append('"');
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
