package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Crown names")
class CrownNamesTest {
    private static final CrownNames CROWN = new CrownNames(
            List.of("WSUS.example.com", ".sts.example.com", "*.deploy.example.com", "10.0.0.0/28", "fd00::1"));

    @ParameterizedTest(name = "{0} {1} is under {2}")
    @CsvSource({
        "dns, wsus.example.com, wsus.example.com",
        "dns, WSUS.Example.COM, wsus.example.com",
        "dns, wsus.example.com., wsus.example.com",
        "dns, *.example.com, wsus.example.com",
        "dns, sts.example.com, .sts.example.com",
        "dns, a.b.sts.example.com, .sts.example.com",
        "dns, *.sts.example.com, .sts.example.com",
        "dns, *.b.sts.example.com, .sts.example.com",
        "dns, a.deploy.example.com, *.deploy.example.com",
        "dns, *.deploy.example.com, *.deploy.example.com",
        "ip, 10.0.0.15, 10.0.0.0/28",
        "ip, fd00:0:0:0:0:0:0:1, fd00::1",
        "uri, https://wsus.example.com:8531/SelfUpdate, wsus.example.com",
        "uri, https://user@wsus%2eexample.com/, wsus.example.com",
        "uri, https://[fd00::1]/, fd00::1",
        "uri, https://10.0.0.3/x, 10.0.0.0/28",
        "email, root@sts.example.com, .sts.example.com",
        "upn, admin@wsus.example.com, wsus.example.com",
        "subject, 'CN=wsus.example.com,O=Example', wsus.example.com",
        "subject, 'O=Update service wsus.example.com', wsus.example.com",
        "subject, 'CN=ｗｓｕｓ．example。com', wsus.example.com",
        "subject, 'CN=ws\u00ADus.example.com', wsus.example.com",
        "subject, 'CN=*.example.com', wsus.example.com"
    })
    void under(String kind, String text, String pattern) {
        assertThat(CROWN.over(kind, text)).contains(pattern);
    }

    @ParameterizedTest(name = "{0} {1} is under none")
    @CsvSource({
        "dns, example.com",
        "dns, x.wsus.example.com",
        "dns, *.wsus.example.com",
        "dns, wsus.example.com.evil.net",
        "dns, notsts.example.com",
        "dns, deploy.example.com",
        "dns, a.b.deploy.example.com",
        "dns, *.com",
        "ip, 10.0.0.16",
        "ip, fd00:0:0:0:0:0:0:2",
        "uri, https://www.example.com/wsus",
        "email, wsus@example.com",
        "subject, 'CN=wsus,DC=example,DC=com'",
        "subject, 'CN=www.example.com,O=Example'"
    })
    void free(String kind, String text) {
        assertThat(CROWN.over(kind, text)).isEmpty();
    }

    @Test
    @DisplayName("may be none, and then nothing is looked at")
    void none() {
        assertThat(CrownNames.none().over("dns", "wsus.example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "*", "*.", "a b", "wsüs.example.com", "*.*.com", "a..b", "10.0.0.0/33", "1.2.3", "x/8"})
    @DisplayName("that are none are refused with examples of good ones")
    void refused(String pattern) {
        assertThatThrownBy(() -> new CrownNames(List.of(pattern))).isInstanceOf(IllegalArgumentException.class);
    }
}
