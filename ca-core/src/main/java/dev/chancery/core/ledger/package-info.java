/**
 * Every serial, certificate and its fate: an index over the journal, for reading only.
 *
 * <p>May depend on x509, access and journal. Changes go through the journal; nothing writes here. Start at {@link
 * dev.chancery.core.ledger.CertificateLedger}.
 */
@NullMarked
package dev.chancery.core.ledger;

import org.jspecify.annotations.NullMarked;
