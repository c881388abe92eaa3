/**
 * The judge of finished bytes, certificates and CRLs. Needs no key, knows no profile, and shares no code with what builds
 * them.
 *
 * <p>May depend on x509 only, and reads DER with the JDK and {@link dev.chancery.core.x509.DerCursor}, never with the
 * library that encoded it. One class per rule, each with the paragraph it enforces and a failing sample among the tests.
 * Start at {@link dev.chancery.core.lint.Linter} and {@link dev.chancery.core.lint.CrlJudge}; the rules stand in {@code
 * AllRules} and {@code AllCrlRules}.
 */
@NullMarked
package dev.chancery.core.lint;

import org.jspecify.annotations.NullMarked;
