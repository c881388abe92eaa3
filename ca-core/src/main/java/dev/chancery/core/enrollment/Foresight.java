package dev.chancery.core.enrollment;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.RequestedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that somebody types, held against what is theirs while there is no request yet; in the words of {@link Approvals}. */
final class Foresight {
    private final Requester requester;
    private final CrownNames crown;

    Foresight(Requester requester, CrownNames crown) {
        this.requester = requester;
        this.crown = crown;
    }

    List<String> of(List<RequestedName> names) {
        List<String> because = new ArrayList<>();
        for (RequestedName name : names) {
            kind(name)
                    .filter(kind -> !requester.grants().cover(kind, name.text()))
                    .ifPresent(kind -> because.add(Approvals.reason(shown(name), requester)));
            crowned(name).ifPresent(because::add);
        }
        return because;
    }

    /** Only why two officers have to agree. */
    List<String> crowned(List<RequestedName> names) {
        return names.stream().flatMap(name -> crowned(name).stream()).toList();
    }

    private Optional<String> crowned(RequestedName name) {
        return kind(name)
                .flatMap(kind -> crown.over(kind, name.text()))
                .map(over -> Approvals.crowned(shown(name), over));
    }

    private static String shown(RequestedName name) {
        return "\"" + name.text() + "\"";
    }

    /** Empty for what the profile will object to anyway. */
    private static Optional<String> kind(RequestedName name) {
        boolean good = switch (name.kind()) {
            case DNS -> HostName.check(name.text()).isEmpty();
            case IP -> NameGrants.isAddress(name.text());
            case EMAIL, URI, UPN -> true;
            default -> false;
        };
        return good ? Optional.of(name.kind().name().toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
