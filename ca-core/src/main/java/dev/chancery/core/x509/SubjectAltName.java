package dev.chancery.core.x509;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * A checked GeneralName of the kinds that Chancery issues (RFC 5280 §4.2.1.6). What a client asked for is a
 * {@link RequestedName} until a profile has judged it.
 */
public sealed interface SubjectAltName {
    /** The name as people write it: {@code www.example.com}, {@code 10.0.0.1}, {@code a@example.com}. */
    String text();

    /** {@code dns}, {@code ip}, {@code email}, {@code uri} or {@code upn}. */
    String kind();

    /** Lower-case A-labels, no trailing dot; a wildcard is the whole leftmost label. */
    record Dns(String text) implements SubjectAltName {
        public Dns {
            HostName.check(text).ifPresent(problem -> {
                throw new IllegalArgumentException(problem.message());
            });
            text = text.toLowerCase(Locale.ROOT);
        }

        public boolean wildcard() {
            return text.startsWith("*.");
        }

        @Override
        public String kind() {
            return "dns";
        }
    }

    /** 4 or 16 octets. */
    record Ip(Der address) implements SubjectAltName {
        public Ip {
            if (address.length() != 4 && address.length() != 16) {
                throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + address.length());
            }
        }

        @Override
        public String text() {
            try {
                return InetAddress.getByAddress(address.unsafeOctets()).getHostAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("4 or 16 octets are always an address", e);
            }
        }

        @Override
        public String kind() {
            return "ip";
        }
    }

    /** rfc822Name, ASCII only. */
    record Email(String text) implements SubjectAltName {
        public Email {
            if (!text.matches("[\\x21-\\x7e&&[^@<>()\\[\\],;:\"\\\\]]{1,64}@[A-Za-z0-9.-]{1,253}")) {
                throw new IllegalArgumentException("\"" + text + "\" is not a mail address of the form user@host");
            }
        }

        @Override
        public String kind() {
            return "email";
        }
    }

    record Uri(String text) implements SubjectAltName {
        public Uri {
            java.net.URI uri = java.net.URI.create(text);
            if (!uri.isAbsolute() || !text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                throw new IllegalArgumentException("\"" + text + "\" is not an absolute ASCII URI");
            }
        }

        @Override
        public String kind() {
            return "uri";
        }
    }

    /** Microsoft user principal name, an otherName 1.3.6.1.4.1.311.20.2.3. */
    record Upn(String text) implements SubjectAltName {
        public Upn {
            if (text.isBlank() || text.length() > 1024) {
                throw new IllegalArgumentException("a user principal name is 1 to 1024 characters");
            }
        }

        @Override
        public String kind() {
            return "upn";
        }
    }
}
