/**
 * An issuing CA: its certificate, its key, and the addresses it writes into certificates.
 *
 * <p>May depend on x509 and keys. Only issuance and crl may ask an {@link dev.chancery.core.authority.Issuer} for its
 * key; ArchUnit says so. Start there.
 */
@NullMarked
package dev.chancery.core.authority;

import org.jspecify.annotations.NullMarked;
