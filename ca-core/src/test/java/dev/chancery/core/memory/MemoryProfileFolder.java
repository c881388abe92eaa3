package dev.chancery.core.memory;

import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.ProfileFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of profiles in memory, with a disk that can be made to fail. */
public final class MemoryProfileFolder implements ProfileFolder {
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Optional<String>> prepared = new TreeMap<>();
    private boolean broken;

    /** As if somebody had edited the file; without a text, as if it had been deleted. */
    public void put(String name, Optional<String> text) {
        text.ifPresentOrElse(content -> files.put(name, content), () -> files.remove(name));
    }

    /** From now on nothing is completed any more: the process was killed, or the disk failed. */
    public void breakDisk(boolean now) {
        broken = now;
    }

    @Override
    public List<ProfileFile> files() {
        return files.entrySet().stream()
                .map(file -> new ProfileFile(file.getKey(), file(file.getKey()), Optional.of(file.getValue()), ""))
                .toList();
    }

    @Override
    public void prepare(String name, Optional<String> text) {
        prepared.put(name, text);
    }

    @Override
    public void complete(String name) {
        if (broken) {
            throw new FolderFaultException("the disk has failed", new IOException("no space"));
        }
        put(name, prepared.remove(name));
    }

    @Override
    public void discard(String name) {
        prepared.remove(name);
    }

    @Override
    public Map<String, Optional<String>> prepared() {
        return new TreeMap<>(prepared);
    }

    @Override
    public String file(String name) {
        return "profiles/" + name + ".yaml";
    }
}
