package dev.chancery.db;

import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** What a CRL changed, as JSON: in the journal's record, and the same text in a column. */
final class Differences {
    private Differences() {}

    static void write(CrlDifference difference, Json json) {
        json.text("previous", difference.previous().toString())
                .object("added", in -> write(difference.added(), in))
                .object("changed", in -> write(difference.changed(), in))
                .object("removed", in -> write(difference.removed(), in));
    }

    private static void write(Certificates certificates, Json json) {
        json.number("count", certificates.count())
                .texts(
                        "serials",
                        certificates.first().stream().map(SerialNumber::hex).toList());
    }

    static CrlDifference read(Fields fields) {
        CrlDifference difference = new CrlDifference(
                new BigInteger(fields.text("previous")),
                certificates(fields.object("added")),
                certificates(fields.object("changed")),
                certificates(fields.object("removed")));
        fields.finish();
        return difference;
    }

    private static Certificates certificates(Fields fields) {
        Certificates certificates = new Certificates(
                Math.toIntExact(fields.number("count")),
                fields.texts("serials").stream().map(SerialNumber::parse).toList());
        fields.finish();
        return certificates;
    }

    static String text(CrlDifference difference) {
        return new String(Json.object(json -> write(difference, json)), StandardCharsets.UTF_8);
    }

    static CrlDifference parse(String text) {
        return read(Fields.parse(text.getBytes(StandardCharsets.UTF_8)));
    }
}
