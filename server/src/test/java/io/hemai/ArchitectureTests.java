package io.hemai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hemai.database.RawDdl;
import io.hemai.database.RawSql;
import io.hemai.metadata.FieldType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules that no review needs to remember. */
class ArchitectureTests {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hemai");

    @Test
    void modulesCallOnlyWhatStandsAboveThem() {
        // verify() looks once in a process, and a second try would pass
        ApplicationModules.of(HemaiApplication.class).detectViolations().throwIfPresent();
    }

    /** A row of the table of modules names one or several, in their order. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");

    private static final Pattern NAMED = Pattern.compile("`([a-z]+)`");

    @Test
    void theTableOfModulesIsInTheirOrder() throws IOException {
        String text = Files.readString(Path.of("../ARCHITECTURE.md"));
        String table = text.substring(text.indexOf("| module |"), text.indexOf("Inside `records`"));
        List<String> order = ROW.matcher(table)
                .results()
                .flatMap(row -> NAMED.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
        Set<String> wrong = new TreeSet<>();
        for (JavaClass one : OURS) {
            int place = order.indexOf(module(one));
            for (Dependency to : one.getDirectDependenciesFromSelf()) {
                if (!module(to.getTargetClass()).isEmpty()
                        && order.indexOf(module(to.getTargetClass())) > place
                        && !module(one).isEmpty()) {
                    wrong.add(module(one) + " calls " + module(to.getTargetClass()));
                }
            }
            if (place < 0 && !module(one).isEmpty()) {
                wrong.add(module(one) + " is not in the table");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The module of a class of ours; of others, and of those in the root, none. */
    private static String module(JavaClass one) {
        List<String> names = List.of(one.getPackageName().split("\\."));
        return names.size() > 2 && one.getPackageName().startsWith("io.hemai.") ? names.get(2) : "";
    }

    /** What {@code records} is made of; each calls those behind it. */
    private static final List<String> IN_RECORDS =
            List.of("web", "transfer", "verb", "rollup", "live", "change", "store", "query");
    /** What its root, the door, opens; what stands before those comes in through the door itself. */
    private static final List<String> BEHIND_THE_DOOR = List.of("change", "store", "query");

    @Test
    void recordsCallsGoOneWay() {
        for (int i = 1; i < IN_RECORDS.size(); i++) {
            noClasses()
                    .that(areIn(IN_RECORDS.subList(i, i + 1)))
                    .should()
                    .dependOnClassesThat(areIn(IN_RECORDS.subList(0, i)))
                    .check(OURS);
        }
    }

    @Test
    void theDoorOfRecordsKnowsOnlyWhatIsBehindIt() {
        noClasses()
                .that()
                .resideInAPackage("io.hemai.records")
                .should()
                .dependOnClassesThat(areIn(IN_RECORDS.stream()
                        .filter(part -> !BEHIND_THE_DOOR.contains(part))
                        .toList()))
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> areIn(List<String> parts) {
        return DescribedPredicate.describe("are in " + parts + " of records", c -> parts.contains(partOfRecords(c)));
    }

    /** The routes of {@code transfer} are of the web as well. */
    private static String partOfRecords(JavaClass one) {
        List<String> names = List.of(one.getPackageName().split("\\."));
        if (names.size() < 4 || !names.get(2).equals("records")) {
            return "";
        }
        return names.contains("web") ? "web" : names.get(3);
    }

    @Test
    void sqlAsTextStandsInTwoClasses() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(RawSql.class, RawDdl.class)
                .should()
                .callMethodWhere(plainSql())
                .because("names reach SQL only as identifiers built from metadata")
                .check(OURS);
    }

    private static DescribedPredicate<JavaMethodCall> plainSql() {
        return DescribedPredicate.describe("jOOQ's plain SQL methods", call -> isPlainSql(call.getTarget()));
    }

    private static boolean isPlainSql(MethodCallTarget target) {
        return target.isAnnotatedWith(PlainSQL.class)
                || target.resolveMember()
                        .filter(m -> m.isAnnotatedWith(PlainSQL.class))
                        .isPresent();
    }

    @Test
    void statementsAreBuiltWhereStatementsBelong() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.hemai.database..",
                        "io.hemai.tenancy..",
                        "io.hemai.metadata.schema..",
                        "io.hemai.metadata.custom..",
                        "io.hemai.identity..",
                        "io.hemai.access..",
                        "io.hemai.journal..",
                        "io.hemai.records.store..",
                        "io.hemai.search..",
                        "io.hemai.messaging.store..",
                        "io.hemai.integration.store..",
                        "io.hemai.automation.store..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "make or run statements",
                        c -> c.getPackageName().startsWith("org.jooq")
                                || c.getPackageName().startsWith("org.springframework.jdbc")
                                || (c.getPackageName().equals("java.sql") && !c.isAssignableTo(SQLException.class))))
                .because("record tables are read and written through records alone")
                .check(OURS);
    }

    /** Connections that are no part of the pool: before it is there, beside it, or held for notifications. */
    private static final Set<String> OWN_CONNECTIONS = Set.of(
            "io.hemai.database.Doctor",
            "io.hemai.database.ExternalPostgres",
            "io.hemai.database.embedded.EmbeddedPostgres",
            "io.hemai.database.backup.ClusterCopy",
            "io.hemai.database.backup.Restore",
            "io.hemai.journal.Neighbours",
            // run what jOOQ rendered
            "io.hemai.database.CopyRows",
            "io.hemai.database.Jdbc");

    @Test
    void textGoesToJdbcWhereNoPoolIs() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "have no connections of their own", c -> !isOrIsIn(c, OWN_CONNECTIONS)))
                .should()
                .callMethodWhere(DescribedPredicate.describe("JDBC takes text", ArchitectureTests::takesText))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc.core..")
                .because("statements are built by jOOQ")
                .check(OURS);
    }

    private static boolean takesText(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean jdbc = target.getOwner().isAssignableTo(Connection.class)
                || target.getOwner().isAssignableTo(Statement.class);
        return jdbc
                && (target.getName().equals("createStatement")
                        || target.getRawParameterTypes().stream()
                                .findFirst()
                                .filter(type -> type.isEquivalentTo(String.class))
                                .isPresent());
    }

    private static boolean isOrIsIn(JavaClass one, Set<String> names) {
        return names.stream()
                .anyMatch(n -> one.getName().equals(n) || one.getName().startsWith(n + "$"));
    }

    @Test
    void archivesAndXmlAreReadWithLimits() {
        onlyIn(
                "io.hemai.records.transfer.file..",
                "read archives, XML or workbooks",
                c -> Set.of("ZipFile", "ZipInputStream", "GZIPInputStream", "Inflater", "InflaterInputStream")
                                .contains(c.getSimpleName())
                        || c.getPackageName().startsWith("javax.xml")
                        || c.getPackageName().startsWith("org.xml")
                        || c.getPackageName().startsWith("org.w3c")
                        || c.getPackageName().startsWith("com.fasterxml.aalto")
                        || c.getPackageName().startsWith("org.dhatim"));
    }

    @Test
    void tablesThatLeaveAreMadeHarmlessInOnePlace() {
        onlyIn(
                "io.hemai.records.transfer.file..",
                "write CSV",
                c -> c.getName().startsWith("de.siegmar.fastcsv.writer"));
    }

    @Test
    void hypertextIsCleanedInOnePlace() {
        onlyIn(
                "io.hemai.kernel.text..",
                "clean HTML",
                c -> c.getPackageName().startsWith("org.owasp")
                        || c.getPackageName().startsWith("org.jsoup"));
    }

    @Test
    void mailsLeaveByOneDoor() {
        onlyIn("io.hemai.messaging..", "send mails", c -> c.getPackageName().startsWith("jakarta.mail"));
    }

    @Test
    void onlyADemoLoadsAMailServer() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.hemai.messaging.DemoMailbox")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.icegreen..")
                .check(OURS);
    }

    @Test
    void callsLeaveByOneDoor() {
        onlyIn(
                "io.hemai.integration.outbound..",
                "call other machines",
                c -> c.getPackageName().startsWith("java.net.http")
                        || c.getPackageName().startsWith("org.apache.hc")
                        || Set.of("URLConnection", "HttpURLConnection", "RestClient", "RestTemplate", "WebClient")
                                .contains(c.getSimpleName()));
    }

    private static void onlyIn(String home, String doing, Predicate<JavaClass> means) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(doing, means))
                .because("there is one door, and it has limits")
                .check(OURS);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(HemaiApplication.class)
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("ask the machine for the time", ArchitectureTests::asksTheMachine))
                .orShould()
                .callConstructor(Date.class)
                .check(OURS);
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean ofTime = owner.startsWith("java.time.");
        boolean clockGiven = target.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Clock.class));
        return (ofTime && target.getName().equals("now") && !clockGiven)
                || (owner.equals(Clock.class.getName())
                        && (target.getName().startsWith("system")
                                || target.getName().startsWith("tick")))
                || (owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis"));
    }

    @Test
    void fieldTypesNeedNeitherSpringNorJooq() {
        classes()
                .that()
                .areAssignableTo(FieldType.class)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are plain, but for the annotation that finds them",
                        c -> !c.getPackageName().startsWith("org.jooq")
                                && (!c.getPackageName().startsWith("org.springframework")
                                        || c.getSimpleName().equals("Component"))))
                .check(OURS);
    }
}
