package dev.chancery.web.roles;

import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ExtendedKeyUsage;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends each planned certificate through the one door that every request takes, under a key of its own. */
public final class RoleRequests {
    private final Enrollment enrollment;
    private final ProfileCatalog profiles;

    public RoleRequests(Enrollment enrollment, ProfileCatalog profiles) {
        this.enrollment = enrollment;
        this.profiles = profiles;
    }

    /**
     * Each by itself: one that is refused stops no other.
     *
     * @param permit for REQUEST_CERTIFICATE, of any profile
     * @param key the client's own name for all of it: sent twice, each certificate is issued once
     */
    public List<RoleResult> send(Permit permit, List<RoleRequest> requests, Optional<String> key) {
        List<RoleResult> results = new ArrayList<>();
        for (RoleRequest request : requests) {
            results.add(send(permit, request, key));
        }
        return results;
    }

    private RoleResult send(Permit permit, RoleRequest request, Optional<String> key) {
        PlannedCertificate planned = request.planned();
        List<Objection> objections = objections(planned);
        if (!objections.isEmpty()) {
            return RoleResult.refused(planned, objections);
        }
        if (request.csr().isEmpty()) {
            return RoleResult.withoutCsr(planned, CertreqFile.text(planned, purposes(planned)));
        }
        EnrollmentRequest asked = new EnrollmentRequest(
                planned.profile(),
                request.csr().get(),
                wishes(planned, request.validity()),
                key.map(whole -> keyOf(whole, planned.id())));
        return enrollment
                .request(permit, asked)
                .fold(
                        issued -> RoleResult.issued(planned, issued.certificate()),
                        refused -> RoleResult.refused(planned, refused.objections()),
                        awaiting -> RoleResult.waiting(planned, awaiting));
    }

    /** Why it cannot be requested as it stands: its names, or a profile that this server does not have. */
    public List<Objection> objections(PlannedCertificate planned) {
        List<Objection> objections = new ArrayList<>(planned.objections());
        if (profiles.find(planned.profile()).isEmpty()) {
            objections.add(Objection.of(
                    "profile-unknown",
                    "profile",
                    "The role " + planned.role() + " is requested with the profile " + planned.profile()
                            + ", which this server does not have. An administrator can add profiles/"
                            + planned.profile() + ".yaml, or name another profile in roles/" + planned.role()
                            + ".yaml, and start the server again."));
        }
        return objections;
    }

    private List<String> purposes(PlannedCertificate planned) {
        return profiles.find(planned.profile()).stream()
                .map(CertificateProfile::extendedKeyUsage)
                .flatMap(List::stream)
                .map(ExtendedKeyUsage::oid)
                .toList();
    }

    private static Wishes wishes(PlannedCertificate planned, Optional<String> validity) {
        List<RequestedName> names = new ArrayList<>();
        for (int i = 0; i < planned.names().size(); i++) {
            names.add(RequestedName.dns(planned.names().get(i), "names[" + i + "]"));
        }
        return new Wishes(Optional.of(names), Optional.of("CN=" + planned.commonName()), validity);
    }

    private static String keyOf(String whole, String id) {
        return "roles-"
                + Der.ofOwned((whole + "\n" + id).getBytes(StandardCharsets.UTF_8))
                        .sha256()
                        .hex()
                        .substring(0, 40);
    }
}
