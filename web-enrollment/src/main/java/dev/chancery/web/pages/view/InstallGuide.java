package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to "and now?" for one kind of server; the words stand in the templates of {@code install}.
 *
 * @param source who made the key, and so which files there are
 * @param files to download, the most wanted first
 * @param name the serial, with which every file's name begins (SECURITY.md rule 25)
 */
public record InstallGuide(Target target, KeySource source, List<File> files, String name) {
    public InstallGuide {
        files = List.copyOf(files);
    }

    /** @param what it holds */
    public record File(String path, String name, String what) {}

    /** The servers that we know how to speak to. */
    public enum Target {
        NGINX("nginx, Apache"),
        WINDOWS("Windows, IIS"),
        JAVA("Java"),
        HAPROXY("HAProxy"),
        SKYPE("Skype for Business"),
        FILE("");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        /** As it stands in an address. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return this == FILE ? plain("certificates.install.justFile") : label;
        }

        /** Empty for anything unknown. */
        public static Optional<Target> find(String value) {
            for (Target target : values()) {
                if (target.value().equals(value)) {
                    return Optional.of(target);
                }
            }
            return Optional.empty();
        }

        /** Where certificates of a profile usually go, for as long as nobody has said it. */
        public static Target likely(String profile) {
            return profile.startsWith("skype-") ? SKYPE : NGINX;
        }
    }

    public static InstallGuide of(Target target, KeySource source, SerialNumber serial) {
        String hex = serial.hex();
        File chain = file(hex, "-chain.pem", plain("certificates.file.chain"));
        File pkcs7 = file(hex, ".p7b", plain("certificates.file.pkcs7"));
        File pem = file(hex, ".pem", plain("certificates.file.pem"));
        File der = file(hex, ".crt", plain("certificates.file.der"));
        List<File> files = switch (target) {
            case NGINX, HAPROXY -> List.of(chain);
            case WINDOWS, JAVA, SKYPE -> List.of(pkcs7);
            case FILE -> List.of(pem, chain, der, pkcs7);
        };
        return new InstallGuide(target, source, files, hex);
    }

    /** While there is no certificate. */
    public static InstallGuide none(Target target) {
        return new InstallGuide(target, KeySource.SERVER, List.of(), "");
    }

    private static File file(String serial, String ending, String what) {
        return new File("/certificates/" + serial + ending, serial + ending, what);
    }

    /** The file's name for commands. */
    public String file() {
        return files.get(0).name();
    }

    /** The serial as Windows writes it, in upper case. */
    public String serial() {
        return name.toUpperCase(Locale.ROOT);
    }

    /** The file that holds key, certificate and chain under a password. */
    public String pfx() {
        return name + (target == Target.JAVA ? ".p12" : ".pfx");
    }

    public String chain() {
        return name + "-chain.pem";
    }

    public String key() {
        return name + ".key";
    }

    public String bundle() {
        return name + "-bundle.pem";
    }

    /** The same for a key from elsewhere. */
    public InstallGuide from(KeySource other) {
        return new InstallGuide(target, other, files, name);
    }

    /** For the other way: a signing request where there is a PFX, and a PFX where there was a signing request. */
    public InstallGuide otherwise() {
        return from(source == KeySource.CSR ? KeySource.SERVER : KeySource.CSR);
    }

    /** What a browser can make of a key, as {@code data-make} names it: what this target wants first. */
    public List<String> makes() {
        return switch (target) {
            case NGINX -> List.of("key", "chain");
            case WINDOWS, SKYPE -> List.of("pfx");
            case JAVA -> List.of("p12");
            case HAPROXY -> List.of("bundle");
            case FILE -> List.of("pfx", "key", "chain");
        };
    }

    /** The others. */
    public List<String> furtherMakes() {
        List<String> others = new ArrayList<>(List.of("pfx", "key", "chain", "bundle", "locked"));
        others.removeAll(makes());
        return others;
    }
}
