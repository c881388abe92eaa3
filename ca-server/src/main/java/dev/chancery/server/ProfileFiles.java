package dev.chancery.server;

import dev.chancery.config.JsonSchema;
import dev.chancery.config.Shipped;
import dev.chancery.core.profile.CertificateProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands beside the profiles in the data directory. */
final class ProfileFiles {
    /** The first line of each shipped profile names it, so that editors find it. */
    static final String SCHEMA = "profile.schema.json";

    private ProfileFiles() {}

    /** What a profile file may look like, for editors. */
    static String schema() {
        return JsonSchema.of(CertificateProfile.class, "Certificate profile of Chancery", Shipped.profileKeys());
    }

    /** Puts the schema of this version where the profiles are. */
    static void putSchema(Path directory) {
        Path file = directory.resolve(SCHEMA);
        String schema = schema();
        try {
            if (Files.exists(file) && Files.readString(file).equals(schema)) {
                return;
            }
        } catch (IOException e) {
            throw new StartRefusedException("The file " + file + " cannot be read: " + e);
        }
        DataDirectory.write(file, schema);
    }
}
