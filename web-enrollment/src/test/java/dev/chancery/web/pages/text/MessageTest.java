package dev.chancery.web.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text with parameters")
class MessageTest {
    private static String written(String text, Object... parameters) {
        StringOutput out = new StringOutput();
        OwaspHtmlTemplateOutput html = new OwaspHtmlTemplateOutput(out);
        html.setContext("p", null);
        new Message(text).writeTo(html, parameters);
        return out.toString();
    }

    @Test
    @DisplayName("keeps its own markup and escapes what it is given")
    void escapes() {
        assertThat(written("<b>{0}</b> of {1}, {0}", "<i>", 2))
                .isEqualTo("<b>&lt;i></b> of 2, &lt;i>".replace("i>", "i&gt;"));
    }

    @Test
    @DisplayName("escapes for an attribute where the parameter stands in one")
    void attributes() {
        assertThat(written("<a href=\"/ca/{0}.crt\" title=\"x\">{0}</a>", "a\" onclick=\"b"))
                .isEqualTo("<a href=\"/ca/a&#34; onclick=&#34;b.crt\" title=\"x\">a\" onclick=\"b</a>");
        assertThat(written("<a href=\"{0}\">x</a>", "javascript:alert(1)")).doesNotContain("javascript");
    }

    @Test
    @DisplayName("takes markup only as content of a template")
    void content() {
        Content bold = output -> output.writeContent("<b>x</b>");
        assertThat(written("Did you mean {0}?", bold)).isEqualTo("Did you mean <b>x</b>?");
    }

    @Test
    @DisplayName("is left unescaped for views, whose strings templates escape, and braces of other kinds stay")
    void plain() {
        assertThat(new Message("{0} & {serial} {1}").filled("<", 3)).isEqualTo("< & {serial} 3");
    }
}
