/**
 * Looks from outside: fetches what was published back by the addresses that stand in certificates, and says in words what
 * validating servers will make of it.
 *
 * <p>May depend on ca-core and publish. It changes nothing and holds nothing up. Start at {@link
 * dev.chancery.publisher.check.OutsideCheck}.
 */
@NullMarked
package dev.chancery.publisher.check;

import org.jspecify.annotations.NullMarked;
