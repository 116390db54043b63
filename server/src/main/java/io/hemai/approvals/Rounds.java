package io.hemai.approvals;

import io.hemai.access.Loan;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Shares;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.web.JsonBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One step of an approval: opened, reminded of, settled. */
@Component
class Rounds {
    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);
    private static final int MOST_REMINDERS = 5;

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final PeopleSource people;
    private final Shares shares;
    private final Content content;
    private final JsonMapper json;

    Rounds(
            ApprovalObject approval,
            ApprovalTaskObject task,
            PeopleSource people,
            Shares shares,
            Content content,
            JsonMapper json) {
        this.approval = approval;
        this.task = task;
        this.people = people;
        this.shares = shares;
        this.content = content;
        this.json = json;
    }

    /** How it stands with what is asked, which is opened where it is not. */
    Standing take(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        if (!asking.step().equals(standing.value(approval.step))) {
            return open(asking, standing, parts, search, sheet);
        }
        return switch (standing.require(approval.turn)) {
            case OPEN -> waiting(asking, standing, parts, search, sheet);
            case PASSED -> taken(standing, new Standing.Passed(), sheet);
            case REFUSED -> taken(standing, new Standing.Refused(), sheet);
            case WITHDRAWN -> taken(standing, new Standing.Withdrawn(), sheet);
            case BACK -> taken(standing, new Standing.Back(standing.require(approval.backTo)), sheet);
            case TAKEN -> open(asking, standing, parts, search, sheet);
        };
    }

    private Standing taken(Row standing, Standing how, Sheet sheet) {
        sheet.of(standing).set(approval.turn, Turn.TAKEN);
        return how;
    }

    /** A signer of a step, who may have signed without being asked. */
    private record Part(Signers.Signer signer, TaskStatus status) {
        Signatures.Signature signature() {
            return new Signatures.Signature(status, false);
        }
    }

    private Standing open(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        Terms terms = asking.terms();
        long round = standing.require(approval.round) + 1;
        String stepName = Objects.requireNonNullElse(terms.title(), asking.flow());
        Row opened = opened(asking, standing, stepName, sheet);
        List<Part> signing = signing(asking, standing, parts, search);
        Values now = sheet.of(standing)
                .set(approval.step, asking.step())
                .set(approval.stepName, stepName)
                .set(approval.round, round)
                .set(approval.terms, plain(terms))
                .set(approval.content, List.copyOf(covered(standing, terms)))
                .set(approval.dueAt, opened.value(approval.dueAt))
                .set(approval.checkAt, opened.value(approval.dueAt))
                .set(approval.reminders, 0L)
                .set(approval.status, ApprovalStatus.PENDING)
                .set(approval.settledAt, null);
        now.set(approval.fingerprint, content.fingerprint(asking.record(), List.copyOf(covered(standing, terms))));
        Turn turn = signing.isEmpty()
                ? (terms.whereNobody().equals("pass") ? Turn.PASSED : Turn.REFUSED)
                : Signatures.of(
                        terms.signed(),
                        terms.share(),
                        signing.stream().map(Part::signature).toList());
        inform(asking, opened, parts, round, sheet);
        return turn == Turn.OPEN
                ? ask(asking, opened, signing, round, sheet)
                : settledByRule(opened, signing, turn, sheet);
    }

    /** The approval as it is told to those who are asked. */
    private Row opened(Asking asking, Row standing, String stepName, Sheet sheet) {
        Instant due = asking.terms().within().map(sheet.now()::plus).orElse(null);
        Object[] values = standing.values();
        values[standing.type().place(approval.step)] = asking.step();
        values[standing.type().place(approval.stepName)] = stepName;
        values[standing.type().place(approval.dueAt)] = due;
        return new Row(standing.type(), values);
    }

    /** What is approved by this step and those before; none for all. */
    private Set<String> covered(Row standing, Terms terms) {
        Set<String> fields = new LinkedHashSet<>(terms.approved());
        if (standing.value(approval.content) instanceof List<?> before) {
            before.forEach(name -> fields.add(String.valueOf(name)));
            return before.isEmpty() || terms.approved().isEmpty() ? Set.of() : fields;
        }
        return fields;
    }

    private List<Part> signing(Asking asking, Row standing, List<Row> parts, Signers.Search search) {
        RecordId submitter = standing.value(approval.submitter);
        Terms terms = asking.terms();
        List<Signers.Signer> found = search.of(asking, submitter);
        if (found.isEmpty() && terms.whereNobody().equals("administrators")) {
            found = search.administrators();
        }
        Set<RecordId> signedBefore = terms.skipsRepeated() ? signed(standing, parts) : Set.of();
        Set<RecordId> asked = found.stream().map(one -> one.person().id()).collect(Collectors.toSet());
        List<Part> signing = new ArrayList<>();
        for (Signers.Signer signer : found) {
            boolean self = signer.person().id().equals(submitter);
            if (self && terms.whereSelf().equals("manager")) {
                search.above(signer.person().id(), asked).ifPresent(boss -> {
                    asked.add(boss.person().id());
                    signing.add(part(boss, signedBefore));
                });
            } else if (self && terms.whereSelf().equals("skip")) {
                signing.add(new Part(signer, TaskStatus.APPROVED));
            } else {
                signing.add(part(signer, signedBefore));
            }
        }
        return signing;
    }

    private static Part part(Signers.Signer signer, Set<RecordId> signedBefore) {
        boolean did = signedBefore.contains(signer.person().id());
        return new Part(signer, did ? TaskStatus.APPROVED : TaskStatus.PENDING);
    }

    /** Who approved at a step since all was asked anew. */
    private Set<RecordId> signed(Row standing, List<Row> parts) {
        long since = standing.require(approval.anewAfter);
        return parts.stream()
                .filter(part -> part.value(task.status) == TaskStatus.APPROVED && part.require(task.round) > since)
                .map(part -> part.require(CommonFields.OWNER))
                .collect(Collectors.toSet());
    }

    private Standing ask(Asking asking, Row opened, List<Part> signing, long round, Sheet sheet) {
        boolean inOrder = asking.terms().signed().equals("in_order");
        boolean turn = true;
        long position = 0;
        for (Part part : signing) {
            boolean waits = part.status() == TaskStatus.PENDING && inOrder && !turn;
            RecordId person = part.signer().person().id();
            sheet.create(
                    opened,
                    sheet.part(opened, person, TaskKind.SIGN, waits ? TaskStatus.LATER : part.status(), round)
                            .set(task.position, position++)
                            .set(task.inPlaceOf, part.signer().inPlaceOf())
                            .set(task.decidedAt, part.status() == TaskStatus.APPROVED ? sheet.now() : null));
            turn = turn && part.status() == TaskStatus.APPROVED;
            if (part.status() == TaskStatus.APPROVED) {
                tellPassed(opened, part, sheet);
            } else if (part.signer().inPlaceOf() != null) {
                String meant = name(part.signer().inPlaceOf());
                sheet.tell(
                        opened,
                        Deed.STOOD_IN,
                        new Sheet.Doer(part.signer().inPlaceOf(), meant),
                        opened.value(approval.stepName),
                        part.signer().person().label(),
                        null);
            }
        }
        sheet.of(opened).set(approval.turn, Turn.OPEN);
        lend(
                asking.record(),
                signing.stream().map(part -> part.signer().person().id()));
        String whom = Signers.names(signing.stream()
                .filter(part -> part.status() == TaskStatus.PENDING)
                .map(Part::signer));
        return new Standing.Waiting(opened.value(approval.dueAt), whom);
    }

    private void tellPassed(Row opened, Part part, Sheet sheet) {
        Person person = part.signer().person();
        sheet.tell(
                opened,
                Deed.PASSED_BY_RULE,
                new Sheet.Doer(person.id(), person.label()),
                opened.value(approval.stepName),
                "",
                null);
    }

    private Standing settledByRule(Row opened, List<Part> signing, Turn turn, Sheet sheet) {
        boolean passed = turn == Turn.PASSED;
        signing.stream()
                .filter(part -> part.status() == TaskStatus.APPROVED)
                .forEach(part -> tellPassed(opened, part, sheet));
        if (signing.isEmpty()) {
            Deed deed = passed ? Deed.PASSED_BY_RULE : Deed.REFUSED_BY_RULE;
            sheet.tell(opened, deed, Sheet.Doer.HEMAI, opened.value(approval.stepName), "", null);
        }
        sheet.of(opened).set(approval.turn, Turn.TAKEN);
        if (!passed) {
            refused(opened, sheet);
        }
        return passed ? new Standing.Passed() : new Standing.Refused();
    }

    private void refused(Row standing, Sheet sheet) {
        sheet.of(standing).set(approval.status, ApprovalStatus.REFUSED).set(approval.settledAt, sheet.now());
    }

    /** Tells who is to know of it, once. */
    private void inform(Asking asking, Row opened, List<Row> parts, long round, Sheet sheet) {
        Set<RecordId> told = parts.stream()
                .filter(part -> part.value(task.kind) == TaskKind.COPY)
                .map(part -> part.require(CommonFields.OWNER))
                .collect(Collectors.toSet());
        List<RecordId> fresh = people.persons(asking.terms().informed()).values().stream()
                .filter(Person::active)
                .map(Person::id)
                .filter(told::add)
                .sorted()
                .toList();
        fresh.forEach(
                person -> sheet.create(opened, sheet.part(opened, person, TaskKind.COPY, TaskStatus.PENDING, round)));
        lend(asking.record(), fresh.stream());
    }

    /** Who is asked about a record may read it. */
    void lend(Row record, Stream<RecordId> to) {
        shares.lend(
                record.type(), to.map(person -> new Loan(record.id(), person)).toList());
    }

    private Standing waiting(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        Instant check = standing.value(approval.checkAt);
        boolean decidable = standing.value(approval.status) == ApprovalStatus.PENDING;
        if (!decidable || check == null || check.isAfter(sheet.now())) {
            return new Standing.Waiting(decidable ? check : null, null);
        }
        List<Row> pending = pending(standing, parts);
        return switch (asking.terms().whenLate()) {
            case "pass" -> late(standing, parts, Turn.PASSED, sheet);
            case "refuse" -> late(standing, parts, Turn.REFUSED, sheet);
            case "escalate" -> escalate(asking, standing, pending, search, sheet);
            default -> remind(standing, pending, sheet);
        };
    }

    List<Row> pending(Row standing, List<Row> parts) {
        return signing(standing, parts)
                .filter(part -> part.value(task.status) == TaskStatus.PENDING)
                .toList();
    }

    /** The signers' parts of the step that is asked now. */
    Stream<Row> signing(Row standing, List<Row> parts) {
        return parts.stream()
                .filter(part -> part.value(task.kind) == TaskKind.SIGN)
                .filter(part -> part.require(task.round).equals(standing.value(approval.round)));
    }

    private Standing late(Row standing, List<Row> parts, Turn how, Sheet sheet) {
        boolean passed = how == Turn.PASSED;
        cancel(standing, parts, sheet);
        Deed deed = passed ? Deed.PASSED_BY_RULE : Deed.REFUSED_BY_RULE;
        sheet.tell(standing, deed, Sheet.Doer.HEMAI, standing.value(approval.stepName), "", null);
        sheet.of(standing).set(approval.turn, Turn.TAKEN);
        if (!passed) {
            refused(standing, sheet);
        }
        return passed ? new Standing.Passed() : new Standing.Refused();
    }

    private Standing remind(Row standing, List<Row> pending, Sheet sheet) {
        long told = standing.require(approval.reminders) + 1;
        Instant next = told < MOST_REMINDERS ? sheet.now().plus(BETWEEN_REMINDERS) : null;
        sheet.of(standing).set(approval.reminders, told).set(approval.checkAt, next);
        sheet.remind(standing, pending);
        sheet.tell(standing, Deed.REMINDED, Sheet.Doer.HEMAI, standing.value(approval.stepName), names(pending), null);
        return new Standing.Waiting(next, null);
    }

    /** Gives what nobody decided to the managers above, who have as much time. */
    private Standing escalate(Asking asking, Row standing, List<Row> pending, Signers.Search search, Sheet sheet) {
        Set<RecordId> asked = pending.stream()
                .map(part -> part.require(CommonFields.OWNER))
                .collect(Collectors.toCollection(HashSet::new));
        Instant next = asking.terms().within().map(sheet.now()::plus).orElse(null);
        boolean higher = false;
        for (Row part : pending) {
            RecordId person = part.require(CommonFields.OWNER);
            Optional<Signers.Signer> boss = search.above(person, asked);
            if (boss.isPresent()) {
                higher = true;
                Person to = boss.get().person();
                asked.add(to.id());
                handOn(standing, part, to.id(), sheet).set(task.dueAt, next);
                sheet.tell(
                        standing,
                        Deed.ESCALATED,
                        new Sheet.Doer(person, name(person)),
                        standing.value(approval.stepName),
                        to.label(),
                        null);
                lend(asking.record(), Stream.of(to.id()));
            }
        }
        if (!higher) {
            return remind(standing, pending, sheet);
        }
        sheet.of(standing).set(approval.checkAt, next).set(approval.dueAt, next);
        return new Standing.Waiting(next, null);
    }

    /** Gives a part to somebody else, with all that hangs on it; answers what that one has. */
    Values handOn(Row standing, Row part, RecordId to, Sheet sheet) {
        sheet.over(standing, part, TaskStatus.HANDED_ON);
        Values given = sheet.part(standing, to, TaskKind.SIGN, TaskStatus.PENDING, part.require(task.round))
                .set(task.position, part.require(task.position))
                .set(task.added, part.require(task.added))
                .set(task.holdsUp, part.value(task.holdsUp))
                .set(task.inPlaceOf, part.require(CommonFields.OWNER));
        sheet.create(standing, given);
        return given;
    }

    /** Nothing is left to be done by those who have not done it. */
    void cancel(Row standing, Collection<Row> parts, Sheet sheet) {
        parts.stream()
                .filter(part -> part.value(task.kind) != TaskKind.COPY)
                .filter(part ->
                        part.value(task.status) == TaskStatus.PENDING || part.value(task.status) == TaskStatus.LATER)
                .forEach(part -> sheet.over(standing, part, TaskStatus.CANCELLED));
    }

    /** How the person is called. */
    String name(RecordId person) {
        return people.person(person).map(Person::label).orElse("");
    }

    String names(List<Row> parts) {
        Map<RecordId, Person> found = people.persons(
                parts.stream().map(part -> part.require(CommonFields.OWNER)).toList());
        return found.values().stream().map(Person::label).sorted().collect(Collectors.joining("、"));
    }

    /** The terms on which the step asks that is open. */
    Terms terms(Row standing) {
        Object kept = standing.value(approval.terms);
        return JsonBody.fit(json, kept == null ? Map.of() : kept, Terms.class);
    }

    private Object plain(Terms terms) {
        Map<String, @Nullable Object> plain = json.convertValue(terms, new TypeReference<>() {});
        plain.values().removeIf(Objects::isNull);
        return plain;
    }
}
