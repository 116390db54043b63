package io.hemai.metadata.custom;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.WriteOptions;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A company of a test that shapes its objects and works with them, each time as a new request would. */
final class Company {
    static final Author AUTHOR = new Author(null, "管理员");

    private final Tools tools;
    private final TenantId id;

    /** What a company needs of the application. */
    @Component
    record Tools(Tenants tenants, Metadata metadata, Records records, CustomFields fields, CustomObjects objects) {}

    Company(Tools tools) {
        this.tools = tools;
        this.id = new TenantId("co" + ThreadLocalRandom.current().nextInt(1_000_000_000));
        tools.tenants().create(id, "Company");
    }

    Tenant tenant() {
        return tools.tenants().require(id);
    }

    <T> T request(Supplier<T> work) {
        return CurrentTenant.call(tenant(), () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    void request(Runnable work) {
        request(() -> {
            work.run();
            return true;
        });
    }

    ObjectTypes objects() {
        return request(() -> tools.metadata().current());
    }

    ObjectType object(String name) {
        return objects().require(name);
    }

    Field<?> field(String object, String name) {
        return object(object).field(name).orElseThrow();
    }

    String addField(String object, Map<String, Object> sent) {
        return request(() -> tools.fields().add(object, sent, AUTHOR));
    }

    String addField(String object, String name, String type) {
        return addField(object, Map.of("name", name, "type", type, "label", Map.of("en", name)));
    }

    void changeField(String object, String field, Map<String, Object> sent) {
        request(() -> tools.fields().change(object, field, sent, AUTHOR));
    }

    String addObject(String name) {
        return request(() -> tools.objects().add(Map.of("name", name, "label", Map.of("zh-CN", name)), AUTHOR));
    }

    RecordId create(String object, Map<String, @Nullable Object> input) {
        return request(() -> {
            Change change = Change.create(tools.metadata().current().require(object), input, false);
            tools.records().write(change.type(), List.of(change), WriteOptions.USUAL);
            return change.id();
        });
    }

    @Nullable
    Object value(String object, RecordId record, String field) {
        return request(() -> {
            ObjectType type = tools.metadata().current().require(object);
            return tools.records().read(object, record).value(type.requireField(field));
        });
    }

    long count(String object, String field, Object value) {
        return request(() -> tools.records().count(object, Filter.leaf(field, Op.EQ, value)));
    }

    /** The problems with which the work is refused, as {@code field code}. */
    static List<String> refused(Runnable work) {
        List<String> found = new java.util.ArrayList<>();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(work::run)
                .satisfies(refusal ->
                        refusal.problems().stream().map(Company::text).forEach(found::add));
        return found;
    }

    private static String text(Problem problem) {
        return (problem.field() == null ? "" : problem.field() + " ")
                + problem.code().code();
    }

    static Map<String, Object> with(Map<String, Object> base, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(base);
        more.put(name, value);
        return more;
    }
}
