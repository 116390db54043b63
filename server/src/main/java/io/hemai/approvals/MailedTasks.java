package io.hemai.approvals;

import io.hemai.identity.Acting;
import io.hemai.identity.Passes;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.MailSettings;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.HoldsFiles;
import io.hemai.metadata.fieldtype.JsonType;
import io.hemai.metadata.fieldtype.LongTextType;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.notification.AnswersByMail;
import io.hemai.records.Query;
import io.hemai.records.RecordTexts;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Verb;
import io.hemai.records.verb.Verbs;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Parts of approvals that people decide by a link from a mail: each link is for one part of one person, and good for a week. */
@Component
class MailedTasks implements AnswersByMail {
    static final Duration LASTS = Duration.ofDays(7);
    private static final String PURPOSE = "approval";
    /** So many fields of the record are told, the first ones. */
    private static final int MOST_FACTS = 12;

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Content content;
    private final MailSettings settings;
    private final Trail trail;
    private final Passes passes;
    private final Records records;
    private final RecordTexts texts;
    private final Verbs verbs;
    private final Metadata metadata;
    private final Clock clock;

    MailedTasks(
            ApprovalObject approval,
            ApprovalTaskObject task,
            Content content,
            MailSettings settings,
            Trail trail,
            Passes passes,
            Records records,
            RecordTexts texts,
            Verbs verbs,
            Metadata metadata,
            Clock clock) {
        this.approval = approval;
        this.task = task;
        this.content = content;
        this.settings = settings;
        this.trail = trail;
        this.passes = passes;
        this.records = records;
        this.texts = texts;
        this.verbs = verbs;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** The page reads what follows the # itself, so that no log and no other site hears of it. */
    @Override
    public Map<String, String> paths(UserIdentity person, Set<About> about) {
        Map<String, String> paths = new HashMap<>();
        if (about.isEmpty()) {
            return paths;
        }
        List<Row> open = Touched.asHemai(() -> records.list(Query.of(task)
                .where(CommonFields.OWNER
                        .is(person.user())
                        .and(task.about.in(about))
                        .and(task.kind.is(TaskKind.SIGN))
                        .and(task.status.is(TaskStatus.PENDING)))
                .limit(Limits.IN_VALUES)));
        open.forEach(part -> passes.make(
                        person.user(),
                        PURPOSE,
                        part.id().toString(),
                        clock.instant().plus(LASTS))
                .ifPresent(pass -> paths.put(key(part), "/decide#" + pass)));
        return paths;
    }

    private String key(Row part) {
        return Sheet.key(
                part.require(task.approval), TaskKind.SIGN, part.value(task.round), part.value(task.inPlaceOf));
    }

    /** What the link asks, as plain JSON; refused when it asks nothing any more. */
    Map<String, @Nullable Object> look(String link) {
        return opened(link, this::told);
    }

    /**
     * Decides, and tells what came of it.
     *
     * @param verb the signer's, such as {@code approve}
     * @param input what is said to it, the fingerprint of what was looked at among it
     */
    Map<String, @Nullable Object> decide(String link, String verb, Map<String, @Nullable Object> input) {
        return opened(link, part -> {
            ObjectType type = records.type(task);
            records.together(() -> {
                Row open = records.read(task, part.id());
                Decisions.byMail(() -> decide(verbs.require(type, verb), open, input));
                Touched.asHemai(() -> {
                    records.update(
                            task, Map.of(part.id(), Values.of(task.byMail, true)), "decided by a link from a mail");
                    return part;
                });
                return part;
            });
            return told(records.read(task, part.id()));
        });
    }

    private <I> void decide(Verb<I, ?> verb, Row part, Map<String, @Nullable Object> input) {
        verbs.run(verb, part, verbs.input(verb, input));
    }

    private interface Work {
        Map<String, @Nullable Object> with(Row part);
    }

    /** As the person whose part it is, with the rights of this moment. */
    private Map<String, @Nullable Object> opened(String link, Work work) {
        Passes.Shown shown = passes.show(link, PURPOSE)
                .filter(pass -> settings.answers())
                .orElseThrow(() -> Refusal.of(ApprovalError.LINK_EXPIRED));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        RecordId part = RecordId.parse(shown.about()).orElseThrow();
        shown.who().serve(() -> {
            answer.putAll(work.with(records.read(task, part)));
            return answer;
        });
        return answer;
    }

    /** What was decided is told; of the record only as long as there is something to decide. */
    private Map<String, @Nullable Object> told(Row part) {
        UserIdentity person = Acting.user().orElseThrow();
        Tenant tenant = CurrentTenant.get();
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("company", tenant.isNamed() ? tenant.label() : null);
        plain.put("person", person.label());
        plain.put("locale", person.locale().toLanguageTag());
        plain.put("time_zone", person.zone().getId());
        plain.put("title", part.label());
        TaskStatus status = part.require(task.status);
        plain.put("status", Trail.code(status));
        plain.put("decided_at", Trail.text(part.value(task.decidedAt)));
        plain.put("comment", part.value(task.comment));
        plain.put("asked", status == TaskStatus.PENDING ? asked(part, person) : null);
        return plain;
    }

    /** The story first, with its fingerprint: what changes after that is refused, and what is read of the record after it is no older. */
    private Map<String, @Nullable Object> asked(Row part, UserIdentity person) {
        About about = part.require(task.about);
        ObjectType type = metadata.current().require(about.object());
        RecordId approvalId = part.require(task.approval);
        Map<String, @Nullable Object> story = trail.of(about.object(), about.id()).stream()
                .filter(one -> approvalId.toString().equals(one.get("id")))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ApprovalError.NOTHING_TO_DECIDE));
        List<?> named =
                Touched.asHemai(() -> records.read(approval, approvalId)).value(approval.content)
                                instanceof List<?> some
                        ? some
                        : List.of();
        Facts facts = facts(type, about.id(), named, person);
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("object", about.object());
        plain.put("object_label", type.label().in(person.locale()));
        plain.put("record", about.id().toString());
        plain.put("label", facts.label());
        plain.put("facts", facts.told());
        plain.put("complete", facts.complete());
        plain.put("approval", story);
        return plain;
    }

    /**
     * What the record says.
     *
     * @param complete whether all is told that is decided on, as far as the person sees it
     */
    private record Facts(String label, List<Map<String, String>> told, boolean complete) {}

    /** What is named to be approved first, then what lists of such records tell, then what else people fill in, as far as there is room. */
    private Facts facts(ObjectType type, RecordId record, List<?> named, UserIdentity person) {
        List<Field<?>> decided = type.fields().stream()
                .filter(field -> Content.covers(named, field))
                .toList();
        List<Field<?>> telling = Stream.of(
                        named.isEmpty() ? Stream.<Field<?>>of() : decided.stream(),
                        type.look().columns().stream().flatMap(name -> type.field(name).stream()),
                        decided.stream().filter(MailedTasks::isShort))
                .flatMap(some -> some)
                .filter(field -> !field.equals(type.nameField()))
                .distinct()
                .toList();
        Map<String, String> said = texts.of(
                        type,
                        List.of(record),
                        type.fields().stream().map(Field::name).toList())
                .getOrDefault(record, Map.of());
        Predicate<Field<?>> says = field -> !said.getOrDefault(field.name(), "").isBlank();
        List<Field<?>> told = telling.stream()
                .filter(says)
                .limit(Math.max(MOST_FACTS, named.size()))
                .toList();
        boolean complete = !(named.isEmpty() && content.hasLines(type))
                && decided.stream()
                        .filter(says)
                        .allMatch(field -> told.contains(field) || field.equals(type.nameField()));
        return new Facts(
                said.getOrDefault(type.nameField().name(), ""),
                told.stream()
                        .map(field -> Map.of(
                                "label",
                                field.label().in(person.locale()),
                                "type",
                                field.type().code(),
                                "value",
                                Objects.requireNonNull(said.get(field.name()))))
                        .toList(),
                complete);
    }

    private static boolean isShort(Field<?> field) {
        return !(field.type() instanceof LongTextType
                || field.type() instanceof RichTextType
                || field.type() instanceof JsonType
                || field.type() instanceof HoldsFiles);
    }
}
