/**
 * The judge of finished bytes. Needs no key, knows no profile, and shares no code with what builds certificates.
 *
 * <p>May depend on x509 only, and reads DER with the JDK and {@link dev.chancery.core.x509.DerCursor}, never with the
 * library that encoded it. One class per rule, each with the paragraph it enforces. Start at {@link
 * dev.chancery.core.lint.Linter}.
 */
@NullMarked
package dev.chancery.core.lint;

import org.jspecify.annotations.NullMarked;
