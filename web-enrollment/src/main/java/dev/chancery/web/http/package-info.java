/**
 * HTTP for the rest of this module: routes as data, bounded bodies, replies as values, problem details (RFC 9457) and the
 * security headers of SECURITY.md rules 21 to 23.
 *
 * <p>May depend on ca-core's x509 and access, on Jetty and on Jackson; knows no page, no endpoint and no account. Start
 * at {@link dev.chancery.web.http.Route} and {@link dev.chancery.web.http.Router}.
 */
@NullMarked
package dev.chancery.web.http;

import org.jspecify.annotations.NullMarked;
