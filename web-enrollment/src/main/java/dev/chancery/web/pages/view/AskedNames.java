package dev.chancery.web.pages.view;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.x509.SubjectName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The names that a queued request asks for: those written for it, else those in its CSR. For showing, not for judging. */
final class AskedNames {
    private AskedNames() {}

    static List<String> of(PendingRequest request) {
        return request.names()
                .map(names -> names.stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .toList())
                .orElseGet(() -> ofCsr(request));
    }

    /**
     * The queue holds only what the reader of CSRs has accepted before; that reads more strictly, and yet not every part
     * that Bouncy Castle, which casts before it looks, stumbles over.
     */
    private static List<String> ofCsr(PendingRequest request) {
        try {
            PKCS10CertificationRequest csr =
                    new PKCS10CertificationRequest(request.csr().octets());
            List<String> names = new ArrayList<>();
            Extensions extensions = csr.getRequestedExtensions();
            if (extensions != null && extensions.getExtension(Extension.subjectAlternativeName) != null) {
                GeneralNames found = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
                Arrays.stream(found.getNames()).map(AskedNames::text).forEach(names::add);
            }
            if (names.isEmpty()) {
                SubjectName.of(csr.getSubject()).commonName().ifPresent(names::add);
            }
            return names;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static String text(GeneralName name) {
        return name.getTagNo() == GeneralName.iPAddress
                ? Addresses.text(ASN1OctetString.getInstance(name.getName()).getOctets())
                : name.getName().toString();
    }
}
