package dev.chancery.core.role;

import dev.chancery.core.role.CertificateTemplate.Per;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two small roles: a pool of servers with a name for all, and a proxy before them that shares one key. */
public final class SampleRoles {
    private SampleRoles() {}

    public static RoleCatalog catalog() {
        return new RoleCatalog(List.of(front(), proxy()));
    }

    private static RoleTemplate front() {
        return new RoleTemplate(
                "front",
                "Front servers",
                "Several servers that users sign in to under one name.",
                "Samples",
                KeyChoice.RSA_2048,
                Optional.empty(),
                Map.of("outside", name("Name outside", false)),
                Map.of("dialin", name("Dial-in", true)),
                Map.of("sign-in", new RoleOption("Automatic sign-in", "Adds sip.DOMAIN.", true)),
                List.of(
                        row(
                                "default",
                                Per.SERVER,
                                "{pool.fqdn}",
                                false,
                                "{server}",
                                "sip.{sipdomain} for sipdomain in sip-domains when option.sign-in"),
                        row(
                                "web",
                                Per.SERVER,
                                "{server}",
                                true,
                                "{pool.outside}",
                                "{topology.dialin} or dialin.{topology.sip-domain}")),
                List.of());
    }

    private static RoleTemplate proxy() {
        return new RoleTemplate(
                "proxy",
                "Proxy",
                "Publishes the front servers.",
                "Samples",
                KeyChoice.EC_P256,
                Optional.of(true),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new CertificateTemplate(
                        "external",
                        "External",
                        Per.POOL,
                        Optional.empty(),
                        "tls-server",
                        Map.of(),
                        NameExpression.of("{pool.fqdn}"),
                        List.of(NameExpression.of("{other.outside} for other in pools(front)")),
                        List.of(),
                        Optional.of(true),
                        Optional.of(true),
                        List.of("The same certificate and key on every node."))),
                List.of());
    }

    private static CertificateTemplate row(String use, Per per, String commonName, boolean wildcards, String... names) {
        return new CertificateTemplate(
                use,
                use.equals("web") ? "Web services" : "Default",
                per,
                Optional.empty(),
                "tls-server",
                Map.of(),
                NameExpression.of(commonName),
                java.util.Arrays.stream(names).map(NameExpression::of).toList(),
                List.of(),
                Optional.empty(),
                Optional.of(wildcards),
                List.of("One per server, with a key that stays there."));
    }

    private static RoleName name(String title, boolean several) {
        return new RoleName(title, Optional.of("As the documentation says."), Optional.empty(), Optional.of(several));
    }
}
