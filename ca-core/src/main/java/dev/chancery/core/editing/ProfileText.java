package dev.chancery.core.editing;

import dev.chancery.core.profile.CertificateProfile;
import java.util.List;
import java.util.Map;

/** Port: the language in which profiles are written. */
public interface ProfileText {
    /** @param file stands in the mistakes */
    Reading read(String file, String text);

    /** Every key, in the order of the manual. */
    List<Setting> settings(CertificateProfile profile);

    /**
     * The text with other values, and everything else in it as it was, comments included.
     *
     * @param values by key, as in {@link Setting#shown()}; an empty one takes the key out
     * @throws IllegalArgumentException when that cannot be done in this text, with the reason
     */
    String with(String text, Map<String, String> values);
}
