package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Requests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The origin of an unsafe request")
class SameOriginTest {
    private static final String OURS = "https://ca.example.com:8443";

    private static RequestHead head(String origin, String site) {
        String[] headers = origin.equals("-")
                ? site.equals("-") ? new String[0] : new String[] {"Sec-Fetch-Site", site}
                : site.equals("-")
                        ? new String[] {"Origin", origin}
                        : new String[] {"Origin", origin, "Sec-Fetch-Site", site};
        return Requests.head("POST", "/", headers);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // Origin, Sec-Fetch-Site, proven for a cookie, allowed for a client certificate
        OURS + ", same-origin, true, true",
        OURS + ", -, true, true",
        "HTTPS://CA.example.com:8443, -, true, true",
        "null, same-origin, true, true",
        "-, same-origin, true, true",
        "-, -, false, true",
        "null, -, false, false",
        "null, cross-site, false, false",
        "-, cross-site, false, false",
        "-, same-site, false, false",
        "-, none, false, false",
        "https://evil.example, -, false, false",
        "https://evil.example, same-origin, false, false",
        "http://ca.example.com:8443, -, false, false",
        "https://ca.example.com, -, false, false",
        "https://ca.example.com:8443.evil.example, -, false, false",
        OURS + ", cross-site, false, false",
    })
    @DisplayName("decides")
    void decides(String origin, String site, boolean proven, boolean allowed) {
        assertThat(SameOrigin.proven(head(origin, site))).isEqualTo(proven);
        assertThat(SameOrigin.allowed(head(origin, site))).isEqualTo(allowed);
    }
}
