/**
 * The one composition root: the command line, the parts list, the listeners, metrics and health.
 *
 * <p>May depend on everything; nobody depends on it. Start at {@link dev.chancery.server.Main} and {@link
 * dev.chancery.server.Assembly}, which reads from top to bottom.
 */
@NullMarked
package dev.chancery.server;

import org.jspecify.annotations.NullMarked;
