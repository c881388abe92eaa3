package dev.chancery.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The boundaries of the house. The table is the design's "may use" columns; what is not in it is forbidden. */
@DisplayName("The architecture")
class ArchitectureTest {
    private static final String CORE = "dev.chancery.core.";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("dev.chancery");

    /** Package of the core → packages of the core that it may use. */
    private static final Map<String, Set<String>> CORE_MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("x509", Set.of()),
            Map.entry("access", Set.of()),
            Map.entry("keys", Set.of("x509")),
            // Beside the design's table: keys made for other people's servers; no certificate of ours is signed there.
            Map.entry("pfx", Set.of("x509", "keys")),
            Map.entry("csr", Set.of("x509")),
            Map.entry("lint", Set.of("x509")),
            // Beside the design's table: what judges files from anywhere, for the command line and the pages.
            Map.entry("inspection", Set.of("x509", "csr", "lint")),
            Map.entry("profile", Set.of("x509", "csr", "lint")),
            // Judges names by x509 alone; profiles are known by their names.
            Map.entry("role", Set.of("x509")),
            Map.entry("authority", Set.of("x509", "keys")),
            Map.entry("journal", Set.of("x509", "access")),
            Map.entry("ledger", Set.of("x509", "access", "journal")),
            Map.entry(
                    "issuance",
                    Set.of("x509", "access", "keys", "csr", "lint", "profile", "authority", "journal", "ledger")),
            // The profiles in force, changed while the server runs.
            Map.entry("editing", Set.of("x509", "access", "journal", "profile")),
            Map.entry("revocation", Set.of("ledger", "journal", "access", "x509")),
            // access: who asked for a CRL stands in the journal.
            Map.entry("crl", Set.of("keys", "lint", "authority", "ledger", "journal", "x509", "access")),
            // authority: nothing outlives its issuer, so the issuer's validity is part of the judgement.
            // ledger: an idempotency key may lead to a certificate of before, which is the answer.
            Map.entry(
                    "enrollment",
                    Set.of("issuance", "csr", "profile", "access", "journal", "x509", "authority", "ledger")),
            Map.entry("ceremony", Set.of("issuance", "authority", "keys", "profile", "journal", "access", "x509"))));

    /** Module → what of ours it may use beside itself. */
    private static final Map<String, List<String>> MODULE_MAY_USE = Map.of(
            "dev.chancery.core", List.of(),
            "dev.chancery.config", List.of(),
            "dev.chancery.db", List.of("dev.chancery.core"),
            "dev.chancery.publisher", List.of("dev.chancery.core"),
            "dev.chancery.web", List.of("dev.chancery.core"));

    /** Module → libraries that it may use. */
    private static final Map<String, List<String>> MODULE_LIBRARIES = Map.of(
            "dev.chancery.core", List.of("org.bouncycastle..", "org.slf4j.."),
            "dev.chancery.config", List.of("tools.jackson..", "org.snakeyaml.engine.."),
            "dev.chancery.db",
                    List.of(
                            "org.jdbi..",
                            "com.zaxxer.hikari..",
                            "org.flywaydb..",
                            "org.h2..",
                            "tools.jackson.core..",
                            "org.bouncycastle.crypto..",
                            "org.slf4j.."),
            "dev.chancery.publisher", List.of("org.eclipse.jetty..", "org.bouncycastle..", "org.slf4j.."),
            "dev.chancery.web",
                    List.of("org.eclipse.jetty..", "gg.jte..", "tools.jackson..", "org.bouncycastle..", "org.slf4j.."));

    @Test
    @DisplayName("lets nobody become a requester past the accounts, which know the groups")
    void requesters() {
        // Those who have no account: the server itself, its local administrator, nobody, and the people of a
        // measurement.
        List<String> without = List.of(
                "access.Requester", "access.Accounts", "auth.LocalAdmin", "auth.SignInRecords", "server.BenchWorkshop");
        assertThat(OURS.stream()
                        .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Requester.class))
                        .map(call -> call.getOriginOwner().getName())
                        .filter(name -> without.stream().noneMatch(name::endsWith)))
                .isEmpty();
    }

    @Test
    @DisplayName("is tested on all modules")
    void everythingIsThere() {
        MODULE_MAY_USE
                .keySet()
                .forEach(module -> assertThat(OURS.stream()
                                .filter(resideInAPackage(module + ".."))
                                .count())
                        .as(module)
                        .isGreaterThan(5));
    }

    @TestFactory
    @DisplayName("lets each module use only what its row says")
    List<DynamicTest> modules() {
        List<DynamicTest> tests = new ArrayList<>();
        MODULE_MAY_USE.forEach((module, others) -> {
            List<String> allowed = new ArrayList<>(List.of(module + "..", "java..", "javax..", "org.jspecify.."));
            others.forEach(other -> allowed.add(other + ".."));
            allowed.addAll(MODULE_LIBRARIES.getOrDefault(module, List.of()));
            tests.add(DynamicTest.dynamicTest(
                    module,
                    () -> classes()
                            .that()
                            .resideInAPackage(module + "..")
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                                    .or(primitiveOrArray()))
                            .check(OURS)));
        });
        return tests;
    }

    @TestFactory
    @DisplayName("lets each package of the core use only what its row says")
    List<DynamicTest> corePackages() {
        Set<String> found = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(CORE))
                .map(name -> name.substring(CORE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(CORE_MAY_USE.keySet()).as("a new package needs a row").containsAll(found);
        return CORE_MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    String[] forbidden = CORE_MAY_USE.keySet().stream()
                            .filter(other -> !other.equals(row.getKey()))
                            .filter(other -> !row.getValue().contains(other))
                            .map(other -> CORE + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(CORE + row.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(OURS);
                }))
                .toList();
    }

    @Test
    @DisplayName("has no cycles between packages")
    void noCycles() {
        for (String module : List.of("core", "db", "publisher", "web", "server")) {
            slices().matching("dev.chancery." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(OURS);
        }
    }

    @Test
    @DisplayName("lets only issuance and crl ask an issuer for its key")
    void issuerKey() {
        List<String> callers = OURS.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Issuer.class)
                        && call.getTarget().getName().equals("signingKey"))
                .map(JavaMethodCall::getOriginOwner)
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .toList();
        assertThat(callers).isSubsetOf(CORE + "crl", CORE + "issuance").isNotEmpty();
    }

    @Test
    @DisplayName("keeps the judge free of the library that builds")
    void judge() {
        noClasses()
                .that()
                .resideInAPackage(CORE + "lint..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(OURS);
    }

    @Test
    @DisplayName("lets nobody in the modules end the process or ask the wall clock")
    void noSideDoors() {
        noClasses()
                .that(resideInAnyPackage(MODULE_MAY_USE.keySet().stream()
                        .map(module -> module + "..")
                        .toArray(String[]::new)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(OURS);
    }

    @Test
    @DisplayName(
            "has no package called util, common, service, dao or helper, and no class called Impl, Manager, Helper or"
                    + " Utils")
    void names() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..service..", "..dao..", "..helper..")
                .orShould()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Abstract[A-Z].*)$")
                .check(OURS);
    }

    @Test
    @DisplayName("shows no public field that can change")
    void immutable() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .arePublic()
                .should()
                .beFinal()
                .check(OURS);
        methods()
                .that()
                .haveName("finalize")
                .should()
                .bePrivate()
                .allowEmptyShould(true)
                .check(OURS);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> primitiveOrArray() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "primitives and arrays of what is allowed", type -> type.isPrimitive() || type.isArray());
    }
}
