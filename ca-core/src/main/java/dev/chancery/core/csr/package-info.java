/**
 * What was asked for, and is the key theirs: reading PKCS#10 (RFC 2986), proof of possession, key quality.
 *
 * <p>May depend on x509 only. Nothing here trusts its input; nothing here decides what is granted. Start at {@link
 * dev.chancery.core.csr.CertificateRequestReader}.
 */
@NullMarked
package dev.chancery.core.csr;

import org.jspecify.annotations.NullMarked;
