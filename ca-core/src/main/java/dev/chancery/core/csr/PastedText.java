package dev.chancery.core.csr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Octets as the text that somebody saw, whatever their editor made of it, with plain spaces, dashes and line ends. */
final class PastedText {
    private PastedText() {}

    /** Empty when it is no text. */
    static Optional<String> read(byte[] input) {
        try {
            String text =
                    charset(input).newDecoder().decode(ByteBuffer.wrap(input)).toString();
            boolean binary = text.chars().anyMatch(c -> c < 0x20 && !Character.isWhitespace(c));
            return binary ? Optional.empty() : Optional.of(plain(text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-16, as Windows Notepad and PowerShell write it: with a byte order mark, or ASCII with every other octet 0. */
    static boolean isWide(byte[] input) {
        return !charset(input).equals(StandardCharsets.UTF_8);
    }

    private static Charset charset(byte[] input) {
        if (input.length < 4 || input.length % 2 != 0) {
            return StandardCharsets.UTF_8;
        }
        boolean little = (input[0] & 0xff) == 0xff && (input[1] & 0xff) == 0xfe;
        boolean big = (input[0] & 0xff) == 0xfe && (input[1] & 0xff) == 0xff;
        if (little || (input[0] > 0x1f && input[1] == 0 && input[2] > 0 && input[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (big || (input[0] == 0 && input[1] > 0x1f && input[2] == 0 && input[3] > 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String unescaped = text.contains("\n") ? text : text.replace("\\r", "").replace("\\n", "\n");
        for (int i = 0; i < unescaped.length(); i++) {
            char c = unescaped.charAt(i);
            switch (Character.getType(c)) {
                case Character.DASH_PUNCTUATION -> plain.append('-');
                case Character.SPACE_SEPARATOR -> plain.append(' ');
                case Character.FORMAT -> {
                    // byte order mark, zero-width space, direction marks: invisible where it was copied from
                }
                default -> plain.append(c == '\r' || c == '\t' ? ' ' : c);
            }
        }
        return plain.toString();
    }
}
