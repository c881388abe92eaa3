/**
 * Private keys and where they live, and which JCA provider signs with them.
 *
 * <p>May depend on x509 only. Reading a private key is possible through {@link dev.chancery.core.keys.KeyVault} alone,
 * and what it hands out signs but does not show itself. Start at {@link dev.chancery.core.keys.SigningKey}.
 */
@NullMarked
package dev.chancery.core.keys;

import org.jspecify.annotations.NullMarked;
