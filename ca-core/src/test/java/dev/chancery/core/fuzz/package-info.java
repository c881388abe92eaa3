/**
 * Throws damaged input at every parser (SECURITY.md rule 24).
 *
 * <p>A {@link dev.chancery.core.fuzz.Target} stands beside the parser that it tests, in any module. {@link
 * dev.chancery.core.fuzz.ShortRun} is the always-run form: deterministic, without instrumentation. {@link
 * dev.chancery.core.fuzz.LongRun} gives the same target to Jazzer in a JVM of its own. Start reading at Target.
 */
@NullMarked
package dev.chancery.core.fuzz;

import org.jspecify.annotations.NullMarked;
