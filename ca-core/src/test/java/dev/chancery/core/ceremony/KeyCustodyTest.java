package dev.chancery.core.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.authority.AuthorityOfflineException;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key of a CA")
final class KeyCustodyTest {
    @TempDir
    Path data;

    @TempDir
    Path safe;

    private SampleServer server;
    private KeyCustody custody;
    private Path target;
    private Path file;

    @BeforeEach
    void start() {
        server = new SampleServer(data, new TestClock(Instant.parse("2026-06-01T12:00:00Z")));
        server.createIssuing(server.createRoot(KeyAlgorithm.EC_P256), KeyAlgorithm.EC_P256);
        custody = new KeyCustody(
                server.vault(), server.stores().authorities(), server.stores().journal(), data);
        target = safe.resolve("root.p12");
        file = data.resolve("keys/root.p12");
    }

    private Issuer loaded(String name) {
        IssuerRegistry issuers = new IssuerRegistry();
        new AuthorityLoader(server.vault(), server.stores().authorities(), data).load(issuers);
        return issuers.find(name).orElseThrow();
    }

    @Test
    @DisplayName("is moved out whole, and the CA is there without it at the next start, and signs nothing")
    void away() throws IOException {
        byte[] key = Files.readAllBytes(file);

        custody.takeAway(server.ceremonies(), "root", target, "into the safe");

        assertThat(file).doesNotExist();
        assertThat(target).hasBinaryContent(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        Issuer root = loaded("root");
        assertThat(root.offline()).isTrue();
        assertThat(root.signer()).isEmpty();
        assertThatThrownBy(root::signingKey)
                .isInstanceOf(AuthorityOfflineException.class)
                .hasMessageContaining("ca online root");
        assertThat(loaded("issuing").offline()).isFalse();
    }

    @Test
    @DisplayName("is brought back by a copy, after which the CA signs again")
    void back() {
        custody.takeAway(server.ceremonies(), "root", target, "");

        custody.bringBack(server.ceremonies(), "root", target, "a new CA");

        assertThat(target).exists();
        assertThat(loaded("root").offline()).isFalse();
        assertThatThrownBy(() -> custody.bringBack(server.ceremonies(), "root", target, ""))
                .hasMessageContaining("is not offline");
    }

    @Test
    @DisplayName("that a crash left behind after it was recorded as gone is removed by the same command again")
    void cutShort() throws IOException {
        byte[] key = Files.readAllBytes(file);
        custody.takeAway(server.ceremonies(), "root", target, "");
        Files.write(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(loaded("root").offline()).isTrue();
        custody.takeAway(server.ceremonies(), "root", target, "");
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "root", target, ""))
                .hasMessageContaining("offline already");
    }

    @Test
    @DisplayName("stays where it is when the CA is unknown, has none below, or the place is taken or inside")
    void refused() throws IOException {
        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "nobody", target, ""))
                .hasMessageContaining("There is no CA \"nobody\" here; there are root, issuing");
        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "issuing", target, ""))
                .hasMessageContaining("no other CA below it");
        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "root", data.resolve("root.p12"), ""))
                .hasMessageContaining("inside the data directory");
        Files.writeString(target, "something else");
        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "root", target, ""))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("cannot be copied");
        assertThat(target).hasContent("something else");
        assertThat(file).exists();
        assertThat(loaded("root").offline()).isFalse();
    }

    @Test
    @DisplayName("is not brought back when it is another CA's")
    void exchanged() throws IOException {
        custody.takeAway(server.ceremonies(), "root", target, "");
        Path other = safe.resolve("issuing.p12");
        Files.copy(data.resolve("keys/issuing.p12"), other);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> custody.bringBack(server.ceremonies(), "root", other, ""))
                .hasMessageContaining("is not the one of the CA \"root\"");
        assertThat(loaded("root").offline()).isTrue();
    }
}
