/**
 * Many certificates at once: exported as a whole, revoked together; shared by the REST API and the pages.
 *
 * <p>May depend on ca-core, on http and on auth. Start at {@link dev.chancery.web.certificates.CertificateExport}.
 */
@NullMarked
package dev.chancery.web.certificates;

import org.jspecify.annotations.NullMarked;
