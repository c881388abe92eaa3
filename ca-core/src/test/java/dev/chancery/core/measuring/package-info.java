/**
 * What JMH benchmarks of several packages share. The benchmarks themselves stand beside what they measure, as {@code
 * *Benchmark}.
 *
 * <p>Run them with {@code mvn -q -Pjmh -pl ca-core test}. Start at {@link
 * dev.chancery.core.measuring.ProcessorTime}.
 */
package dev.chancery.core.measuring;
