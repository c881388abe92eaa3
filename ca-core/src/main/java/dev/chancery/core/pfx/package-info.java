/**
 * Keys made for other people's servers, and the files in which they travel there (SECURITY.md rule 27).
 *
 * <p>May depend on x509 and keys. Nothing in here writes, keeps or logs a key: what is made lives in memory until it has
 * been handed out. Start at {@link dev.chancery.core.pfx.GeneratedKey}.
 */
@NullMarked
package dev.chancery.core.pfx;

import org.jspecify.annotations.NullMarked;
