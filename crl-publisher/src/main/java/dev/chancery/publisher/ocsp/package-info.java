/**
 * Says of one certificate whether it is revoked (RFC 6960, 5019, 9654), with a key and certificate of its own for each CA.
 *
 * <p>May depend on ca-core and Jetty; never sees the key of a CA. {@code OcspHandler} speaks HTTP, {@code Responder}
 * decides, {@code OcspRequestReader} and {@code ResponseEncoder} know the DER. Start at {@link
 * dev.chancery.publisher.ocsp.OcspResponder}.
 */
@NullMarked
package dev.chancery.publisher.ocsp;

import org.jspecify.annotations.NullMarked;
