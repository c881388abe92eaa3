/**
 * What a command tells: its exit code and why, tables, times, and how far it has come.
 *
 * <p>May depend on web.http for escaping text from strangers, and knows neither servers nor files. Start at {@link
 * dev.chancery.server.command.report.Screen}.
 */
@NullMarked
package dev.chancery.server.command.report;

import org.jspecify.annotations.NullMarked;
