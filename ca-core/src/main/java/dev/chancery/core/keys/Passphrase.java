package dev.chancery.core.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

/** Where the key files' passphrase comes from: a file, an environment variable, or chance (SECURITY.md rule 18). */
public final class Passphrase {
    /** No letters that look like others: a passphrase is copied by hand once in its life. 32 of them are 185 bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final int LENGTH = 32;
    private static final int MAXIMUM_FILE = 4096;

    private Passphrase() {}

    public static Secret generate(SecureRandom random) {
        char[] characters = new char[LENGTH];
        do {
            for (int i = 0; i < LENGTH; i++) {
                characters[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            }
        } while (!isGenerated(characters));
        return wiping(characters);
    }

    /**
     * Whether it is one of {@link #generate}: its form, and half as many different characters as it is long, which all but
     * a few in a million of random ones have, and all of those. What chance made cannot be guessed, however quickly a guess is tried.
     */
    static boolean isGenerated(char[] characters) {
        return characters.length == LENGTH
                && CharBuffer.wrap(characters).chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && CharBuffer.wrap(characters).chars().distinct().count() >= LENGTH / 2;
    }

    /**
     * The first line of a file that only its owner may read.
     *
     * @throws KeyUnavailableException when it is missing, empty, too large, or others may read it
     */
    public static Secret readFile(Path file) {
        byte[] content = new PrivateFile(file).read("passphrase file", MAXIMUM_FILE);
        int end = 0;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, 0, end));
            char[] characters = new char[text.remaining()];
            text.get(characters);
            return checked(characters, "The first line of the passphrase file " + file);
        } catch (CharacterCodingException e) {
            throw new KeyUnavailableException(
                    "The passphrase file " + file + " is not UTF-8 text. Restore it from a backup.", e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /**
     * From an environment variable.
     *
     * @param environment {@code System.getenv()}
     */
    public static Secret readEnvironment(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null) {
            throw new KeyUnavailableException(
                    "The environment variable " + variable + " is not set. It must hold the key files' passphrase.");
        }
        return checked(value.toCharArray(), "The environment variable " + variable);
    }

    /** The passphrase in the file; where there is no file, a new one, which is written to it first. */
    public static Secret readOrCreate(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            return readFile(file);
        }
        Secret passphrase = generate(random);
        byte[] line = line(passphrase);
        try {
            new PrivateFile(file).create(line);
            return passphrase;
        } catch (FileAlreadyExistsException e) {
            return readFile(file); // another process was faster
        } catch (IOException e) {
            throw new KeyUnavailableException(
                    "The passphrase file " + file + " cannot be written: " + e.getMessage(), e);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    /** The generated characters, all of them ASCII, and a line feed. */
    private static byte[] line(Secret passphrase) {
        char[] characters = passphrase.reveal();
        byte[] line = new byte[characters.length + 1];
        for (int i = 0; i < characters.length; i++) {
            line[i] = (byte) characters[i];
        }
        line[characters.length] = '\n';
        Arrays.fill(characters, '\0');
        return line;
    }

    private static Secret checked(char[] characters, String where) {
        if (CharBuffer.wrap(characters).chars().allMatch(Character::isWhitespace)) {
            throw new KeyUnavailableException(
                    where + " is empty. Put the key files' passphrase there; if it was lost, take it from a backup.");
        }
        return wiping(characters);
    }

    private static Secret wiping(char[] characters) {
        Secret secret = Secret.copyOf(characters);
        Arrays.fill(characters, '\0');
        return secret;
    }
}
