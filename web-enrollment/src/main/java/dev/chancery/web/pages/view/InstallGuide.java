package dev.chancery.web.pages.view;

import dev.chancery.core.x509.SerialNumber;
import java.util.List;
import java.util.Locale;

/**
 * The answer to "and now?" for one kind of server; the words stand in the templates of {@code install}.
 *
 * @param files to download, the most wanted first
 * @param serial as Windows writes it, in upper case
 */
public record InstallGuide(Target target, List<File> files, String serial) {
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
        FILE("Just the file");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        /** As it stands in an address. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        /** The first one for anything unknown. */
        public static Target named(String value) {
            for (Target target : values()) {
                if (target.value().equals(value)) {
                    return target;
                }
            }
            return NGINX;
        }
    }

    public static InstallGuide of(Target target, SerialNumber serial) {
        String hex = serial.hex();
        File chain = file(hex, "-chain.pem", "Certificate with chain, PEM");
        File pkcs7 = file(hex, ".p7b", "Certificate with chain, PKCS #7");
        File pem = file(hex, ".pem", "Certificate, PEM");
        File der = file(hex, ".crt", "Certificate, DER");
        List<File> files = switch (target) {
            case NGINX, HAPROXY -> List.of(chain);
            case WINDOWS, JAVA, SKYPE -> List.of(pkcs7);
            case FILE -> List.of(pem, chain, der, pkcs7);
        };
        return new InstallGuide(target, files, hex.toUpperCase(Locale.ROOT));
    }

    private static File file(String serial, String ending, String what) {
        return new File("/certificates/" + serial + ending, serial + ending, what);
    }

    /** The file's name for commands. */
    public String file() {
        return files.get(0).name();
    }
}
