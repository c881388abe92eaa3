package dev.chancery.publisher.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of one target, of which a test says only what it is about. */
record SampleTarget(
        String name,
        Optional<Path> directory,
        Optional<URI> put,
        Optional<Path> putUrls,
        Optional<String> ldap,
        Optional<String> user,
        Optional<Path> passwordFile,
        Optional<Boolean> starttls,
        Optional<Path> caFile) {
    static SampleTarget named(String name) {
        return new SampleTarget(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    SampleTarget directory(Path to) {
        return new SampleTarget(name, Optional.of(to), put, putUrls, ldap, user, passwordFile, starttls, caFile);
    }

    SampleTarget put(URI to) {
        return new SampleTarget(name, directory, Optional.of(to), putUrls, ldap, user, passwordFile, starttls, caFile);
    }

    SampleTarget putUrls(Path list) {
        return new SampleTarget(name, directory, put, Optional.of(list), ldap, user, passwordFile, starttls, caFile);
    }

    SampleTarget ldap(String to) {
        return new SampleTarget(name, directory, put, putUrls, Optional.of(to), user, passwordFile, starttls, caFile);
    }

    SampleTarget as(String who, Path password) {
        return new SampleTarget(
                name, directory, put, putUrls, ldap, Optional.of(who), Optional.of(password), starttls, caFile);
    }

    SampleTarget startTls() {
        return new SampleTarget(name, directory, put, putUrls, ldap, user, passwordFile, Optional.of(true), caFile);
    }

    SampleTarget trusting(Path ca) {
        return new SampleTarget(name, directory, put, putUrls, ldap, user, passwordFile, starttls, Optional.of(ca));
    }

    TargetSettings settings() {
        return new TargetSettings(name, directory, put, putUrls, ldap, user, passwordFile, starttls, caFile);
    }
}
