/**
 * Changes profiles while the server runs: reads the files, records every version in the journal before it counts, and
 * replaces the catalogue in one moment.
 *
 * <p>May depend on x509, access, journal and profile. What a profile's text means ({@link ProfileText}) and where its file
 * lies ({@link ProfileFolder}) are ports. Start at {@link ProfileEditor}.
 */
@NullMarked
package dev.chancery.core.editing;

import org.jspecify.annotations.NullMarked;
