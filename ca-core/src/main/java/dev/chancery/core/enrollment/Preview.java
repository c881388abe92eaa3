package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.enrollment.PendingRequest.Agreement;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What would become of a request if it were sent now.
 *
 * @param request the CSR, when it could be read
 * @param grant what would be granted, when nothing objects
 * @param waitsBecause why an officer would have to approve; empty when it would be issued at once
 * @param officers how many different officers would have to approve
 * @param agreements of a request that waits: whose approval counts already
 */
public record Preview(
        Optional<CertificateRequest> request,
        Optional<Grant> grant,
        List<String> waitsBecause,
        int officers,
        List<Agreement> agreements,
        List<Objection> objections) {
    public Preview {
        waitsBecause = List.copyOf(waitsBecause);
        objections = List.copyOf(objections);
        agreements = List.copyOf(agreements);
    }

    /** Nothing can be granted. */
    public static Preview objected(Optional<CertificateRequest> request, List<Objection> objections) {
        return new Preview(request, Optional.empty(), List.of(), 0, List.of(), objections);
    }

    /** {@code One of two officers has approved: olga, 2026-06-01T12:00:00Z.}; empty while none has. */
    public String soFar() {
        return soFar(agreements, officers);
    }

    static String soFar(List<Agreement> agreements, int officers) {
        if (agreements.isEmpty()) {
            return "";
        }
        String count = words(agreements.size());
        return Character.toUpperCase(count.charAt(0)) + count.substring(1) + " of " + words(officers) + " officers "
                + (agreements.size() == 1 ? "has" : "have") + " approved: "
                + agreements.stream()
                        .map(agreement -> agreement.by() + ", " + agreement.at())
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /** {@code two}. */
    static String words(int count) {
        return switch (count) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            default -> Integer.toString(count);
        };
    }
}
