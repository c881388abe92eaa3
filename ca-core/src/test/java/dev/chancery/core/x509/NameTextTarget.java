package dev.chancery.core.x509;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Text that is taken for a name, a serial, a range of addresses. */
public final class NameTextTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "www.lab.example.com",
                        "*.lab.example.com.",
                        "xn--bcher-kva.example",
                        "b\u00fccher.example",
                        "10.0.0.1",
                        "fd00::17",
                        "::ffff:10.0.0.1",
                        "10.0.0.0/8",
                        "fd00::/8",
                        "ops@lab.example.com",
                        "sip:pool01.lab.example.com:5061;transport=tls",
                        "https://user@lab.example.com:8443/a%20b?c=d#e",
                        "CN=www.example.com,O=Example\\, Inc.,C=DE",
                        "CN=#0c0161+OU=\"a, b\",DC=lab,1.2.3.4=x",
                        "4f:1a:09:ff",
                        "4f1a09ff00112233445566778899aabb")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        boolean checked = HostName.check(text).isEmpty();
        boolean subject = taken(text, any -> {
            SubjectName name = SubjectName.parse(any);
            return name.rfc4514() + name.commonName() + name.isEmpty();
        });
        boolean host = taken(text, SubjectAltName.Dns::new);
        taken(text, SubjectAltName.Email::new);
        taken(text, SubjectAltName.Uri::new);
        taken(text, SubjectAltName.Upn::new);
        taken(text, SerialNumber::parse);
        taken(text, any -> new NameGrants(List.of(any), List.of(any), true, List.of(any), false).cover("ip", any));
        return subject || host && checked;
    }

    private static boolean taken(String text, Function<String, Object> parser) {
        try {
            return !parser.apply(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            // The documented answer of every one of them.
            return false;
        }
    }
}
