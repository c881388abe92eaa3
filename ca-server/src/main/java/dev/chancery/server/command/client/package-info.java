/**
 * Talks to a running server: where it is, whom to trust, requests and answers as values.
 *
 * <p>May depend on report, files and ca-core; knows no command. Start at {@link
 * dev.chancery.server.command.client.ApiClient}.
 */
@NullMarked
package dev.chancery.server.command.client;

import org.jspecify.annotations.NullMarked;
