package dev.chancery.web.pages;

import dev.chancery.web.http.Reply;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

/** Fills the compiled templates; each takes one parameter, {@code view}. */
final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.chancery.web.pages.template");

    /** @param template without its ending, {@code trust} */
    Reply show(int status, String template, Object view) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", view, output);
        return Reply.html(status, output.toByteArray());
    }

    Reply show(String template, Object view) {
        return show(200, template, view);
    }
}
