package dev.chancery.server;

import dev.chancery.server.backup.Restoration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Everything that must be kept, by name (CONTRACT.md). Directories are 0700 and files 0600, or there is no start. */
record DataDirectory(Path root) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Makes what is missing, and refuses a directory that others can read. */
    static DataDirectory open(Path root) {
        DataDirectory data = new DataDirectory(root.toAbsolutePath().normalize());
        if (Restoration.isPending(data.root())) {
            throw new StartRefusedException("A restore into " + data.root() + " was cut short. Complete it first:"
                    + " ./chancery restore FILE --data " + data.root());
        }
        try {
            for (Path directory : new Path[] {
                data.root(),
                data.keys(),
                data.profiles(),
                data.roles(),
                data.crl(),
                data.tls(),
                data.database(),
                data.journal()
            }) {
                makePrivate(directory);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartRefusedException(e.getFile() + " is in the way: a directory is needed there. Move it, or"
                    + " choose another data directory with --data.");
        } catch (IOException e) {
            throw new StartRefusedException("The data directory " + data.root() + " cannot be used: " + e
                    + ". Choose another with --data, or correct its owner.");
        }
        return data;
    }

    private static void makePrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(directory);
        if (!OWNER_ONLY.containsAll(found)) {
            throw new StartRefusedException("Others on this machine can enter " + directory + " ("
                    + PosixFilePermissions.toString(found) + "). It holds private keys. Close it: chmod -R go= "
                    + directory);
        }
    }

    Path configuration() {
        return root.resolve("chancery.yaml");
    }

    Path profiles() {
        return root.resolve("profiles");
    }

    Path roles() {
        return root.resolve("roles");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path passphrase() {
        return keys().resolve("passphrase");
    }

    Path database() {
        return root.resolve("db");
    }

    Path journal() {
        return root.resolve("journal");
    }

    Path crl() {
        return root.resolve("crl");
    }

    Path tls() {
        return root.resolve("tls");
    }

    Path adminToken() {
        return root.resolve("admin.token");
    }

    Path serverDescription() {
        return root.resolve("server.json");
    }

    /** Written beside its name with mode 0600, flushed, and renamed. */
    static void write(Path file, String content) {
        try {
            FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path folder = file.toAbsolutePath().getParent();
            Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp", mode);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefusedException("The file " + file + " cannot be written: " + e);
        }
    }
}
