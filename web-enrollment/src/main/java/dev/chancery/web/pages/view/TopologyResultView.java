package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Map;

/**
 * What became of the certificates of a topology.
 *
 * @param strangers CSRs that belong to no planned certificate, each with the reason
 * @param hidden the fields of the form that was sent, so that the archive is of the same
 */
public record TopologyResultView(Frame frame, List<Row> rows, List<String> strangers, Map<String, String> hidden) {
    public TopologyResultView {
        rows = List.copyOf(rows);
        strangers = List.copyOf(strangers);
    }

    /** @param path where more is to be read; empty where nothing is */
    public record Row(
            String role,
            String use,
            String target,
            List<String> installOn,
            boolean exportable,
            String mark,
            String word,
            String path,
            String label,
            List<String> remarks) {
        public Row {
            installOn = List.copyOf(installOn);
            remarks = List.copyOf(remarks);
        }
    }

    public long count(String mark) {
        return rows.stream().filter(row -> row.mark().equals(mark)).count();
    }
}
