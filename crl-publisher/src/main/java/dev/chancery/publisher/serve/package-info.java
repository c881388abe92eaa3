/**
 * Serves CRLs and CA certificates over HTTP (RFC 2585, RFC 9110, RFC 9111; STANDARDS.md "HTTP serving").
 *
 * <p>May depend on ca-core, publish and Jetty. Reads memory only, so it never waits for issuance. Start at {@link
 * dev.chancery.publisher.serve.PublicationHandler}.
 */
@NullMarked
package dev.chancery.publisher.serve;

import org.jspecify.annotations.NullMarked;
