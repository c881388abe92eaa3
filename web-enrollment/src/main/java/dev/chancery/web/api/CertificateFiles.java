package dev.chancery.web.api;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.http.Reply;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/** Certificates in the formats that programs read; the file's name is the serial. */
final class CertificateFiles {
    private CertificateFiles() {}

    static Reply pem(String name, List<EncodedCertificate> certificates) {
        return Reply.text(200, "application/x-pem-file", CertificateJson.pem(certificates))
                .asFile(name + ".pem");
    }

    static Reply der(String name, EncodedCertificate certificate) {
        return Reply.bytes(200, "application/pkix-cert", certificate.der().octets())
                .asFile(name + ".crt");
    }

    static Reply pkcs7(String name, List<EncodedCertificate> certificates) {
        return Reply.bytes(200, "application/x-pkcs7-certificates", signedData(certificates))
                .asFile(name + ".p7b");
    }

    /**
     * A SignedData without content and without signers: "certs-only" (RFC 5652 §5.1, RFC 8551 §3.8).
     *
     * <pre>
     * SignedData ::= SEQUENCE { version INTEGER (1), digestAlgorithms SET {}, encapContentInfo { id-data },
     *     certificates [0] IMPLICIT SET OF Certificate, signerInfos SET {} }
     * </pre>
     */
    private static byte[] signedData(List<EncodedCertificate> certificates) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        certificates.forEach(certificate -> all.add(certificate.structure()));
        SignedData signedData = new SignedData(
                new DERSet(), new ContentInfo(CMSObjectIdentifiers.data, null), new DERSet(all), null, new DERSet());
        try {
            return new ContentInfo(CMSObjectIdentifiers.signedData, signedData).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("certificates that were decoded can be encoded", e);
        }
    }
}
