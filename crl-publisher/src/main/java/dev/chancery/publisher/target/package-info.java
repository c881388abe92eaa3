/**
 * Brings what is published to other places: a directory, a web server by HTTP PUT, an LDAP directory. Each target has a thread
 * of its own, retries, and never holds up publication or serving.
 *
 * <p>May depend on ca-core. Start at {@link dev.chancery.publisher.target.Targets}.
 */
@NullMarked
package dev.chancery.publisher.target;

import org.jspecify.annotations.NullMarked;
