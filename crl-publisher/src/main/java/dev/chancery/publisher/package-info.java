/**
 * Tells validating servers what is revoked. {@link dev.chancery.publisher.CrlPublisher} puts the parts together.
 *
 * <p>May depend on ca-core and Jetty. {@code schedule} decides when, {@code core.crl} holds the key and knows how, {@code
 * publish} and {@code serve} know where; {@code ocsp} says the same of one certificate.
 */
@NullMarked
package dev.chancery.publisher;

import org.jspecify.annotations.NullMarked;
