package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Permit;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CSRs in one heap, pasted one behind the other or as files: each goes to the planned certificate whose names it has, else
 * to the one of the server or the common name that it says, if there is just one.
 */
final class CsrPile {
    private static final int MOST = 200;
    private static final Pattern ARMOUR = Pattern.compile(
            "-----BEGIN (NEW )?CERTIFICATE REQUEST-----.*?-----END (NEW )?CERTIFICATE REQUEST-----", Pattern.DOTALL);
    private static final Pattern PRIVATE_KEY = Pattern.compile("BEGIN [A-Z0-9 ]*PRIVATE KEY");

    private final Enrollment enrollment;
    private final List<PlannedCertificate> plan;
    private final Map<Integer, Der> assigned = new TreeMap<>();
    private final List<String> strangers = new ArrayList<>();

    CsrPile(Enrollment enrollment, List<PlannedCertificate> plan) {
        this.enrollment = enrollment;
        this.plan = plan;
    }

    static boolean holdsPrivateKey(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return PRIVATE_KEY.matcher(text).find()
                || PRIVATE_KEY.matcher(text.replace("\0", "")).find();
    }

    /** By row. */
    Map<Integer, Der> assigned() {
        return assigned;
    }

    /** Those that belong to none, in words. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    /** Somebody has put it there. */
    void put(Permit permit, int row, String csr) {
        Der given = Der.ofOwned(csr.getBytes(StandardCharsets.UTF_8));
        assigned.put(row, preview(permit, given).request().map(CsrPile::same).orElse(given));
    }

    /** The same octets however it was written, so that sending it again is known to be the same. */
    private static Der same(CertificateRequest request) {
        return Der.ofOwned(Pem.encode("CERTIFICATE REQUEST", request.der()).getBytes(StandardCharsets.US_ASCII));
    }

    private Preview preview(Permit permit, Der csr) {
        return enrollment.preview(permit, new EnrollmentRequest("", csr, Wishes.none(), Optional.empty()));
    }

    /** @param where in words, {@code "the file fe01.csr"} */
    void add(Permit permit, byte[] octets, String where) {
        // As Windows writes text: ASCII with a zero behind each letter.
        String text = new String(octets, StandardCharsets.ISO_8859_1).replace("\0", "");
        Matcher armour = ARMOUR.matcher(text);
        boolean found = false;
        while (armour.find()) {
            found = true;
            place(permit, Der.ofOwned(armour.group().getBytes(StandardCharsets.ISO_8859_1)), where);
        }
        if (!found && !text.isBlank()) {
            place(permit, Der.copyOf(octets), where);
        }
    }

    private void place(Permit permit, Der csr, String where) {
        if (csr.length() > Exchange.CSR_LIMIT || assigned.size() + strangers.size() >= MOST) {
            strangers.add(plain("topology.pile.tooLarge", where));
            return;
        }
        Preview preview = preview(permit, csr);
        Optional<CertificateRequest> request = preview.request();
        if (request.isEmpty()) {
            strangers.add(plain(
                    "topology.pile.in",
                    where,
                    preview.objections().stream()
                            .filter(objection -> objection.field().equals("csr"))
                            .map(one -> said(one.message()))
                            .collect(Collectors.joining(" "))));
            return;
        }
        Set<String> names = request.get().names().stream()
                .filter(name -> name.kind() == RequestedName.Kind.DNS)
                .map(name -> name.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String commonName = commonName(request.get());
        first(planned -> lower(planned.names()).equals(names)
                        && planned.commonName().equalsIgnoreCase(commonName))
                .or(() -> only(planned -> planned.target().equalsIgnoreCase(commonName)))
                .or(() -> only(planned -> planned.commonName().equalsIgnoreCase(commonName)))
                .ifPresentOrElse(
                        row -> assigned.put(row, same(request.get())),
                        () -> strangers.add(plain(
                                "topology.pile.stranger",
                                where,
                                commonName.isEmpty() ? plain("topology.pile.nobody") : "\"" + commonName + "\"")));
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String commonName(CertificateRequest request) {
        Matcher found = Pattern.compile("(?:^|,)CN=([^,+\\\\]{1,100})")
                .matcher(request.subject().rfc4514());
        return found.find() ? found.group(1) : "";
    }

    private Optional<Integer> first(Predicate<PlannedCertificate> fits) {
        return open(fits).stream().findFirst();
    }

    private Optional<Integer> only(Predicate<PlannedCertificate> fits) {
        List<Integer> rows = open(fits);
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    private List<Integer> open(Predicate<PlannedCertificate> fits) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            if (!assigned.containsKey(i) && fits.test(plan.get(i))) {
                rows.add(i);
            }
        }
        return rows;
    }
}
