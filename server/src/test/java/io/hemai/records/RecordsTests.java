package io.hemai.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.SampleObject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsTests {
    @Autowired
    Records records;

    @Autowired
    Tenants tenants;

    @Autowired
    SampleObject sample;

    @Autowired
    Bin bin;

    private Tenant tenant;

    @BeforeAll
    void makeTenant() {
        tenant = tenants.create(new TenantId("records"), "Records");
    }

    private <T> T working(Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        RecordId id = working(() -> records.create(
                sample,
                Values.of(sample.name, "王芳")
                        .set(sample.amount, Money.of("1200.5", "CNY"))
                        .set(sample.labels, List.of("vip"))));
        Row row = working(() -> records.read(sample, id));
        assertThat(row.value(sample.name)).isEqualTo("王芳");
        assertThat(row.value(sample.amount)).isEqualTo(Money.of("1200.50", "CNY"));
        assertThat(row.value(sample.labels)).containsExactly("vip");
        assertThat(row.version()).isEqualTo(1);
    }

    @Test
    void aChangeRaisesTheVersion() {
        RecordId id = working(() -> records.create(sample, Values.of(sample.name, "a")));
        working(() -> {
            records.update(sample, id, Values.of(sample.size, 7L));
            return null;
        });
        Row row = working(() -> records.read(sample, id));
        assertThat(row.value(sample.size)).isEqualTo(7L);
        assertThat(row.version()).isEqualTo(2);
    }

    @Test
    void aMissingNameIsRefused() {
        assertThatThrownBy(() -> working(() -> records.create(sample, Values.none())))
                .isInstanceOf(Refusal.class)
                .hasMessage("record.required");
    }

    @Test
    void aMissingNameHidesNoLinkThatLeadsNowhere() {
        Values wrong = Values.none().set(sample.parent, RecordId.next());
        assertThatThrownBy(() -> working(() -> records.create(sample, wrong)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems())
                                .extracting(p -> p.field() + " " + p.code().code())
                                .containsExactlyInAnyOrder("name record.required", "parent record.link_not_found"));
    }

    @Test
    void aTakenCodeIsNamed() {
        working(() -> records.create(sample, Values.of(sample.name, "a").set(sample.code, "X1")));
        assertThatThrownBy(() -> working(
                        () -> records.create(sample, Values.of(sample.name, "b").set(sample.code, "x1"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.problems().getFirst().field()).isEqualTo("code"));
    }

    @Test
    void filtersFind() {
        RecordId parent = working(
                () -> records.create(sample, Values.of(sample.name, "华东精密").set(sample.note, "母公司")));
        working(() -> records.create(
                sample, Values.of(sample.name, "ＡＢＣ１").set(sample.size, 5L).set(sample.parent, parent)));
        assertThat(found(Filter.leaf("name", Op.EQ, "abc1"))).containsExactly("ＡＢＣ１");
        assertThat(found(Filter.leaf("name", Op.CONTAINS, "bc"))).containsExactly("ＡＢＣ１");
        assertThat(found(Filter.leaf("parent.name", Op.EQ, "华东精密"))).containsExactly("ＡＢＣ１");
        assertThat(found(Filter.leaf("children.size", Op.BETWEEN, List.of(5, 6))))
                .containsExactly("华东精密");
        assertThat(found(sample.name.is("华东精密").and(Filter.leaf("parent.name", Op.NE, "x"))))
                .containsExactly("华东精密");
    }

    @Test
    void whatGoesToTheBinComesBack() {
        RecordId parent = working(() -> records.create(sample, Values.of(sample.name, "bin parent")));
        RecordId child = working(
                () -> records.create(sample, Values.of(sample.name, "bin child").set(sample.parent, parent)));
        working(() -> {
            records.delete(sample, parent);
            return null;
        });
        assertThat(working(() -> records.read(sample, child)).value(sample.parent))
                .isNull();
        assertThat(found(sample.name.is("bin parent"))).isEmpty();
        working(() -> {
            bin.restore("sample", parent);
            return null;
        });
        assertThat(working(() -> records.read(sample, child)).value(sample.parent))
                .isEqualTo(parent);
        assertThat(working(() -> records.read(sample, parent)).version()).isEqualTo(2);
    }

    @Test
    void whatARecordLeadsToIsRestoredFirst() {
        RecordId parent = working(() -> records.create(sample, Values.of(sample.name, "first parent")));
        RecordId child = working(() ->
                records.create(sample, Values.of(sample.name, "first child").set(sample.parent, parent)));
        working(() -> {
            records.delete(sample, child);
            records.delete(sample, parent);
            return null;
        });
        assertThatThrownBy(() -> restore(child)).hasMessage("record.restore_first");
        restore(parent);
        restore(child);
        assertThat(working(() -> records.read(sample, child)).value(sample.parent))
                .isEqualTo(parent);
    }

    private void restore(RecordId record) {
        working(() -> {
            bin.restore("sample", record);
            return record;
        });
    }

    @Test
    void aBadRowDoesNotCostItsNeighbours() {
        working(() -> records.create(sample, Values.of(sample.name, "taken").set(sample.code, "T1")));
        ObjectType type = working(() -> records.type(sample));
        List<Change> changes = List.of(
                Change.create(type, Map.of("name", "one"), false),
                Change.create(type, Map.of("name", "two", "code", "t1"), false),
                Change.create(type, Map.of("note", "no name"), false),
                Change.create(type, Map.of("name", "four"), false));
        working(() -> {
            records.writeRowByRow(type, changes, WriteOptions.USUAL);
            return null;
        });
        assertThat(changes).extracting(Change::isRefused).containsExactly(false, true, true, false);
        assertThat(found(sample.name.in(List.of("one", "two", "four")))).containsExactlyInAnyOrder("one", "four");
    }

    @Test
    void historiesKeepWhatIsSaidInShort() {
        Change change = Change.create(working(() -> records.type(sample)), Map.of(), false);
        change.because("rule: 太长");
        assertThat(change.why()).isEqualTo("rule: 太长");
        change.because("长".repeat(1_000_000));
        assertThat(change.why()).hasSizeLessThan(3_000).endsWith("长…");
    }

    private List<String> found(Filter filter) {
        return working(() -> records.list(Query.of(sample).where(filter)).stream()
                .map(row -> row.require(sample.name))
                .toList());
    }
}
