/**
 * The port through which the web asks for CRLs: it owns the interface, the composition root connects the publisher.
 *
 * <p>May depend on ca-core only. Start at {@link dev.chancery.web.crl.CrlPublication}.
 */
@NullMarked
package dev.chancery.web.crl;

import org.jspecify.annotations.NullMarked;
