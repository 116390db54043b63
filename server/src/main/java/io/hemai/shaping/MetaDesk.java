package io.hemai.shaping;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.custom.Author;
import io.hemai.metadata.custom.CustomFields;
import io.hemai.metadata.custom.CustomObjects;
import io.hemai.metadata.custom.DeletedObject;
import io.hemai.metadata.custom.FieldStatus;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.web.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what objects there are for who asks; those who shape them see all of it. */
@Component
class MetaDesk {
    private final Metadata metadata;
    private final Gate gate;
    private final Tenants tenants;
    private final ObjectDescriptions descriptions;
    private final CustomObjects objects;
    private final CustomFields fields;
    private final ProblemTexts texts;

    MetaDesk(
            Metadata metadata,
            Gate gate,
            Tenants tenants,
            ObjectDescriptions descriptions,
            CustomObjects objects,
            CustomFields fields,
            ProblemTexts texts) {
        this.metadata = metadata;
        this.gate = gate;
        this.tenants = tenants;
        this.descriptions = descriptions;
        this.objects = objects;
        this.fields = fields;
        this.texts = texts;
    }

    /** The objects that the reader knows of. */
    Map<String, Object> list() {
        boolean shapes = shapes();
        List<Map<String, Object>> items = metadata.current().all().stream()
                .filter(type -> isShown(type, shapes))
                .map(type -> descriptions.brief(type, rights(type)))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        if (shapes) {
            answer.put(
                    "deleted",
                    objects.deleted(CurrentTenant.get()).stream()
                            .map(MetaDesk::plain)
                            .toList());
        }
        return answer;
    }

    /** One object; unknown to who may not see it. */
    Map<String, Object> object(String name) {
        ObjectTypes all = metadata.current();
        ObjectType type = all.require(name);
        boolean shapes = shapes();
        if (!isShown(type, shapes)) {
            throw Refusal.of(MetadataError.UNKNOWN_OBJECT, name);
        }
        Map<String, Object> answer = descriptions.full(type, all, rights(type), t -> isShown(t, shapes), shapes);
        if (shapes) {
            answer.put(
                    "pending",
                    fields.statuses(CurrentTenant.get(), name).stream()
                            .map(this::status)
                            .toList());
        }
        return answer;
    }

    /** A field as it is now; one that is still being made says so. */
    Map<String, Object> field(String object, String name) {
        Map<String, Object> answer = object(object);
        return member(answer, "fields", name)
                .or(() -> member(answer, "pending", name))
                .orElseThrow(() -> Refusal.of(MetadataError.UNKNOWN_FIELD, object, name));
    }

    @SuppressWarnings("unchecked") // the lists that we made ourselves
    private static Optional<Map<String, Object>> member(Map<String, Object> answer, String list, String name) {
        List<Map<String, Object>> items = (List<Map<String, Object>>) answer.getOrDefault(list, List.of());
        return items.stream().filter(item -> name.equals(item.get("name"))).findFirst();
    }

    /** Works with the objects as they are after a change, as the next request would. */
    <T> T afterwards(Supplier<T> work) {
        Tenant now = tenants.require(CurrentTenant.get().id());
        return CurrentTenant.call(now, work);
    }

    /** Refuses who may not shape objects; says who does. */
    Author author() {
        gate.require(AdminAbility.META);
        return new Author(
                Acting.user().map(user -> user.user().value()).orElse(null),
                Acting.who().label());
    }

    private boolean shapes() {
        return gate.may(Acting.who(), AdminAbility.META);
    }

    private Rights rights(ObjectType type) {
        return gate.rights(Acting.who(), type);
    }

    private boolean isShown(ObjectType type, boolean shapes) {
        return knows(type) || (shapes && !type.is(ObjectTrait.INTERNAL));
    }

    private boolean knows(ObjectType type) {
        Rights rights = rights(type);
        return rights.create() || !rights.read().equals(Filter.none());
    }

    private static Map<String, Object> plain(DeletedObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", object.name());
        plain.put("label", object.label().sorted());
        plain.put("deleted_at", object.deletedAt().toString());
        plain.put("purge_at", object.purgeAt().toString());
        return plain;
    }

    private Map<String, Object> status(FieldStatus field) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", field.name());
        plain.put("label", field.label().sorted());
        plain.put("state", field.state().code());
        Problem failure = field.failure();
        if (failure != null) {
            plain.put("failure", texts.message(failure, Acting.who().locale()));
        }
        FieldStatus.Filled filled = field.filled();
        if (filled != null) {
            plain.put("done", filled.done());
            plain.put("total", filled.total());
        }
        ObjectDescriptions.put(plain, "deleted_at", text(field.deletedAt()));
        ObjectDescriptions.put(plain, "purge_at", text(field.purgeAt()));
        return plain;
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }
}
