package dev.chancery.server;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whether somebody who uses the keyboard sees where they are (WCAG 2.2, 2.4.7). */
final class Keyboard {
    /** After a key was pressed, the browser marks what a script focuses as it would what a key does. */
    private static final String UNSEEN = """
            () => {
              const marked = (element) => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              };
              const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
              return [...document.querySelectorAll(wanted)]
                .filter((element) => {
                  element.focus();
                  return document.activeElement === element
                    && !marked(element) && !(element.closest("label") && marked(element.closest("label")))
                    && ![...element.querySelectorAll("*")].some(marked);
                })
                .map((element) => element.outerHTML.slice(0, 120));
            }""";

    private Keyboard() {}

    /** What can be reached by key and does not show it. */
    @SuppressWarnings("unchecked")
    static List<String> unseen(Page page) {
        page.keyboard().press("Tab");
        return (List<String>) page.evaluate(UNSEEN);
    }
}
