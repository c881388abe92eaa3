/**
 * Creating roots and intermediates, with their keys.
 *
 * <p>May depend on issuance, authority, keys, profile, journal, access and x509. Start at {@link
 * dev.chancery.core.ceremony.Ceremony}.
 */
@NullMarked
package dev.chancery.core.ceremony;

import org.jspecify.annotations.NullMarked;
