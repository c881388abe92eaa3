/**
 * Files that commands read and write: secrets, requests, and keys made here with the certificates that follow.
 *
 * <p>May depend on report, ca-core and Bouncy Castle; knows no server. Start at {@link
 * dev.chancery.server.command.files.KeyBundle}.
 */
@NullMarked
package dev.chancery.server.command.files;

import org.jspecify.annotations.NullMarked;
