/**
 * Making, judging and signing CRLs (RFC 5280 §5). When and where they are published is not decided here.
 *
 * <p>May depend on keys, lint, authority, ledger, journal, access and x509. Start at {@link
 * dev.chancery.core.crl.CrlIssuer}.
 */
@NullMarked
package dev.chancery.core.crl;

import org.jspecify.annotations.NullMarked;
