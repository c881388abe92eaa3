package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.roleText;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.ProfileUse;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.RoleName;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.core.role.Topology;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.pages.text.Texts;
import dev.chancery.web.pages.view.ObjectionWords;
import dev.chancery.web.pages.view.TopologyView.Choice;
import dev.chancery.web.pages.view.TopologyView.Family;
import dev.chancery.web.pages.view.TopologyView.NameField;
import dev.chancery.web.pages.view.TopologyView.OptionField;
import dev.chancery.web.pages.view.TopologyView.PoolForm;
import dev.chancery.web.pages.view.TopologyView.Problem;
import dev.chancery.web.pages.view.TopologyView.Row;
import dev.chancery.web.roles.RoleRequests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the parts of the topology page. */
final class TopologyForms {
    private final RoleCatalog roles;
    private final ProfileCatalog profiles;
    private final RoleRequests requests;
    private final Enrollment enrollment;
    private final ProfileTitles titles;

    TopologyForms(RoleCatalog roles, ProfileCatalog profiles, RoleRequests requests, Enrollment enrollment) {
        this.roles = roles;
        this.enrollment = enrollment;
        this.profiles = profiles;
        this.requests = requests;
        this.titles = new ProfileTitles(profiles);
    }

    /** @param rows how many pools have a place, with those that are written down */
    List<PoolForm> pools(Topology topology, List<Objection> objections, int rows) {
        List<PoolForm> pools = new ArrayList<>();
        for (int i = 0; i < Math.max(rows, topology.pools().size()); i++) {
            Pool pool = i < topology.pools().size()
                    ? topology.pools().get(i)
                    : new Pool("", "", List.of(), Map.of(), Map.of());
            pools.add(pool(topology, pool, i, objections));
        }
        return pools;
    }

    private PoolForm pool(Topology topology, Pool pool, int index, List<Objection> objections) {
        Optional<RoleTemplate> role = roles.find(pool.role()).filter(RoleTemplate::hasPools);
        String prefix = "pools[" + index + "]";
        return new PoolForm(
                index,
                families(pool.role()),
                role.map(RoleTemplate::name).orElse(""),
                role.map(known -> roleText(known.title())).orElse(""),
                role.map(known -> roleText(known.description())).orElse(""),
                pool.fqdn(),
                String.join("\n", pool.servers()),
                role.map(known -> names("name-" + index + "-", known.poolNames(), pool.names()))
                        .orElse(List.of()),
                role.map(known -> options(topology, pool, known, index)).orElse(List.of()),
                problems(objections, prefix));
    }

    private static List<OptionField> options(Topology topology, Pool pool, RoleTemplate role, int index) {
        List<OptionField> options = new ArrayList<>();
        role.options()
                .forEach((key, option) -> options.add(new OptionField(
                        "option-" + index + "-" + key,
                        roleText(option.title()),
                        roleText(option.help()),
                        pool.options().getOrDefault(key, topology.options().getOrDefault(key, option.standard())))));
        return options;
    }

    private List<Family> families(String chosen) {
        Map<String, List<Choice>> families = new LinkedHashMap<>();
        for (RoleTemplate role : roles.all()) {
            if (role.hasPools()) {
                families.computeIfAbsent(role.family(), name -> new ArrayList<>())
                        .add(new Choice(
                                role.name(), roleText(role.title()), role.name().equals(chosen)));
            }
        }
        return families.entrySet().stream()
                .map(family -> new Family(roleText(family.getKey()), family.getValue()))
                .toList();
    }

    /** Of the roles that are written down; before there are any, nobody has to look at them. */
    List<NameField> topologyNames(Topology topology) {
        Map<String, RoleName> declared = new LinkedHashMap<>();
        topology.pools()
                .forEach(pool -> roles.find(pool.role())
                        .ifPresent(role -> role.topologyNames().forEach(declared::putIfAbsent)));
        roles.topologyNames().forEach((key, name) -> {
            if (topology.names().containsKey(key)) {
                declared.putIfAbsent(key, name);
            }
        });
        return names("topology-", declared, topology.names());
    }

    private static List<NameField> names(
            String prefix, Map<String, RoleName> declared, Map<String, List<String>> values) {
        List<NameField> fields = new ArrayList<>();
        declared.forEach((key, name) -> fields.add(new NameField(
                prefix + key,
                roleText(name.title()),
                name.help().map(Texts::roleText).orElse(""),
                String.join(name.isSeveral() ? "\n" : " ", values.getOrDefault(key, List.of())),
                name.isRequired(),
                name.isSeveral())));
        return fields;
    }

    /** Those below {@code prefix}; without one, those that belong to no pool. */
    static List<Problem> problems(List<Objection> objections, String prefix) {
        return objections.stream()
                .filter(objection -> prefix.isEmpty()
                        ? !objection.field().startsWith("pools[")
                        : objection.field().equals(prefix) || objection.field().startsWith(prefix + "."))
                .map(TopologyForms::problem)
                .toList();
    }

    private static Problem problem(Objection objection) {
        // The key of a name is no value that a button could put right.
        boolean fixable =
                objection.rule().startsWith("name-") && !objection.rule().equals("name-unknown")
                        || objection.rule().equals("role-unknown");
        return objection.suggestion().isPresent() && fixable
                ? new Problem(
                        ObjectionWords.of(objection),
                        objection.field() + "=" + objection.suggestion().get(),
                        objection.suggestion().get())
                : new Problem(
                        ObjectionWords.of(objection), "", objection.suggestion().orElse(""));
    }

    Row row(PlannedCertificate planned, int index, Permit permit, String csr) {
        Requester requester = permit.requester();
        List<Objection> objections = new ArrayList<>(requests.objections(planned));
        Optional<CertificateProfile> profile = profiles.find(planned.profile());
        boolean usable = profile.stream().anyMatch(known -> ProfileUse.allows(requester, known));
        if (profile.isPresent() && !usable) {
            objections.add(
                    Objection.of("profile-not-usable", "profile", plain("topology.plan.notOpen", planned.profile())));
        }
        List<String> because = waits(permit, planned, profile);
        boolean wrong = !objections.isEmpty();
        return new Row(
                index,
                planned.id(),
                roleText(planned.title()),
                roleText(planned.useTitle()),
                planned.target(),
                planned.commonName(),
                planned.names(),
                planned.installOn(),
                planned.exportable(),
                titles.of(planned.profile()),
                planned.notes().stream().map(Texts::roleText).toList(),
                wrong ? "revoked" : because.isEmpty() ? "valid" : "held",
                wrong
                        ? plain("topology.plan.correctIt")
                        : because.isEmpty() ? plain("topology.plan.atOnce") : plain("topology.plan.officer"),
                because,
                objections.stream().map(ObjectionWords::of).toList(),
                csr,
                "/request?profile=" + encoded(planned.profile()) + "&names="
                        + encoded(String.join(",", planned.names())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** In the words that the request form has for it. */
    private List<String> waits(Permit permit, PlannedCertificate planned, Optional<CertificateProfile> profile) {
        List<String> because = new ArrayList<>();
        if (profile.filter(known -> known.approval() == Approval.OFFICER).isPresent()) {
            because.add(plain("topology.plan.officer.each"));
        }
        enrollment
                .foresee(
                        permit,
                        planned.names().stream()
                                .map(name -> RequestedName.dns(name, "names"))
                                .toList())
                .forEach(reason -> because.add(said(reason)));
        return because;
    }
}
