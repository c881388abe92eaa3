package dev.chancery.core.csr;

import dev.chancery.core.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;

/** PKCS#10 in DER, PEM and text, of every kind of key. */
public final class RequestTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "a.lab.example.com"),
            new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
            new GeneralName(GeneralName.rfc822Name, "a@example.com"),
            new GeneralName(GeneralName.uniformResourceIdentifier, "sip:a@example.com"),
            new GeneralName(new X500Name("CN=a,O=b")),
            new GeneralName(GeneralName.registeredID, "1.2.3")
        };
        SampleRequest elliptic = new SampleRequest().names(names);
        SampleRequest rsa = new SampleRequest(SampleRequest.rsa(2048))
                .signedWith("SHA256withRSA")
                .names(names);
        SampleRequest pss = new SampleRequest(SampleRequest.rsa(2048)).signedWith("RSASSA-PSS");
        SampleRequest edwards = new SampleRequest(SampleRequest.keyPair("Ed25519", "")).signedWith("Ed25519");
        List<byte[]> seeds = new ArrayList<>();
        for (SampleRequest request : List.of(elliptic, rsa, pss, edwards)) {
            seeds.add(request.der().octets());
        }
        seeds.add(elliptic.pemOctets());
        seeds.add(elliptic.pem().getBytes(StandardCharsets.UTF_16));
        return seeds;
    }

    @Override
    public boolean read(byte[] input) {
        return Outcomes.read(input)
                .fold(
                        RequestTarget::shown,
                        rejected -> rejected.objections().toString().isEmpty());
    }

    private static boolean shown(CertificateRequest request) {
        return !(request.subject().rfc4514() + request.subject().commonName() + request.names()).isEmpty();
    }
}
