package dev.chancery.server.command.files;

import dev.chancery.core.keys.Secret;
import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A token or password in the first line of a file; secrets are never arguments, which everybody can list. */
public final class SecretFile {
    private static final int MAXIMUM = 4096;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private SecretFile() {}

    /** @param what it holds, for messages: {@code token}, {@code password} */
    public static Secret read(Path file, String what) {
        byte[] content = content(file, what);
        int end = 0;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, end));
            if (text.chars().allMatch(Character::isWhitespace)) {
                throw CommandFailedException.refused(
                        "The first line of " + file + " is empty; the " + what + " must stand there.");
            }
            char[] characters = new char[text.remaining()];
            text.get(characters);
            Secret secret = Secret.copyOf(characters);
            Arrays.fill(characters, '\0');
            return secret;
        } catch (CharacterCodingException e) {
            throw CommandFailedException.refused("The " + what + " file " + file + " is not UTF-8 text.");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static byte[] content(Path file, String what) {
        try {
            refuseOpenToOthers(file, what);
            try (InputStream bytes = Files.newInputStream(file)) {
                return bytes.readNBytes(MAXIMUM);
            }
        } catch (NoSuchFileException e) {
            throw CommandFailedException.refused("There is no " + what + " file " + file + ".");
        } catch (AccessDeniedException e) {
            throw CommandFailedException.refused("This user may not read the " + what + " file " + file + ".");
        } catch (IOException e) {
            throw CommandFailedException.refused(
                    "The " + what + " file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** A pipe, as {@code <(command)} makes one, belongs to nobody else and has no mode worth reading. */
    private static void refuseOpenToOthers(Path file, String what) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(permissions)) {
            throw CommandFailedException.refused(
                    "Others on this machine can read or change the " + what + " file " + file + " ("
                            + PosixFilePermissions.toString(permissions) + "). If nobody did, run: chmod 600 " + file);
        }
    }
}
