/**
 * From a request through approval to issuance; the queue of requests that wait.
 *
 * <p>May depend on issuance, csr, profile, access, authority, journal, ledger and x509. Start at {@link
 * dev.chancery.core.enrollment.Enrollment}.
 */
@NullMarked
package dev.chancery.core.enrollment;

import org.jspecify.annotations.NullMarked;
