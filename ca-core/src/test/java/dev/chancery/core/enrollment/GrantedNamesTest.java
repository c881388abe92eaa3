package dev.chancery.core.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SECURITY.md rule 2: random names and random grants against an oracle that counts labels and bits in its own way. */
class GrantedNamesTest {
    private static final int ROUNDS = 10_000;
    private static final int NAMES = 10;
    private static final List<String> LABELS = List.of("lab", "example", "com", "evil", "web01", "evillab", "a-b");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Validity ISSUER = new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(999)));

    private final CertificateProfile server = SampleProfile.tlsServer().build();
    private final Random random = new Random(9525);

    @Test
    @DisplayName("A name waits for an officer exactly when it is outside its requester's grant")
    void grants() {
        int outside = 0;
        int inside = 0;
        for (int round = 0; round < ROUNDS; round++) {
            NameGrants grants = grantsOfSomebody();
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < NAMES; i++) {
                names.add(random.nextInt(4) == 0 ? address() : host(1 + random.nextInt(4), random.nextInt(5) == 0));
            }
            String words = " is outside the grant of rita (" + grants.describe() + ").";
            List<String> expected = names.stream()
                    .filter(name -> !covered(name, grants))
                    .map(name -> "\"" + name + "\"" + words)
                    .toList();
            List<String> because = new Approvals(CrownNames.none())
                    .needed(granted(names), new Requester("rita", EnumSet.of(Role.REQUESTER), grants, "token"))
                    .because();
            if (!because.equals(expected)) {
                assertThat(because).as("%s", grants).isEqualTo(expected);
            }
            outside += because.size();
            inside += names.size() - because.size();
        }
        assertThat(outside).isGreaterThan(ROUNDS);
        assertThat(inside).isGreaterThan(ROUNDS / 2);
    }

    private NameGrants grantsOfSomebody() {
        List<String> suffixes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            suffixes.add(host(1 + random.nextInt(3), false));
        }
        List<String> exact = random.nextBoolean() ? List.of(host(2, false), address()) : List.of();
        List<String> ranges = random.nextBoolean() ? List.of(address() + "/" + random.nextInt(33)) : List.of();
        return new NameGrants(exact, suffixes, random.nextBoolean(), ranges, random.nextInt(20) == 0);
    }

    private String host(int labels, boolean wildcard) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < labels; i++) {
            parts.add(LABELS.get(random.nextInt(LABELS.size())));
        }
        return (wildcard && labels > 1 ? "*." : "") + String.join(".", parts);
    }

    private String address() {
        return (1 + random.nextInt(223)) + "." + random.nextInt(4) + "." + random.nextInt(256) + "."
                + random.nextInt(3);
    }

    private Grant granted(Set<String> names) {
        List<RequestedName> requested = names.stream()
                .map(name -> numeric(name) ? RequestedName.ip(name, "csr") : RequestedName.dns(name, "csr"))
                .toList();
        CertificateRequest request = new CertificateRequest(
                Der.fromHex("3000"), SubjectName.EMPTY, requested, Der.fromHex("3001"), new KeyType("EC", 256));
        return server.grant(request, Wishes.none(), ISSUER, NOW).fold(grant -> grant, objections -> {
            throw new AssertionError(objections);
        });
    }

    /** The oracle. */
    private static boolean covered(String name, NameGrants grants) {
        if (grants.all() || grants.exact().contains(name)) {
            return true;
        }
        if (numeric(name)) {
            return grants.ipRanges().stream().anyMatch(range -> {
                String[] parts = range.split("/");
                int free = 32 - Integer.parseInt(parts[1]);
                return number(name) >> free == number(parts[0]) >> free;
            });
        }
        List<String> labels = backwards(name);
        boolean wildcard = labels.remove("*");
        return (!wildcard || grants.wildcards())
                && grants.dnsSuffixes().stream()
                        .map(GrantedNamesTest::backwards)
                        .anyMatch(suffix -> labels.size() >= suffix.size()
                                && labels.subList(0, suffix.size()).equals(suffix));
    }

    private static boolean numeric(String name) {
        return Character.isDigit(name.charAt(name.length() - 1)) && Character.isDigit(name.charAt(0));
    }

    private static long number(String address) {
        long number = 0;
        for (String octet : address.split("\\.")) {
            number = number * 256 + Integer.parseInt(octet);
        }
        return number;
    }

    private static List<String> backwards(String name) {
        List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
        Collections.reverse(labels);
        return labels;
    }
}
