/**
 * When a CRL is due: at start, after a revocation, and at the interval; with retries when publication fails.
 *
 * <p>May depend on ca-core and publish. Start at {@link dev.chancery.publisher.schedule.CrlSchedule}.
 */
@NullMarked
package dev.chancery.publisher.schedule;

import org.jspecify.annotations.NullMarked;
