package dev.chancery.web.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import dev.chancery.web.pages.view.RequestFormView.Chip;
import dev.chancery.web.pages.view.RequestFormView.Mistake;
import dev.chancery.web.pages.view.RequestFormView.Problems;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mistake in the request form")
class MistakesTest {
    @Test
    @DisplayName("is shown at the name that has it, with its correction as a button")
    void name() {
        Objection objection = Objection.suggesting("name-underscore", "names[1]", "web_01: no underscores.", "web-01");
        Problems problems = Mistakes.sort(List.of(objection), 2);
        assertThat(problems.names())
                .containsExactly(new Mistake("web_01: no underscores.", "names[1]=web-01", "web-01"));
        assertThat(Mistakes.chips(List.of("www", "web_01"), List.of(objection)))
                .containsExactly(new Chip("www", false), new Chip("web_01", true));
    }

    @Test
    @DisplayName("in a name of the CSR is shown at the names while none are written there")
    void nameOfCsr() {
        Objection objection = Objection.of("name-underscore", "csr", "web_01: no underscores.");
        assertThat(Mistakes.sort(List.of(objection), 0).names()).hasSize(1);
        assertThat(Mistakes.sort(List.of(objection), 3).csr()).hasSize(1);
    }

    @Test
    @DisplayName("goes to its field, and what fits none goes to the top")
    void fields() {
        Problems problems = Mistakes.sort(
                List.of(
                        Objection.of("key-type", "csr", "a"),
                        Objection.suggesting("validity-too-long", "validity", "b", "P1Y"),
                        Objection.of("subject-syntax", "subject", "c"),
                        Objection.of("names-too-few", "dns", "d"),
                        Objection.of("profile-unknown", "profile", "e"),
                        Objection.of("lint", "tbsCertificate", "f")),
                0);
        assertThat(problems.csr()).extracting(Mistake::message).containsExactly("a");
        assertThat(problems.validity()).containsExactly(new Mistake("b", "validity=P1Y", "P1Y"));
        assertThat(problems.subject()).extracting(Mistake::message).containsExactly("c");
        assertThat(problems.names()).extracting(Mistake::message).containsExactly("d");
        assertThat(problems.profile()).extracting(Mistake::message).containsExactly("e", "f");
        assertThat(problems.count()).isEqualTo(6);
    }
}
