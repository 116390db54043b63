package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.Wording;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.verb.Verb;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What every standard object keeps; its test names the object and an example, and adds what is its own. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StandardObjectContract {
    @Autowired
    protected Records records;

    @Autowired
    protected Tenants tenants;

    @Autowired
    Metadata metadata;

    @Autowired
    Wording wording;

    @Autowired
    List<Verb<?, ?>> verbs;

    protected Company company;

    /** The object. */
    protected abstract StandardObject object();

    /** A good record, different each time in what must be unique; may make the records that it leads to. */
    protected abstract Values example();

    @BeforeAll
    void makeCompany() {
        company = Company.in(tenants);
    }

    private ObjectType type() {
        return company.call(() -> records.type(object()));
    }

    private RecordId made() {
        return company.call(() -> records.create(object(), example()));
    }

    @Test
    void everythingHasALabelInBothLanguages() {
        List<String> keys = new ArrayList<>(List.of(object().name(), object().name() + ".plural"));
        for (Field<?> field : object().fields()) {
            String key = object().name() + "." + field.name();
            keys.add(key);
            if (field.type() instanceof ListsChoices choices) {
                choices.choices().all().forEach(c -> keys.add(key + "." + c.code()));
            }
        }
        object().sections().forEach(s -> keys.add(object().name() + ".section." + s.name()));
        verbs.stream()
                .filter(v -> v.object().equals(object().name()))
                .forEach(v -> keys.add("verb." + object().name() + "." + v.name()));
        assertThat(keys).allMatch(wording::has);
    }

    @Test
    void itsSectionsHaveEachFieldOnce() {
        List<String> together = object().sections().stream()
                .flatMap(section -> section.fields().stream())
                .toList();
        assertThat(together)
                .doesNotHaveDuplicates()
                .allMatch(name -> type().field(name).isPresent());
    }

    @Test
    void itsColumnsAreFieldsOfItBesidesTheName() {
        assertThat(object().columns())
                .doesNotHaveDuplicates()
                .doesNotContain(type().nameField().name())
                .allMatch(name -> type().field(name).isPresent());
    }

    @Test
    void itsRecordsHaveAName() {
        boolean line = object().traits().contains(ObjectTrait.LINE);
        assertThat(line || !type().nameField().equals(CommonFields.ID)).isTrue();
    }

    @Test
    void anExampleIsReadBackAsWritten() {
        Values example = company.call(this::example);
        RecordId id = company.call(() -> records.create(object(), example));
        Row row = company.call(() -> records.read(object(), id));
        example.byField()
                .forEach((name, value) -> assertThat(row.value(type().requireField(name)))
                        .as(name)
                        .isEqualTo(value));
        assertThat(row.version()).isEqualTo(1);
    }

    @Test
    void everyFieldIsFoundByEveryOperatorItOffers() {
        RecordId id = made();
        Row row = company.call(() -> records.read(object(), id));
        for (Field<?> field : type().fields()) {
            for (Op op : field.type().ops()) {
                if (row.value(field) != null || op.unary()) {
                    boolean found = finds(id, field, op, row.value(field));
                    expected(op, row.value(field) != null)
                            .ifPresent(wanted ->
                                    assertThat(found).as(field + " " + op).isEqualTo(wanted));
                }
            }
        }
    }

    private boolean finds(RecordId id, Field<?> field, Op op, @Nullable Object value) {
        Filter filter = CommonFields.ID.is(id).and(Filter.leaf(field.name(), op, operand(op, value)));
        return company.call(() -> records.count(object().name(), filter)) == 1;
    }

    private static @Nullable Object operand(Op op, @Nullable Object value) {
        return switch (op) {
            case EMPTY, NOT_EMPTY -> null;
            case WITHIN -> "this_year";
            case IN, NOT_IN -> value instanceof List<?> set ? set : List.of(Objects.requireNonNull(value));
            case BETWEEN -> List.of(Objects.requireNonNull(value), value);
            case EQ, NE, LT, LE, GT, GE -> value;
            case CONTAINS, STARTS_WITH -> value instanceof List<?> set ? set : "1";
        };
    }

    /** What an operator must answer about a record when asked with the record's own value. */
    private static Optional<Boolean> expected(Op op, boolean filled) {
        return switch (op) {
            case EMPTY -> Optional.of(!filled);
            case NOT_EMPTY -> Optional.of(filled);
            case EQ, IN, LE, GE, BETWEEN -> Optional.of(true);
            case NE, NOT_IN, LT, GT -> Optional.of(false);
            case CONTAINS, STARTS_WITH, WITHIN -> Optional.empty();
        };
    }

    @Test
    void aChangeRaisesTheVersion() {
        RecordId id = made();
        company.run(() -> records.update(object(), id, Values.of(CommonFields.EXTERNAL_ID, id.toString())));
        Row row = company.call(() -> records.read(object(), id));
        assertThat(row.value(CommonFields.EXTERNAL_ID)).isEqualTo(id.toString());
        assertThat(row.version()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aDeletedOneIsGone() {
        if (!object().traits().contains(ObjectTrait.KEPT)) {
            RecordId id = made();
            company.run(() -> records.delete(object(), id));
            assertThat(company.call(() -> records.find(Query.of(object()).where(CommonFields.ID.is(id)))))
                    .isEmpty();
        }
    }

    @Test
    void manyAreWrittenInOneGo() {
        List<Values> some = company.call(() -> List.of(example(), example(), example()));
        List<RecordId> ids = company.call(() -> records.create(object(), some));
        assertThat(company.call(() -> records.rows(object().name(), ids))).hasSize(3);
    }

    @Test
    void itHasNoMoreFieldsThanAnObjectMay() {
        assertThat(Objects.requireNonNull(type()).fields()).hasSizeLessThan(Limits.FIELDS_PER_OBJECT);
    }
}
