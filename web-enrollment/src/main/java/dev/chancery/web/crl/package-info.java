/**
 * The ports through which the web asks for CRLs and for what becomes of them: it owns the interfaces, the composition root
 * connects the publisher.
 *
 * <p>May depend on ca-core only. Start at {@link dev.chancery.web.crl.CrlPublication}.
 */
@NullMarked
package dev.chancery.web.crl;

import org.jspecify.annotations.NullMarked;
