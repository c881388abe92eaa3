/**
 * Backup archives: a tar file in an encrypted and authenticated envelope, how it is made, judged, and put in place.
 *
 * <p>May depend on ca-core, db and Bouncy Castle; knows neither servers nor the command line. The format stands in {@code
 * docs/backup.md} of this module. Start at {@link dev.chancery.server.backup.BackupArchive}.
 */
@NullMarked
package dev.chancery.server.backup;

import org.jspecify.annotations.NullMarked;
