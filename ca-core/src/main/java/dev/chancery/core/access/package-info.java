/**
 * Who may do what: requesters, roles, permissions, the names that belong to a requester, and accounts.
 *
 * <p>May depend on nothing of ours. Every operation asks {@link dev.chancery.core.access.AccessPolicy} for a {@link
 * dev.chancery.core.access.Permit}; the signing path does not compile without one. Start there.
 */
@NullMarked
package dev.chancery.core.access;

import org.jspecify.annotations.NullMarked;
