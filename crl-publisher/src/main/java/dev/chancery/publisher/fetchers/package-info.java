/**
 * Remembers who has fetched what: per client address the CRL that it fetched last, and when it asked OCSP.
 *
 * <p>May depend on ca-core. Costs the serving path a look into a map. Start at {@link
 * dev.chancery.publisher.fetchers.Fetchers}.
 */
@NullMarked
package dev.chancery.publisher.fetchers;

import org.jspecify.annotations.NullMarked;
