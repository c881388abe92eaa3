package dev.chancery.web.pages;

import dev.chancery.core.access.Permission;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.web.certificates.CertificateExport;
import dev.chancery.web.certificates.CertificateExport.Format;
import dev.chancery.web.certificates.CertificateSource;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a list with one: all that the filters of the page find, or the certificates that were chosen on it. */
final class CertificateExportPage {
    private final PageParts parts;
    private final FoundCertificates found;
    private final CertificateExport export;

    CertificateExportPage(PageParts parts, FoundCertificates found) {
        this.parts = parts;
        this.found = found;
        this.export = new CertificateExport(parts.issuers(), parts.clock());
    }

    List<Route> routes() {
        return Arrays.stream(Format.values())
                .map(format -> Route.page(
                        Method.GET,
                        "/certificates/export." + format.ending(),
                        Access.needs(Permission.LIST_CERTIFICATES),
                        exchange -> serve(exchange, format)))
                .toList();
    }

    private Reply serve(Exchange exchange, Format format) {
        if (exchange.query().has("chosen")) {
            List<CertificateRecord> chosen = exchange.query().all("serial").stream()
                    .distinct()
                    .map(serial -> found.named(exchange, serial))
                    .flatMap(Optional::stream)
                    .toList();
            return chosen.isEmpty()
                    ? Reply.seeOther("/certificates?chosen=none")
                    : export.of(format, CertificateSource.of(chosen));
        }
        Optional<String> owner = CertificateListPage.owner(parts, exchange.requester());
        ListFilter filter = ListFilter.of(exchange.query(), owner.isEmpty());
        return export.of(
                format,
                CertificateSource.of(
                        parts.ledger(), filter.query(owner, parts.clock().instant(), CertificateSource.PAGE)));
    }
}
