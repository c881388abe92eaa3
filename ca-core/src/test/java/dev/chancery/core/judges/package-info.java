/**
 * Software that nobody here wrote, asked for its verdict: the {@code openssl} program and the JDK's PKIX.
 *
 * <p>For tests of every module; it travels in ca-core's test-jar. May depend on x509. Start at {@link
 * dev.chancery.core.judges.OpenSsl} and {@link dev.chancery.core.judges.Pkix}.
 */
@NullMarked
package dev.chancery.core.judges;

import org.jspecify.annotations.NullMarked;
