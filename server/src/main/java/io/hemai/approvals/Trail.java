package io.hemai.approvals;

import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The story of the approvals of a record, for who may read the record: what happened, who is asked now, and what the reader may do. */
@Component
class Trail {
    private static final SystemIdentity TELLING = new SystemIdentity("approvals", "tells the story");
    private static final int MOST = 20;

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final ApprovalActObject act;
    private final Decisions decisions;
    private final Parts of;
    private final PeopleSource people;
    private final Gate gate;
    private final Records records;

    Trail(
            ApprovalObject approval,
            ApprovalTaskObject task,
            ApprovalActObject act,
            Decisions decisions,
            Parts of,
            PeopleSource people,
            Gate gate,
            Records records) {
        this.approval = approval;
        this.task = task;
        this.act = act;
        this.decisions = decisions;
        this.of = of;
        this.people = people;
        this.gate = gate;
        this.records = records;
    }

    /** Who asks, and what they see of the record. */
    private record Reader(@Nullable RecordId id, Row record, Rights rights) {}

    /** The newest approvals of the record, each as plain JSON; a fixed number of statements. */
    List<Map<String, @Nullable Object>> of(String object, RecordId id) {
        Row record = records.read(object, id);
        Reader reader = new Reader(
                Acting.user().map(UserIdentity::user).orElse(null), record, gate.rights(Acting.who(), record.type()));
        return Acting.call(TELLING, () -> {
            List<Row> all = records.list(Query.of(approval)
                    .where(approval.about.is(new About(object, id)))
                    .sort(new Sort(CommonFields.CREATED_AT.name(), true))
                    .limit(MOST));
            List<RecordId> ids = all.stream().map(Row::id).toList();
            Map<RecordId, List<Row>> acts = records.linked(act, act.approval, ids).stream()
                    .sorted(Comparator.comparing((Row row) -> row.require(act.happenedAt))
                            .thenComparing(Row::id))
                    .collect(Collectors.groupingBy(row -> row.require(act.approval)));
            Map<RecordId, List<Row>> parts = records.linked(task, task.approval, ids).stream()
                    .collect(Collectors.groupingBy(row -> row.require(task.approval)));
            Map<RecordId, Person> persons = persons(all, parts.values().stream().flatMap(List::stream));
            List<Map<String, @Nullable Object>> told = new ArrayList<>();
            for (Row one : all) {
                List<Row> some = parts.getOrDefault(one.id(), List.of());
                Map<String, @Nullable Object> plain = approval(one, some, persons, reader);
                plain.put(
                        "acts",
                        acts.getOrDefault(one.id(), List.of()).stream()
                                .map(this::act)
                                .toList());
                told.add(plain);
            }
            return told;
        });
    }

    private Map<RecordId, Person> persons(List<Row> all, Stream<Row> parts) {
        Set<RecordId> named = Stream.concat(
                        all.stream().map(one -> one.value(approval.submitter)),
                        parts.map(part -> part.value(CommonFields.OWNER)))
                .filter(Objects::nonNull)
                .limit(Limits.BATCH)
                .collect(Collectors.toSet());
        return people.persons(named);
    }

    private Map<String, @Nullable Object> approval(
            Row one, List<Row> parts, Map<RecordId, Person> persons, Reader reader) {
        boolean pending = one.value(approval.status) == ApprovalStatus.PENDING;
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", one.id().toString());
        plain.put("title", one.label());
        plain.put("status", code(one.require(approval.status)));
        plain.put("submitter", person(one.value(approval.submitter), persons));
        plain.put("submitted_at", text(one.value(CommonFields.CREATED_AT)));
        plain.put("settled_at", text(one.value(approval.settledAt)));
        plain.put("step", pending ? one.value(approval.stepName) : null);
        plain.put("due_at", pending ? text(one.value(approval.dueAt)) : null);
        plain.put(
                "waiting_for",
                pending
                        ? of.pending(one, parts).stream()
                                .map(part -> person(part.value(CommonFields.OWNER), persons))
                                .toList()
                        : List.of());
        Map<String, Object> yours = yours(one, parts, reader.id());
        plain.put("content", pending && yours != null ? decisions.fingerprint(one, reader.record()) : null);
        plain.put("locked", pending ? locked(one, yours != null, reader) : List.of());
        plain.put("yours", yours);
        plain.put("may", may(one, reader.id()));
        return plain;
    }

    /** The fields that the reader knows of and does not change as long as it is pending. */
    private List<String> locked(Row one, boolean signs, Reader reader) {
        List<?> named = one.value(approval.content) instanceof List<?> some ? some : List.of();
        List<String> open = signs ? of.terms(one).open() : List.of();
        return reader.rights().known(reader.record().type()).stream()
                .filter(field -> Content.covers(named, field) && !open.contains(field.name()))
                .map(Field::name)
                .toList();
    }

    /** The part that the reader has to do: its id, its kind, and where it can be sent back to. */
    private @Nullable Map<String, Object> yours(Row one, List<Row> parts, @Nullable RecordId reader) {
        return parts.stream()
                .filter(part -> part.value(task.status) == TaskStatus.PENDING)
                .filter(part -> Objects.equals(part.value(CommonFields.OWNER), reader))
                .filter(part -> part.value(task.kind) != TaskKind.COPY)
                .findFirst()
                .map(part -> {
                    Map<String, Object> plain = new LinkedHashMap<>();
                    plain.put("id", part.id().toString());
                    plain.put("kind", code(part.require(task.kind)));
                    plain.put("hands_on", !of.terms(one).stays());
                    plain.put("steps", before(one, parts));
                    return plain;
                })
                .orElse(null);
    }

    private List<Map<String, String>> before(Row one, List<Row> parts) {
        Map<String, String> names = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.value(task.kind) == TaskKind.SIGN)
                .sorted(Comparator.comparing(part -> part.require(task.round)))
                .forEach(part -> names.put(part.require(task.step), String.valueOf(part.value(task.stepName))));
        names.remove(String.valueOf(one.value(approval.step)));
        return names.entrySet().stream()
                .map(step -> Map.of("id", step.getKey(), "name", step.getValue()))
                .toList();
    }

    /** What the reader may do as who submitted it. */
    private List<String> may(Row one, @Nullable RecordId reader) {
        if (reader == null || !reader.equals(one.value(CommonFields.OWNER))) {
            return List.of();
        }
        return switch (one.require(approval.status)) {
            case PENDING -> one.value(approval.turn) == Turn.OPEN ? List.of("urge", "withdraw") : List.of("withdraw");
            case SENT_BACK -> List.of("resubmit", "withdraw");
            case APPROVED, REFUSED, WITHDRAWN, VOIDED -> List.of();
        };
    }

    private Map<String, @Nullable Object> act(Row row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("at", text(row.value(act.happenedAt)));
        plain.put("deed", code(row.require(act.deed)));
        plain.put("by", row.value(act.name));
        plain.put("others", row.value(act.others));
        plain.put("step", row.value(act.stepName));
        plain.put("comment", row.value(act.comment));
        plain.put("by_mail", Boolean.TRUE.equals(row.value(act.byMail)));
        return plain;
    }

    private static @Nullable Map<String, String> person(@Nullable RecordId id, Map<RecordId, Person> persons) {
        Person found = id == null ? null : persons.get(id);
        return found == null ? null : Map.of("id", found.id().toString(), "label", found.label());
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
