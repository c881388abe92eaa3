package dev.chancery.core.issuance;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectName;
import java.util.List;

/** A certificate through the whole signing path, for tests of other packages. */
public final class IssuanceSample {
    private IssuanceSample() {}

    public static EncodedCertificate tlsServer(SampleServer server, String host) {
        Der key = server.vault().generate(KeyAlgorithm.EC_P256).publicKeyInfo();
        CertificateRequest request = new CertificateRequest(
                Der.fromHex("3000"), SubjectName.EMPTY, List.of(), key, new CertificateRequest.KeyType("EC", 256));
        var grant = SampleProfile.tlsServer()
                .build()
                .grant(
                        request,
                        IssuanceFixture.hosts(host),
                        server.issuers()
                                .find("issuing")
                                .orElseThrow()
                                .certificate()
                                .validity(),
                        server.clock().instant())
                .fold(granted -> granted, objections -> {
                    throw new AssertionError("not granted: " + objections);
                });
        return IssuanceFixture.issued(server.issuance().issue(IssuanceFixture.RITAS, IssuanceFixture.request(grant)))
                .certificate()
                .certificate();
    }
}
