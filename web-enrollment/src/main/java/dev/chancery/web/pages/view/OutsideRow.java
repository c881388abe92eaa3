package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.web.crl.SeenAddress;
import dev.chancery.web.crl.SeenFromOutside;
import java.util.List;

/** What validating servers see of a CA, address by address; of partitions those that something is to be said about. */
public record OutsideRow(Moment at, List<Row> rows) {
    public OutsideRow {
        rows = List.copyOf(rows);
    }

    /** An address, whether it is in order, and what was found. */
    public record Row(String what, String address, StatusMark mark, List<String> findings) {
        public Row {
            findings = List.copyOf(findings);
        }
    }

    static OutsideRow of(SeenFromOutside seen, Moments moments) {
        return new OutsideRow(
                moments.at(seen.at()),
                seen.addresses().stream()
                        .filter(one -> !one.kind().equals("partition")
                                || one.hasFault()
                                || !one.findings().isEmpty())
                        .map(OutsideRow::row)
                        .toList());
    }

    private static Row row(SeenAddress seen) {
        StatusMark mark = seen.hasFault()
                ? new StatusMark("revoked", plain("authorities.outside.bad"))
                : seen.findings().isEmpty()
                        ? new StatusMark("valid", plain("authorities.state.good"))
                        : new StatusMark("soon", plain("authorities.outside.beware"));
        return new Row(
                OutsideWords.kind(seen),
                seen.address().toString(),
                mark,
                seen.findings().stream()
                        .map(finding -> OutsideWords.message(seen, finding))
                        .toList());
    }
}
