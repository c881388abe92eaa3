package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.Validity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people write beside their CSR: a line for the subject, one for the validity, and one for each name. */
public final class WishTarget implements Target {
    private final CertificateProfile profile = SampleProfile.tlsServer().build();
    private final CertificateRequest request = new CertificateRequestReader()
            .read(new Asking().csr("").unsafeOctets())
            .fold(accepted -> accepted, rejected -> {
                throw new AssertionError(rejected);
            });
    private final Validity issuer =
            new Validity(EnrollmentFixture.NOW, EnrollmentFixture.NOW.plus(Duration.ofDays(3650)));

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "CN=www.lab.example.com\n30 days\nwww.lab.example.com",
                        "\nP30D\n*.lab.example.com\nmail.lab.example.com",
                        "\nP1Y2M\nb\u00fccher.lab.example.com\nfd00::1\n10.0.0.1",
                        "O=\"Example, Inc.\",C=DE\nPT12H\n_sip.lab.example.com\nhttps://lab.example.com/",
                        "CN=#0c0161\n1 year\na@lab.example.com")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean read(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
        List<RequestedName> names = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            names.add(RequestedName.dns(lines[i], "dns[" + (i - 2) + "]"));
        }
        boolean granted = granted(lines, names);
        for (RequestedName.Kind kind : RequestedName.Kind.values()) {
            granted |= granted(lines, List.of(new RequestedName(kind, lines[lines.length - 1], "names[0]")));
        }
        return granted;
    }

    private boolean granted(String[] lines, List<RequestedName> names) {
        return profile.grant(
                        request,
                        Asking.wishes(lines[0], lines.length > 1 ? lines[1] : "", names.toArray(RequestedName[]::new)),
                        issuer,
                        EnrollmentFixture.NOW)
                .fold(
                        grant -> !grant.names().toString().isEmpty(),
                        objections -> objections.toString().isEmpty());
    }
}
