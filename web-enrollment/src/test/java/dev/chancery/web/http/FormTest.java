package dev.chancery.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A form")
class FormTest {
    private static Form read(String type, String body) {
        return Requests.exchange(Requests.head("POST", "/", "Content-Type", type), body)
                .form();
    }

    private static int refused(String type, String body) {
        try {
            read(type, body);
        } catch (ProblemException e) {
            return e.problem().status();
        }
        return 200;
    }

    @Test
    @DisplayName("is read from its URL encoding, in UTF-8, with repeated fields")
    void urlEncoded() {
        Form form = read("application/x-www-form-urlencoded", "name=a&name=b&who=J%C3%BCrgen+X&empty=");
        assertThat(form.all("name")).containsExactly("a", "b");
        assertThat(form.text("who")).contains("Jürgen X");
        assertThat(form.text("empty")).isEmpty();
        assertThat(form.text("absent")).isEmpty();
    }

    @Test
    @DisplayName("is read from multipart/form-data with its files")
    void multipart() {
        String body = part("profile", null, "tls-server") + part("csr", "my request.csr", "-----BEGIN") + "--x--\r\n";
        Form form = read("multipart/form-data; boundary=x", body);
        assertThat(form.text("profile")).contains("tls-server");
        Form.Upload upload = form.upload("csr").orElseThrow();
        assertThat(upload.fileName()).isEqualTo("my request.csr");
        assertThat(new String(upload.octets(), StandardCharsets.UTF_8)).isEqualTo("-----BEGIN");
        assertThat(form.upload("profile")).isEmpty();
    }

    private static String part(String name, String fileName, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    @DisplayName("with an empty file field has no file")
    void emptyFile() {
        assertThat(read("multipart/form-data; boundary=x", part("csr", "", "") + "--x--\r\n")
                        .upload("csr"))
                .isEmpty();
    }

    @Test
    @DisplayName("is refused when it is none, broken, or has too many parts")
    void refusals() {
        assertThat(refused("text/plain", "a=b")).isEqualTo(415);
        assertThat(refused("application/x-www-form-urlencoded", "a=%ff%fe")).isEqualTo(400);
        assertThat(refused("application/x-www-form-urlencoded", "a=%zz")).isEqualTo(400);
        assertThat(refused("multipart/form-data; boundary=x", part("a", null, "b")))
                .isEqualTo(400);
        assertThat(refused("multipart/form-data", part("a", null, "b"))).isEqualTo(400);
        assertThat(refused(
                        "multipart/form-data; boundary=x", part("a", null, "b").repeat(1001) + "--x--\r\n"))
                .isEqualTo(400);
        assertThat(refused("application/x-www-form-urlencoded", "a=b&".repeat(2000)))
                .isEqualTo(413);
        assertThat(refused("application/x-www-form-urlencoded", "a=" + "b".repeat(300_000)))
                .isEqualTo(413);
    }

    @Test
    @DisplayName("gives no header that would break the line")
    void headerValues() {
        assertThatThrownBy(() -> Reply.status(200).with("Location", "/a\r\nSet-Cookie: x=y"))
                .hasMessageContaining("printable ASCII");
        assertThatThrownBy(() -> Reply.status(200).asFile("../etc/passwd")).hasMessageContaining("safe file name");
    }

    @Test
    @DisplayName("shows hidden characters of a stranger's text as their code")
    void logText() {
        assertThat(LogText.escape("a\nb\u202ec\u0000d")).isEqualTo("a\\u000ab\\u202ec\\u0000d");
        assertThat(LogText.escape("x".repeat(600))).hasSize(501);
    }
}
