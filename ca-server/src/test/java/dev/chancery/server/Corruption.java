package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Ways in which a file is no longer what it was. */
enum Corruption {
    FLIPPED {
        @Override
        void befall(Path file, Path other, Random random) throws IOException {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i <= random.nextInt(8); i++) {
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, content);
        }
    },
    ZEROED {
        @Override
        void befall(Path file, Path other, Random random) throws IOException {
            byte[] content = Files.readAllBytes(file);
            int from = random.nextInt(content.length);
            Arrays.fill(content, from, from + 1 + random.nextInt(content.length - from), (byte) 0);
            Files.write(file, content);
        }
    },
    TRUNCATED {
        @Override
        void befall(Path file, Path other, Random random) throws IOException {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, random.nextInt(content.length)));
        }
    },
    SWAPPED {
        @Override
        void befall(Path file, Path other, Random random) throws IOException {
            Files.write(file, Files.readAllBytes(other));
        }
    },
    DELETED {
        @Override
        void befall(Path file, Path other, Random random) throws IOException {
            Files.delete(file);
        }
    };

    /** @param other the same file of another data directory */
    abstract void befall(Path file, Path other, Random random) throws IOException;
}
