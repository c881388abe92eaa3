package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.role.Plan;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.Planner;
import dev.chancery.core.role.Topology;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.TopologyView;
import dev.chancery.web.pages.view.TopologyView.Row;
import dev.chancery.web.roles.RoleArchive;
import dev.chancery.web.roles.RoleRequest;
import dev.chancery.web.roles.RoleRequests;
import dev.chancery.web.roles.RoleResult;
import dev.chancery.web.roles.TopologyJson;
import dev.chancery.web.roles.TopologyReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole topology: written down once, then the certificates that it needs, then all of them requested at once. */
final class TopologyPage {
    private static final int SPARE_ROWS = 2;

    private final Planner planner;
    private final RoleRequests requests;
    private final Enrollment enrollment;
    private final TopologyForm reader;
    private final TopologyForms forms;
    private final TopologyResults results;
    private final RoleArchive archive;
    private final SecureRandom random;
    private final Clock clock;
    private final Frames frames;
    private final Templates templates;

    TopologyPage(PageParts parts, Frames frames, Templates templates) {
        this.planner = new Planner(parts.roles());
        this.requests = new RoleRequests(parts.enrollment(), parts.profiles());
        this.enrollment = parts.enrollment();
        this.reader = new TopologyForm(parts.roles());
        this.forms = new TopologyForms(parts.roles(), parts.profiles(), requests, parts.enrollment());
        this.results = new TopologyResults();
        this.archive = new RoleArchive(parts.issuers());
        this.random = parts.random();
        this.clock = parts.clock();
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access access = Access.needs(Permission.REQUEST_CERTIFICATE);
        return List.of(
                Route.page(Method.GET, "/topology", access, this::open),
                SentForm.route("/topology", access, this::plan, this::plan),
                SentForm.route("/topology/requests", access, this::send, this::back),
                Route.page(Method.POST, "/topology/back", access, this::back),
                Route.page(Method.POST, "/topology/certreq", access, this::certreq),
                Route.page(Method.POST, "/topology/archive", access, this::download));
    }

    private Reply open(Exchange exchange) {
        return show(exchange, 200, form(Topology.empty(), List.of(), SPARE_ROWS));
    }

    /** What the page shows, before it is one. */
    private record Shown(
            Topology topology,
            List<Objection> objections,
            int rows,
            String pasted,
            List<PlannedCertificate> plan,
            Map<Integer, Der> csrs,
            boolean keyLeaked) {}

    private static Shown form(Topology topology, List<Objection> objections, int spare) {
        return new Shown(topology, objections, topology.pools().size() + spare, "", List.of(), Map.of(), false);
    }

    private Reply plan(Exchange exchange) {
        Form form = exchange.form();
        String pasted = form.upload("file")
                .map(file -> new String(file.octets(), StandardCharsets.UTF_8))
                .orElse(form.text("pasted").orElse(""));
        Topology topology;
        try {
            topology = pasted.isBlank() ? reader.read(form) : TopologyReader.text(pasted);
        } catch (ProblemException e) {
            Shown shown = new Shown(
                    reader.read(form), e.problem().findings(), SPARE_ROWS, pasted, List.of(), Map.of(), false);
            return show(exchange, 422, shown);
        }
        if (form.text("more").isPresent()) {
            return show(exchange, 200, form(topology, List.of(), 2 * SPARE_ROWS));
        }
        return planned(exchange, topology);
    }

    private Reply planned(Exchange exchange, Topology topology) {
        Plan plan = planner.plan(topology);
        boolean good = plan.objections().isEmpty();
        return show(
                exchange,
                good ? 200 : 422,
                new Shown(
                        topology,
                        plan.objections(),
                        topology.pools().size() + (good ? 0 : 1),
                        "",
                        plan.certificates(),
                        Map.of(),
                        false));
    }

    /** The plan that a form was about, with the names that somebody has corrected in it. */
    private List<PlannedCertificate> corrected(Form form, Plan plan) {
        List<PlannedCertificate> corrected = new ArrayList<>();
        for (int i = 0; i < plan.certificates().size(); i++) {
            PlannedCertificate planned = plan.certificates().get(i);
            Optional<String> names = form.text("names-" + i);
            corrected.add(
                    names.isPresent() && !TopologyForm.words(names).equals(planned.names())
                            ? planner.corrected(planned, TopologyForm.words(names))
                            : planned);
        }
        return corrected;
    }

    private Reply send(Exchange exchange) {
        Form form = exchange.form();
        Topology topology = sent(form);
        Plan plan = planner.plan(topology);
        if (plan.certificates().isEmpty()) {
            return planned(exchange, topology);
        }
        List<PlannedCertificate> rows = corrected(form, plan);
        if (leaked(form)) {
            return show(exchange, 422, new Shown(topology, List.of(), 0, "", rows, Map.of(), true));
        }
        CsrPile pile = pile(exchange, form, rows);
        if (pile.assigned().isEmpty() && pile.strangers().isEmpty()) {
            List<Objection> missing = List.of(Objection.of("csr-missing", "csrs", plain("topology.pile.nothing")));
            return show(exchange, 422, new Shown(topology, missing, 0, "", rows, Map.of(), false));
        }
        List<RoleResult> answers = request(exchange, form, rows, pile.assigned());
        return templates.show(
                200,
                "topology-result",
                results.view(
                        frames.of(exchange, plain("topology.title"), Section.REQUEST),
                        answers,
                        pile.strangers(),
                        results.hidden(topology, token(form), answers, pile.assigned())));
    }

    private static boolean leaked(Form form) {
        return form.uploads().stream().anyMatch(file -> CsrPile.holdsPrivateKey(file.octets()))
                || form.fields().names().stream()
                        .filter(name -> name.startsWith("csr"))
                        .flatMap(name -> form.all(name).stream())
                        .anyMatch(text -> CsrPile.holdsPrivateKey(text.getBytes(StandardCharsets.UTF_8)));
    }

    private CsrPile pile(Exchange exchange, Form form, List<PlannedCertificate> rows) {
        CsrPile pile = new CsrPile(enrollment, rows);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            form.text("csr-" + i)
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> pile.put(exchange.permit(), row, text));
        }
        form.text("csrs")
                .ifPresent(text -> pile.add(
                        exchange.permit(), text.getBytes(StandardCharsets.UTF_8), plain("topology.pile.text")));
        form.uploads().stream()
                .filter(file -> file.length() > 0)
                .forEach(file ->
                        pile.add(exchange.permit(), file.octets(), plain("topology.pile.file", file.fileName())));
        return pile;
    }

    private List<RoleResult> request(
            Exchange exchange, Form form, List<PlannedCertificate> rows, Map<Integer, Der> csrs) {
        List<RoleResult> answers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<Der> csr = Optional.ofNullable(csrs.get(i));
            RoleRequest one = new RoleRequest(rows.get(i), csr, Optional.empty());
            answers.addAll(requests.send(exchange.permit(), List.of(one), key(token(form), one)));
        }
        return answers;
    }

    /** The same form with the same content is the same request, however often it is sent. */
    private static Optional<String> key(String token, RoleRequest request) {
        String content = String.join(" ", request.planned().names()) + "\n"
                + request.csr().map(Der::hex).orElse("");
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of("topology-" + token + "-"
                        + Der.ofOwned(content.getBytes(StandardCharsets.UTF_8))
                                .sha256()
                                .hex()
                                .substring(0, 32));
    }

    /** From the results to the table again, with what has been given so far. */
    private Reply back(Exchange exchange) {
        Form form = exchange.form();
        Topology topology = sent(form);
        List<PlannedCertificate> rows = corrected(form, planner.plan(topology));
        if (leaked(form)) {
            return show(exchange, 422, new Shown(topology, List.of(), 0, "", rows, Map.of(), true));
        }
        Map<Integer, Der> csrs = pile(exchange, form, rows).assigned();
        return show(exchange, 200, new Shown(topology, List.of(), 0, "", rows, csrs, false));
    }

    /** The same once more, which changes nothing, as a file. */
    private Reply download(Exchange exchange) {
        Form form = exchange.form();
        List<PlannedCertificate> rows = corrected(form, planner.plan(sent(form)));
        if (leaked(form)) {
            return show(exchange, 422, new Shown(sent(form), List.of(), 0, "", rows, Map.of(), true));
        }
        return zip(request(exchange, form, rows, pile(exchange, form, rows).assigned()));
    }

    /** Files for certreq; whatever CSRs are in the form stay there. */
    private Reply certreq(Exchange exchange) {
        Form form = exchange.form();
        List<PlannedCertificate> rows = corrected(form, planner.plan(sent(form)));
        List<RoleRequest> without = rows.stream()
                .map(row -> new RoleRequest(row, Optional.empty(), Optional.empty()))
                .toList();
        return zip(requests.send(exchange.permit(), without, Optional.empty()));
    }

    private Reply zip(List<RoleResult> answers) {
        return Reply.bytes(200, "application/zip", archive.of(answers, clock.instant()))
                .asFile("certificates.zip");
    }

    private static Topology sent(Form form) {
        return TopologyReader.text(form.text("topology").orElse("{}"));
    }

    private static String token(Form form) {
        return form.text("form").filter(text -> text.matches("[0-9a-f]{1,64}")).orElse("");
    }

    /** The token of the form that was sent, so that what was issued with it is not issued again; else a new one. */
    private String kept(Exchange exchange) {
        String sent = exchange.head().method().equals("POST") ? token(exchange.form()) : "";
        byte[] fresh = new byte[12];
        random.nextBytes(fresh);
        return sent.isEmpty() ? HexFormat.of().formatHex(fresh) : sent;
    }

    private Reply show(Exchange exchange, int status, Shown shown) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.plan().size(); i++) {
            String csr = Optional.ofNullable(shown.csrs().get(i))
                    .map(der -> new String(der.unsafeOctets(), StandardCharsets.UTF_8))
                    // Only what surely is a request is shown again: anything else may be a key.
                    .filter(text -> text.startsWith("-----BEGIN CERTIFICATE REQUEST-----"))
                    .orElse("");
            rows.add(forms.row(shown.plan().get(i), i, exchange.permit(), csr));
        }
        Topology topology = shown.topology();
        return templates.show(
                status,
                "topology",
                new TopologyView(
                        frames.of(exchange, plain("topology.title"), Section.REQUEST),
                        kept(exchange),
                        String.join("\n", topology.sipDomains()),
                        forms.pools(topology, shown.objections(), shown.rows()),
                        forms.topologyNames(topology),
                        TopologyForms.problems(shown.objections(), ""),
                        shown.pasted(),
                        rows.isEmpty() ? "" : TopologyJson.text(topology),
                        rows,
                        "",
                        shown.keyLeaked()));
    }
}
