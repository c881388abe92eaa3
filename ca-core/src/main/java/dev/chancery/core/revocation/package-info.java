/**
 * Marking a certificate bad, holding it, releasing it.
 *
 * <p>May depend on ledger, journal, access and x509. Tells the publisher through a listener that it owns. Start at
 * {@link dev.chancery.core.revocation.Revocations}.
 */
@NullMarked
package dev.chancery.core.revocation;

import org.jspecify.annotations.NullMarked;
