package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.pages.view.ApiConsoleView.Group;
import dev.chancery.web.pages.view.ApiConsoleView.Operation;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The API console")
class ApiConsoleTest {
    private final SampleHouse house = PagesPreview.furnished();

    @Test
    @DisplayName("shows every operation of the document, to people who are signed in")
    void everything() {
        String page = Browser.text(
                Browser.of(house, SampleHouse.person("network", Role.REQUESTER)).get("/console"));
        List<Group> groups = new ApiDocument().groups("https://ca.test");
        assertThat(groups).hasSizeGreaterThan(5);
        for (Group group : groups) {
            for (Operation operation : group.operations()) {
                assertThat(page).contains("id=\"" + operation.id() + "\"", operation.path());
            }
        }
        assertThat(Browser.ofNobody(house).get("/").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("offers a body that is JSON of the right shape, and a command that sends it")
    void bodies() {
        Operation request = new ApiDocument()
                .groups("https://ca.test").stream()
                        .flatMap(group -> group.operations().stream())
                        .filter(operation -> operation.id().equals("requestCertificate"))
                        .findFirst()
                        .orElseThrow();
        assertThat(JsonMapper.shared().readTree(request.body()).has("csr")).isTrue();
        assertThat(request.curl())
                .contains("Bearer $TOKEN", "-X POST", "application/json", "'https://ca.test/api/v1/certificates'");
        assertThat(request.answers()).extracting("status").contains("201", "202", "422");
    }
}
