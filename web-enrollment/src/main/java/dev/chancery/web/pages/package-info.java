/**
 * The web application: for each page a class that takes the request, asks the core, and hands a view to its template.
 *
 * <p>May depend on ca-core, {@code http}, {@code auth} and jte. What a page says is decided in {@code view}, how it looks
 * in {@code src/main/jte} and {@code chancery.css}, and its words stand in the files of {@code text}
 * (docs/texts.md). Start at {@link dev.chancery.web.pages.PageRoutes}.
 */
@NullMarked
package dev.chancery.web.pages;

import org.jspecify.annotations.NullMarked;
