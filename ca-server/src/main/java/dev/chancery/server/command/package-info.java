/**
 * Every command but {@code serve}: options, calls, and what is said about the answers.
 *
 * <p>May depend on its subpackages, ca-core, config and db; the composition root depends on it, never the other way
 * round. Start at {@link dev.chancery.server.command.Commands}, the list of all.
 */
@NullMarked
package dev.chancery.server.command;

import org.jspecify.annotations.NullMarked;
