package dev.chancery.core.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Port: the files in which profiles stand. A change is prepared on the disk first, then recorded in the journal, then
 * completed, so that a crash between any two of them is repaired at the next start. Every method throws
 * {@link FolderFaultException} when the disk does not do it.
 */
public interface ProfileFolder {
    /**
     * A file of the folder.
     *
     * @param name of the profile, as the file has it
     * @param file as it is named in messages
     * @param text empty when it cannot be read as text
     * @param problem why it cannot; empty when it can
     */
    record ProfileFile(String name, String file, Optional<String> text, String problem) {}

    /** By name. */
    List<ProfileFile> files();

    /** Durable, and not yet in force. Without a text, the removal of the file. */
    void prepare(String name, Optional<String> text);

    /** Puts in the place of the file what was prepared; durable, and never half. */
    void complete(String name);

    /** Forgets what was prepared. */
    void discard(String name);

    /** What was prepared and neither completed nor discarded. */
    Map<String, Optional<String>> prepared();

    /** The file of this profile as it is named in messages. */
    String file(String name);
}
