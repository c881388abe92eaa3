/**
 * The vocabulary of RFC 5280: names, serial numbers, validity, encoded objects. No policy and no keys.
 *
 * <p>May depend on nothing of ours. Builders and judges share these types and nothing else. Start reading at {@link
 * dev.chancery.core.x509.Der} and {@link dev.chancery.core.x509.EncodedCertificate}.
 */
@NullMarked
package dev.chancery.core.x509;

import org.jspecify.annotations.NullMarked;
