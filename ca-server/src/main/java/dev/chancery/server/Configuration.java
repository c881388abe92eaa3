package dev.chancery.server;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileText;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.RoleTemplate;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings, the profiles and the roles; writes the shipped ones where there are none yet. */
final class Configuration {
    private Configuration() {}

    /**
     * @param named a file given with {@code --config}; must exist
     * @param overrides from {@code --set} and the other options, which win over the file
     */
    static Settings settings(DataDirectory data, Optional<Path> named, Map<String, String> overrides) {
        Path file = named.orElse(data.configuration());
        if (named.isEmpty() && !Files.exists(file)) {
            DataDirectory.write(file, Shipped.manual());
        }
        try {
            return YamlReader.read(file, Settings.class, overrides);
        } catch (ConfigurationException e) {
            throw new StartRefusedException("The settings have mistakes:\n" + e.getMessage());
        }
    }

    /** All profiles of the data directory; on a first start the shipped ones are put there to be edited. */
    static ProfileCatalog profiles(DataDirectory data) {
        return profiles(data, new YamlProfiles());
    }

    /** The same, read by somebody who goes on with it. */
    static ProfileCatalog profiles(DataDirectory data, ProfileText language) {
        Path unfinished = data.profiles().resolve(".unfinished");
        if (yamlFiles(data.profiles()).isEmpty() || Files.exists(unfinished)) {
            putShipped(data.profiles(), Shipped.profiles(), unfinished);
        } else if (yamlFiles(data.roles()).isEmpty()) {
            putMissing(data.profiles());
        }
        ProfileFiles.putSchema(data.profiles());
        List<CertificateProfile> profiles = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Path file : yamlFiles(data.profiles())) {
            Optional<String> text = text(file, mistakes);
            text.ifPresent(content -> language.read(file.toString(), content)
                    .fold(profile -> profiles.add(named(profile, file)), wrong -> mistakes.addAll(words(wrong))));
        }
        if (!mistakes.isEmpty()) {
            throw new StartRefusedException("Profiles have mistakes:\n" + String.join("\n", mistakes));
        }
        return new ProfileCatalog(profiles);
    }

    /** All roles of the data directory; where there are none, the shipped ones are put there to be edited. */
    static RoleCatalog roles(DataDirectory data) {
        Path unfinished = data.roles().resolve(".unfinished");
        if (yamlFiles(data.roles()).isEmpty() || Files.exists(unfinished)) {
            putShipped(data.roles(), Shipped.roles(), unfinished);
        }
        List<RoleTemplate> roles = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Path file : yamlFiles(data.roles())) {
            try {
                roles.add(role(file));
            } catch (ConfigurationException e) {
                mistakes.add(e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new StartRefusedException("Roles have mistakes:\n" + String.join("\n", mistakes));
        }
        return new RoleCatalog(roles);
    }

    private static RoleTemplate role(Path file) {
        RoleTemplate role = YamlReader.read(file, RoleTemplate.class);
        String expected = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!role.name().equals(expected)) {
            throw new StartRefusedException(file + ": name: the role is called \"" + role.name() + "\", its file \""
                    + expected + ".yaml\"; make them equal");
        }
        return role;
    }

    /** A data directory from before there were roles gets, together with the first of them, the profiles they name. */
    private static void putMissing(Path directory) {
        Set<String> named = Shipped.roles().entrySet().stream()
                .map(file -> YamlReader.read(file.getKey(), file.getValue(), RoleTemplate.class))
                .flatMap(role -> role.certificates().stream())
                .flatMap(row -> Stream.concat(Stream.of(row.profile()), row.profileWith().values().stream()))
                .map(name -> name + ".yaml")
                .collect(Collectors.toSet());
        Shipped.profiles().forEach((name, text) -> {
            if (named.contains(name) && !Files.exists(directory.resolve(name))) {
                DataDirectory.write(directory.resolve(name), text);
            }
        });
    }

    /** @param unfinished is there until all are, so that a first start that was cut short is completed */
    private static void putShipped(Path directory, Map<String, String> shipped, Path unfinished) {
        DataDirectory.write(unfinished, "The next start puts the shipped files here; then this file goes.\n");
        shipped.forEach((name, text) -> DataDirectory.write(directory.resolve(name), text));
        try {
            Files.delete(unfinished);
        } catch (IOException e) {
            throw new StartRefusedException("The file " + unfinished + " cannot be deleted: " + e);
        }
    }

    private static Optional<String> text(Path file, List<String> mistakes) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            mistakes.add(file + ": is not UTF-8 text; save it with that encoding");
        } catch (IOException e) {
            mistakes.add(file + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static List<String> words(List<Mistake> mistakes) {
        return mistakes.stream().map(Mistake::words).toList();
    }

    /** A profile's name must be the file's. */
    private static CertificateProfile named(CertificateProfile profile, Path file) {
        String expected = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!profile.name().equals(expected)) {
            throw new StartRefusedException(file + ": name: the profile is called \"" + profile.name()
                    + "\", its file \"" + expected + ".yaml\"; make them equal");
        }
        return profile;
    }

    private static List<Path> yamlFiles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartRefusedException("The files in " + directory + " cannot be listed: " + e);
        }
    }
}
