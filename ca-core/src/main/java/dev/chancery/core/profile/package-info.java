/**
 * What each kind of certificate may contain; turns requested into granted.
 *
 * <p>May depend on x509, csr and lint. Profiles are data, checked when loaded; nothing here reads files. Start at {@link
 * dev.chancery.core.profile.CertificateProfile}.
 */
@NullMarked
package dev.chancery.core.profile;

import org.jspecify.annotations.NullMarked;
