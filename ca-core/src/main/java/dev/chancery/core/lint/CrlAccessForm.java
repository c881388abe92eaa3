package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** Verifiers need it to find the key that signed the list. */
final class CrlAccessForm extends CrlRule {
    CrlAccessForm() {
        super(
                "crl-aia-form",
                Severity.ERROR,
                "RFC 5280 §5.2.7",
                "authorityInfoAccess",
                "authorityInfoAccess of a CRL says where the certificate of its issuer is, and nothing else.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<DerCursor> value =
                crl.extension(ObjectIdentifiers.AUTHORITY_INFORMATION_ACCESS).map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        List<AccessDescription> all = AccessDescription.readAll(value.get());
        for (AccessDescription access : all) {
            if (!access.method().equals(ObjectIdentifiers.ACCESS_CA_ISSUERS)
                    || !access.location().uri()
                    || !Characters.absoluteUri(access.location().text())) {
                return wrong("authorityInfoAccess has " + access.method() + " at "
                        + Shown.quoted(access.location().label()));
            }
        }
        return all.isEmpty() ? wrong("authorityInfoAccess is empty") : fine();
    }
}
