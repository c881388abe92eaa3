package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.roleText;

import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.Topology;
import dev.chancery.core.x509.Der;
import dev.chancery.web.pages.text.Texts;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.ObjectionWords;
import dev.chancery.web.pages.view.TopologyResultView;
import dev.chancery.web.pages.view.TopologyResultView.Row;
import dev.chancery.web.roles.RoleResult;
import dev.chancery.web.roles.TopologyJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the page that says what became of each certificate. */
final class TopologyResults {
    TopologyResultView view(Frame frame, List<RoleResult> results, List<String> strangers, Map<String, String> hidden) {
        return new TopologyResultView(
                frame, results.stream().map(TopologyResults::row).toList(), strangers, hidden);
    }

    private static Row row(RoleResult result) {
        PlannedCertificate planned = result.planned();
        return switch (result.state()) {
            case ISSUED ->
                row(
                        planned,
                        "valid",
                        plain("topology.result.issued"),
                        "/certificates/"
                                + result.certificate().orElseThrow().serial().hex(),
                        plain("topology.certificate"),
                        notes(planned));
            case WAITING ->
                row(
                        planned,
                        "held",
                        plain("topology.plan.officer"),
                        "/requests/" + result.awaiting().orElseThrow().request(),
                        plain("requests.title", result.awaiting().orElseThrow().request()),
                        result.awaiting().orElseThrow().because().stream()
                                .map(Texts::said)
                                .toList());
            case REFUSED ->
                row(
                        planned,
                        "revoked",
                        plain("topology.result.refused"),
                        "",
                        "",
                        result.objections().stream().map(ObjectionWords::of).toList());
            case NEEDS_CSR -> row(planned, "expired", plain("topology.result.noCsr"), "", "", List.of());
        };
    }

    private static List<String> notes(PlannedCertificate planned) {
        return planned.notes().stream().map(Texts::roleText).toList();
    }

    private static Row row(
            PlannedCertificate planned, String mark, String word, String path, String label, List<String> remarks) {
        return new Row(
                roleText(planned.title()),
                roleText(planned.useTitle()),
                planned.target(),
                planned.installOn(),
                planned.exportable(),
                mark,
                word,
                path,
                label,
                remarks);
    }

    /** What a later form has to send to be about the same. */
    Map<String, String> hidden(Topology topology, String token, List<RoleResult> rows, Map<Integer, Der> csrs) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("form", token);
        hidden.put("topology", TopologyJson.text(topology));
        for (int i = 0; i < rows.size(); i++) {
            hidden.put("names-" + i, String.join(" ", rows.get(i).planned().names()));
        }
        // What was refused may be anything, even a key; it is not repeated.
        csrs.forEach((row, csr) -> {
            if (rows.get(row).state() != RoleResult.State.REFUSED) {
                hidden.put("csr-" + row, new String(csr.unsafeOctets(), StandardCharsets.US_ASCII));
            }
        });
        return hidden;
    }
}
