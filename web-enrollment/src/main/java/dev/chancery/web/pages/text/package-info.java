/**
 * Every word of the pages, in each language, and in whose language and zone a page is written.
 *
 * <p>The words stand in {@code *.en.properties} and {@code *.de.properties} beside this package; templates and views name
 * keys. Who reads is known to the thread that fills a page ({@link dev.chancery.web.pages.text.Reader}), as the
 * alternative is a parameter through every view down to the last relative date. May depend on {@code http} and jte. Start
 * at {@link dev.chancery.web.pages.text.Texts}; how to change a text or add a language: docs/texts.md.
 */
@NullMarked
package dev.chancery.web.pages.text;

import org.jspecify.annotations.NullMarked;
