package dev.chancery.core.enrollment;

import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an officer agrees to, as a digest: an agreement is good for this certificate and no other, so one that was given
 * before the profile changed what would come out does not count any more.
 */
final class AgreedTo {
    private AgreedTo() {}

    /** Of profile, key, subject, names and uses; not of the times, which move with the clock. */
    static Der digest(Grant grant) {
        Stream<String> names = grant.names().stream().map(AgreedTo::name).sorted();
        Stream<String> uses = grant.extendedKeyUsages().stream().map(use -> "use " + use.oid());
        Stream<String> keyUses =
                grant.keyUsages().stream().map(use -> "key " + use.name()).sorted();
        List<String> lines = Stream.of(
                        Stream.of(
                                "profile " + grant.profile().name(),
                                "public key "
                                        + grant.subjectPublicKeyInfo().sha256().hex(),
                                "subject " + grant.subject().der().hex(),
                                "ca " + grant.ca().map(Object::toString).orElse("no")),
                        names,
                        uses,
                        keyUses)
                .flatMap(parts -> parts)
                .toList();
        return Der.ofOwned(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    private static String name(SubjectAltName name) {
        return "name " + name.kind() + ":" + name.text();
    }
}
