/**
 * The web module as one part: {@link dev.chancery.web.WebEnrollment} takes the core's services and gives two handlers, one
 * for HTTPS and one for plain HTTP.
 *
 * <p>May depend on ca-core and on every package below. Start at {@link dev.chancery.web.WebEnrollment}.
 */
@NullMarked
package dev.chancery.web;

import org.jspecify.annotations.NullMarked;
