package dev.chancery.core.profile;

import dev.chancery.core.x509.RequestedName;
import java.util.Locale;
import java.util.Optional;

/** The kinds of alternative names that a profile can grant. */
public enum NameKind {
    DNS("host names"),
    IP("IP addresses"),
    EMAIL("mail addresses"),
    URI("URIs"),
    UPN("user principal names");

    private final String words;

    NameKind(String words) {
        this.words = words;
    }

    /** As in YAML: {@code dns}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the plural, for people: {@code host names}. */
    public String words() {
        return words;
    }

    /** Empty for the kinds that are never issued. */
    static Optional<NameKind> of(RequestedName.Kind kind) {
        return switch (kind) {
            case DNS -> Optional.of(DNS);
            case IP -> Optional.of(IP);
            case EMAIL -> Optional.of(EMAIL);
            case URI -> Optional.of(URI);
            case UPN -> Optional.of(UPN);
            case OTHER_NAME, X400_ADDRESS, DIRECTORY_NAME, EDI_PARTY_NAME, REGISTERED_ID -> Optional.empty();
        };
    }
}
