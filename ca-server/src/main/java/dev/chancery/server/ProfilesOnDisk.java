package dev.chancery.server;

import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.ProfileFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder {@code profiles/} of the data directory. What is prepared for {@code NAME.yaml} stands in
 * {@code .NAME.yaml.next}; an empty one means that the file is to go.
 */
final class ProfilesOnDisk implements ProfileFolder {
    private static final String ENDING = ".yaml";
    private static final String NEXT = ".next";

    private final Path folder;

    ProfilesOnDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<ProfileFile> files() {
        return list(ENDING).stream().map(this::read).toList();
    }

    private ProfileFile read(String fileName) {
        String name = fileName.substring(0, fileName.length() - ENDING.length());
        try {
            return new ProfileFile(name, file(name), Optional.of(Files.readString(folder.resolve(fileName))), "");
        } catch (CharacterCodingException e) {
            return new ProfileFile(name, file(name), Optional.empty(), "is not UTF-8 text; save it with that encoding");
        } catch (IOException e) {
            return new ProfileFile(name, file(name), Optional.empty(), "cannot be read: " + e.getMessage());
        }
    }

    private List<String> list(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FolderFaultException("The files in " + folder + " cannot be listed: " + e, e);
        }
    }

    private Path target(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("no profile can be called so");
        }
        return folder.resolve(name + ENDING);
    }

    private Path next(String name) {
        return folder.resolve("." + target(name).getFileName() + NEXT);
    }

    @Override
    public void prepare(String name, Optional<String> text) {
        try {
            DataDirectory.write(next(name), text.orElse(""));
            flushFolder();
        } catch (StartRefusedException | IOException e) {
            throw new FolderFaultException(
                    "The profile " + name + " was not saved: " + e.getMessage() + " What was in force still is.", e);
        }
    }

    @Override
    public void complete(String name) {
        Path next = next(name);
        try {
            if (Files.size(next) == 0) {
                Files.deleteIfExists(target(name));
                flushFolder();
                Files.delete(next);
            } else {
                Files.move(next, target(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            flushFolder();
        } catch (IOException e) {
            throw new FolderFaultException(
                    "The change of the profile " + name
                            + " is recorded and in force, but its file could not be changed: " + e
                            + ". The next start does it; look at the disk.",
                    e);
        }
    }

    @Override
    public void discard(String name) {
        try {
            Files.deleteIfExists(next(name));
        } catch (IOException e) {
            throw new FolderFaultException("The file " + next(name) + " cannot be deleted: " + e, e);
        }
    }

    @Override
    public Map<String, Optional<String>> prepared() {
        Map<String, Optional<String>> found = new TreeMap<>();
        for (String fileName : list(ENDING + NEXT)) {
            String name = fileName.substring(1, fileName.length() - (ENDING + NEXT).length());
            try {
                found.put(
                        name,
                        Optional.of(Files.readString(folder.resolve(fileName), StandardCharsets.UTF_8))
                                .filter(text -> !text.isEmpty()));
            } catch (IOException e) {
                throw new FolderFaultException("The file " + folder.resolve(fileName) + " cannot be read: " + e, e);
            }
        }
        return found;
    }

    /** A new name is on the disk when its directory is. */
    private void flushFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String file(String name) {
        return "profiles/" + name + ENDING;
    }
}
