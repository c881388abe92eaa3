package dev.chancery.publisher.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One place to publish to: a directory, a web server, or an LDAP directory; exactly one of the four addresses is given.
 *
 * @param name for people and metrics
 * @param directory where the files go
 * @param put base URL of WebDAV or of storage that takes PUT; the file's name is appended, or replaces {@code %7Bfile%7D}
 * @param putUrls a file with lines of a file's name and its own URL, for pre-signed URLs; read anew each time
 * @param ldap URL with the name of the CA's entry, {@code {ca}} standing for its short name
 * @param user for PUT (HTTP Basic) and LDAP (simple bind)
 * @param passwordFile the password of that user, its first line; read anew each time
 * @param starttls whether an {@code ldap:} address is asked for TLS (RFC 4511 §4.14) before anything is sent
 * @param caFile certificates (PEM) that the server's own must come from, instead of those that the Java runtime trusts;
 *     for https, {@code ldaps:} and StartTLS
 */
public record TargetSettings(
        String name,
        Optional<Path> directory,
        Optional<URI> put,
        Optional<Path> putUrls,
        Optional<String> ldap,
        Optional<String> user,
        Optional<Path> passwordFile,
        Optional<Boolean> starttls,
        Optional<Path> caFile) {
    public TargetSettings {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("the name \"" + name
                    + "\" of a publication target has 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        String who = "the publication target \"" + name + "\" ";
        long kinds = Stream.of(directory, put, putUrls, ldap)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw new IllegalArgumentException(
                    who + "needs exactly one of directory, put, put-urls and ldap, and has " + kinds);
        }
        if (user.isPresent() != passwordFile.isPresent()) {
            throw new IllegalArgumentException(who + "has a user without a password file, or a password file without a"
                    + " user; give both or neither");
        }
        if (user.isPresent() && (directory.isPresent() || putUrls.isPresent())) {
            throw new IllegalArgumentException(who + "has a user, which only put and ldap have a use for");
        }
        put.ifPresent(url -> {
            if (!List.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
                throw new IllegalArgumentException(who + "puts to an address that is no http or https URL with a host");
            }
            if (url.getRawUserInfo() != null || url.getRawQuery() != null) {
                throw new IllegalArgumentException(who + "has a user or a query in its put address; give user and"
                        + " password-file, or put-urls for pre-signed addresses: what stands here is shown");
            }
        });
        ldap.filter(url -> !url.matches("ldaps?://[^/?#@]+/[^?#]*=[^?#]*")).ifPresent(url -> {
            throw new IllegalArgumentException(who + "needs an LDAP address with the name of an entry, as in"
                    + " ldap://ldap.example.com/cn={ca},ou=pki,dc=example,dc=com");
        });
        boolean asks = starttls.orElse(false);
        if (asks && !ldap.orElse("").startsWith("ldap:")) {
            throw new IllegalArgumentException(
                    who
                            + "has starttls, which only an ldap:// address has a use for; ldaps:// and https:// are TLS already");
        }
        boolean tls = asks
                || ldap.orElse("").startsWith("ldaps:")
                || put.filter(url -> "https".equals(url.getScheme())).isPresent()
                || putUrls.isPresent();
        if (caFile.isPresent() && !tls) {
            throw new IllegalArgumentException(who + "has a ca-file and no TLS to use it for; that needs an https:// or"
                    + " ldaps:// address, or starttls: true with ldap://");
        }
    }
}
