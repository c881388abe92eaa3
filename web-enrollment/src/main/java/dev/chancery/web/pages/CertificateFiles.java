package dev.chancery.web.pages;

import dev.chancery.core.access.Permission;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A certificate as a file, in the formats that servers ask for; named by its serial (SECURITY.md rule 25). */
final class CertificateFiles {
    private final FoundCertificates found;
    private final Chains chains;

    CertificateFiles(FoundCertificates found, Chains chains) {
        this.found = found;
        this.chains = chains;
    }

    List<Route> routes() {
        return List.of(
                route(".pem", certificate -> pem(List.of(certificate.certificate()))),
                route("-chain.pem", certificate -> pem(chains.of(certificate))),
                route(
                        ".crt",
                        certificate -> Reply.bytes(
                                200,
                                "application/pkix-cert",
                                certificate.certificate().der().octets())),
                route(
                        ".p7b",
                        certificate ->
                                Reply.bytes(200, "application/x-pkcs7-certificates", pkcs7(chains.of(certificate)))));
    }

    private Route route(String ending, Function<CertificateRecord, Reply> format) {
        return Route.page(
                Method.GET,
                "/certificates/{serial}" + ending,
                Access.ofObject(Permission.READ_CERTIFICATE),
                exchange -> serve(exchange, ending, format));
    }

    private Reply serve(Exchange exchange, String ending, Function<CertificateRecord, Reply> format) {
        CertificateRecord certificate =
                found.require(exchange, Permission.READ_CERTIFICATE).certificate();
        return format.apply(certificate).asFile(certificate.serial().hex() + ending);
    }

    private static Reply pem(List<EncodedCertificate> certificates) {
        String text = certificates.stream().map(EncodedCertificate::pem).collect(Collectors.joining());
        return Reply.text(200, "application/x-pem-file", text);
    }

    /** A SignedData without signers (RFC 5652 §5), as the JDK writes a path. */
    private static byte[] pkcs7(List<EncodedCertificate> chain) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(
                            chain.stream().map(EncodedCertificate::toJca).toList())
                    .getEncoded("PKCS7");
        } catch (CertificateException e) {
            throw new IllegalStateException("the JDK cannot write a chain as PKCS #7", e);
        }
    }
}
