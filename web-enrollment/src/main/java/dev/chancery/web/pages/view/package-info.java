/**
 * What the pages say: records made from the core's objects, with every decision about words, dates and order. Templates
 * only place them; nothing here knows HTML or HTTP.
 *
 * <p>May depend on ca-core and Bouncy Castle's ASN.1. Public, since compiled templates are a package of their own. Start
 * at {@link dev.chancery.web.pages.view.Frame} and {@link dev.chancery.web.pages.view.Moments}.
 */
@NullMarked
package dev.chancery.web.pages.view;

import org.jspecify.annotations.NullMarked;
