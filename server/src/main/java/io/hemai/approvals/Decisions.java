package io.hemai.approvals;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What people decide. One decision at a time is taken on an approval, which is locked for it: of two people who decide in the same
 * second, the second one is told what came of the first.
 */
@Component
class Decisions {
    /** Bound while somebody answers by a link from a mail, of which the verbs know nothing. */
    private static final ScopedValue<Boolean> BY_MAIL = ScopedValue.newInstance();

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final Sheet.Objects objects;
    private final Parts of;
    private final Content content;
    private final PeopleSource people;
    private final Records records;
    private final Metadata metadata;
    private final ObjectProvider<AwaitsApproval> waiting;
    private final Clock clock;

    Decisions(
            ApprovalObject approval,
            ApprovalTaskObject task,
            Sheet.Objects objects,
            Parts of,
            Content content,
            PeopleSource people,
            Records records,
            Metadata metadata,
            ObjectProvider<AwaitsApproval> waiting,
            Clock clock) {
        this.approval = approval;
        this.task = task;
        this.objects = objects;
        this.of = of;
        this.content = content;
        this.people = people;
        this.records = records;
        this.metadata = metadata;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** What is decided in the work is decided by a link from a mail, and the story says so. */
    static void byMail(Runnable work) {
        ScopedValue.where(BY_MAIL, true).run(work);
    }

    /** An approval that is locked, with all its parts, while somebody does something about it. */
    record Case(Row approval, List<Row> parts, Row about, Sheet.Doer doer, Sheet sheet) {
        /** The part, as it stands. */
        Row part(RecordId id) {
            return parts.stream()
                    .filter(part -> part.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Does something with the caller's own open part; anybody else's is not to be touched. */
    void asSigner(Row seen, String why, BiConsumer<Case, Row> work) {
        requireOwn(seen);
        inCase(seen.require(task.approval), why, open -> {
            Row part = open.part(seen.id());
            if (part.value(task.kind) != TaskKind.SIGN) {
                throw Refusal.of(ApprovalError.NOTHING_TO_DECIDE);
            }
            switch (part.require(task.status)) {
                case PENDING -> {}
                case LATER -> throw Refusal.of(ApprovalError.NOT_YET);
                default -> throw Refusal.of(ApprovalError.ALREADY_DECIDED);
            }
            requirePending(open.approval());
            work.accept(open, part);
        });
    }

    /** Does something with an approval that the caller submitted. */
    void asSubmitter(Row seen, String why, Consumer<Case> work) {
        requireOwn(seen);
        inCase(seen.id(), why, work);
    }

    private void inCase(RecordId id, String why, Consumer<Case> work) {
        UserIdentity who = Acting.user().orElseThrow(() -> Refusal.of(ApprovalError.NOT_YOURS));
        records.together(() -> Acting.call(SystemIdentity.onBehalfOf(who, why), () -> {
            RecordId run = run(records.read(approval, id));
            waiting.forEach(one -> one.hold(run));
            Row standing = records.lock(approval, id);
            List<Row> parts = records.linked(task, task.approval, List.of(id));
            About about = standing.require(approval.about);
            Row record = metadata.current().find(about.object()).stream()
                    .flatMap(type -> records.rows(type.name(), List.of(about.id())).values().stream())
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(ApprovalError.NOTHING_TO_DECIDE));
            Sheet sheet = objects.sheet(clock.instant());
            Sheet.Doer doer = new Sheet.Doer(who.user(), who.label(), BY_MAIL.isBound());
            work.accept(new Case(standing, parts, record, doer, sheet));
            sheet.write(why);
            return standing;
        }));
    }

    private static void requireOwn(Row seen) {
        if (Acting.user()
                .map(UserIdentity::user)
                .filter(person -> person.equals(seen.value(CommonFields.OWNER)))
                .isEmpty()) {
            throw Refusal.of(ApprovalError.NOT_YOURS);
        }
    }

    void requirePending(Row standing) {
        if (standing.value(approval.status) != ApprovalStatus.PENDING || standing.value(approval.turn) != Turn.OPEN) {
            throw Refusal.of(ApprovalError.NOT_PENDING);
        }
    }

    /**
     * A signer approves or refuses.
     *
     * @param seen fingerprint of what the signer looked at; null for what there is
     */
    void sign(Case open, Row part, boolean yes, @Nullable String comment, @Nullable String seen) {
        requireSame(open, seen);
        TaskStatus status = yes ? TaskStatus.APPROVED : TaskStatus.REFUSED;
        decided(open, part, status, comment);
        open.sheet()
                .tell(open.approval(), yes ? Deed.APPROVED : Deed.REFUSED, open.doer(), stepName(open), "", comment);
    }

    /** Settles the step if that is decided, else it is the turn of the next. */
    void settle(Case open, Row decided, TaskStatus how) {
        Terms terms = of.terms(open.approval());
        List<Row> signing = of.signing(open.approval(), open.parts()).toList();
        List<Signatures.Signature> signatures = new ArrayList<>();
        for (Row part : signing) {
            TaskStatus status = part.id().equals(decided.id()) ? how : part.require(task.status);
            signatures.add(new Signatures.Signature(status, Boolean.TRUE.equals(part.value(task.added))));
        }
        Turn turn = Signatures.of(terms.signed(), terms.share(), signatures);
        List<Row> others =
                signing.stream().filter(part -> !part.id().equals(decided.id())).toList();
        if (turn == Turn.OPEN) {
            next(open, others, decided, terms);
            return;
        }
        of.cancel(open.approval(), others, open.sheet());
        open.sheet().of(open.approval()).set(approval.turn, turn);
        if (turn == Turn.REFUSED) {
            open.sheet()
                    .of(open.approval())
                    .set(approval.status, ApprovalStatus.REFUSED)
                    .set(approval.settledAt, open.sheet().now());
        }
        goOn(open);
    }

    /** Those whose turn it is now: who waited for the one that has signed, else the next in line. */
    private void next(Case open, List<Row> others, Row decided, Terms terms) {
        List<Row> undecided = others.stream().filter(of::isOpen).toList();
        Set<RecordId> heldUp = undecided.stream()
                .map(part -> part.value(task.holdsUp))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Row> free = undecided.stream()
                .filter(part -> part.value(task.status) == TaskStatus.LATER && !heldUp.contains(part.id()))
                .sorted(Comparator.comparing(part -> part.require(task.position)))
                .toList();
        RecordId waited = decided.value(task.holdsUp);
        boolean nobodysTurn = undecided.stream().noneMatch(part -> part.value(task.status) == TaskStatus.PENDING);
        free.stream()
                .filter(part -> part.id().equals(waited))
                .findFirst()
                .or(() -> terms.signed().equals("in_order") && nobodysTurn
                        ? free.stream().findFirst()
                        : Optional.empty())
                .ifPresent(part -> open.sheet().turn(open.approval(), part));
    }

    void decided(Case open, Row part, TaskStatus how, @Nullable String comment) {
        open.sheet().over(open.approval(), part, how).set(task.comment, comment);
    }

    /** Has the flow go on once this is committed. */
    void goOn(Case open) {
        waiting.forEach(one -> one.goOn(List.of(run(open.approval()))));
    }

    private RecordId run(Row standing) {
        return RecordId.parse(standing.require(approval.run)).orElseThrow();
    }

    @Nullable
    String stepName(Case open) {
        return open.approval().value(approval.stepName);
    }

    /** Refuses where the signer looked at something else than there is. */
    private void requireSame(Case open, @Nullable String seen) {
        if (seen != null && !seen.equals(fingerprint(open.approval(), open.about()))) {
            throw Refusal.of(ApprovalError.CONTENT_CHANGED);
        }
    }

    /** What the record says now of what is approved. */
    String fingerprint(Row standing, Row about) {
        return content.fingerprint(
                standing.require(approval.run),
                about,
                standing.value(approval.content) instanceof List<?> named ? named : List.of());
    }

    /** A person who may be asked to decide: works here, and is not asked at this step already. */
    Person askable(Case open, @Nullable RecordId person) {
        Person found = Optional.ofNullable(person)
                .flatMap(people::person)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.ofField("to", ApprovalError.NOT_WORKING));
        if (of.terms(open.approval()).stays()) {
            throw Refusal.of(ApprovalError.NOT_TO_BE_HANDED_ON);
        }
        boolean own = found.id().equals(open.approval().value(approval.submitter));
        if (own && !of.terms(open.approval()).whereSelf().equals("ask")) {
            throw Refusal.ofField("to", ApprovalError.SUBMITTED_IT, found.label());
        }
        boolean asked = of.signing(open.approval(), open.parts())
                .filter(part -> part.value(task.status) != TaskStatus.HANDED_ON)
                .anyMatch(part -> Objects.equals(part.value(CommonFields.OWNER), found.id()));
        if (asked) {
            throw Refusal.ofField("to", ApprovalError.ASKED_ALREADY, found.label());
        }
        of.lend(open.about(), Stream.of(found.id()));
        return found;
    }
}
