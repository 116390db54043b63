package io.hemai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hemai.database.RawSql;
import io.hemai.metadata.FieldType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
        ApplicationModules.of(HemaiApplication.class).verify();
    }

    @Test
    void sqlAsTextStandsInOneClass() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(RawSql.class)
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
                        "io.hemai.records.transfer..",
                        "io.hemai.search..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "make or run statements",
                        c -> c.getPackageName().startsWith("org.jooq")
                                || c.getPackageName().startsWith("org.springframework.jdbc")
                                || (c.getPackageName().equals("java.sql") && !c.isAssignableTo(SQLException.class))))
                .because("record tables are read and written through records alone")
                .check(OURS);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
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
