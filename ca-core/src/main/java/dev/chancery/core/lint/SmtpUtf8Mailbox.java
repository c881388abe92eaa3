package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** An address that is ASCII belongs into rfc822Name, where everybody looks. */
final class SmtpUtf8Mailbox extends NamesRule {
    SmtpUtf8Mailbox() {
        super(
                "san-smtp-utf8-mailbox",
                Severity.ERROR,
                "RFC 9598 §3",
                "A SmtpUTF8Mailbox is a UTF8String of the form user@host, and its user part is not all ASCII.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            Optional<DerCursor> value = name.otherValue(ObjectIdentifiers.SMTP_UTF8_MAILBOX);
            if (value.isPresent()) {
                String text = Asn1.text(value.get());
                int at = text.lastIndexOf('@');
                boolean good = value.get().tag() == Asn1.UTF8_STRING
                        && at > 0
                        && !Characters.visibleAscii(text.substring(0, at))
                        && Characters.hostName(text.substring(at + 1));
                if (!good) {
                    return wrong(Shown.quoted(text) + " is no SmtpUTF8Mailbox");
                }
            }
        }
        return fine();
    }
}
