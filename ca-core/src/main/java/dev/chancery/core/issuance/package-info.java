/**
 * The one signing path: granted, drafted, linted, signed, stored, released (DESIGN.md "The way a request takes").
 *
 * <p>May depend on everything above it; nothing else signs certificates with a CA's key. Start at {@link
 * dev.chancery.core.issuance.Issuance}.
 */
@NullMarked
package dev.chancery.core.issuance;

import org.jspecify.annotations.NullMarked;
