/**
 * {@code chancery bench}: what this machine can do, and how near Chancery comes to it.
 *
 * <p>Every figure stands beside the physical limit that was measured in the same run. The load comes from another process
 * than the server's, over real connections. May use everything of the server; nothing uses it but {@code Main}. Start at
 * {@link dev.chancery.server.bench.BenchCommands}.
 */
@NullMarked
package dev.chancery.server.bench;

import org.jspecify.annotations.NullMarked;
