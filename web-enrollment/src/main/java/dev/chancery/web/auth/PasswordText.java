package dev.chancery.web.auth;

import dev.chancery.core.x509.Der;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash in the PHC text form, {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. */
record PasswordText(Argon2Cost cost, Der salt, Der hash) {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    static PasswordText parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a stored password hash is not of the form $argon2id$v=19$m=…,t=…,p=…$salt$hash");
        }
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        return new PasswordText(cost, Der.fromBase64(parts.group(4)), Der.fromBase64(parts.group(5)));
    }

    String phc() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + encoder.encodeToString(salt.unsafeOctets()) + "$" + encoder.encodeToString(hash.unsafeOctets());
    }

    @Override
    public String toString() {
        return "***";
    }
}
