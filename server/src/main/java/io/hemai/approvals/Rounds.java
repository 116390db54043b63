package io.hemai.approvals;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One step of an approval: opened, reminded of, settled. */
@Component
class Rounds {
    /** Who left in the very moment in which they were asked is noticed then. */
    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(1);

    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final PeopleSource people;
    private final Parts of;
    private final TimeLimits limits;
    private final Content content;
    private final JsonMapper json;

    Rounds(
            ApprovalObject approval,
            ApprovalTaskObject task,
            PeopleSource people,
            Parts of,
            TimeLimits limits,
            Content content,
            JsonMapper json) {
        this.approval = approval;
        this.task = task;
        this.people = people;
        this.of = of;
        this.limits = limits;
        this.content = content;
        this.json = json;
    }

    /** How it stands with what is asked, which is opened where it is not. */
    Standing take(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        if (!asking.step().equals(standing.value(approval.step))) {
            return open(asking, standing, parts, search, sheet);
        }
        return switch (standing.require(approval.turn)) {
            case OPEN -> limits.waiting(asking, standing, parts, search, sheet);
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

    /**
     * A signer of a step, who may have signed without being asked.
     *
     * @param due by when; null for whenever they like
     */
    private record Part(
            Signers.Signer signer,
            TaskStatus status,
            @Nullable Instant due) {
        Signatures.Signature signature() {
            return new Signatures.Signature(status, false);
        }
    }

    private Standing open(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        Terms terms = asking.terms();
        long round = standing.require(approval.round) + 1;
        String stepName = Objects.requireNonNullElse(terms.title(), asking.flow());
        List<Part> signing = signing(asking, standing, parts, search);
        Row opened = opened(asking, standing, stepName, latest(signing));
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
        now.set(
                approval.fingerprint,
                content.fingerprint(asking.run().toString(), asking.record(), List.copyOf(covered(standing, terms))));
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
    private Row opened(Asking asking, Row standing, String stepName, @Nullable Instant due) {
        Object[] values = standing.values();
        values[standing.type().place(approval.step)] = asking.step();
        values[standing.type().place(approval.stepName)] = stepName;
        values[standing.type().place(approval.dueAt)] = due;
        return new Row(standing.type(), values);
    }

    /** When the time of all is up who are still to decide; by their hours some have longer than others. */
    private static @Nullable Instant latest(List<Part> signing) {
        return signing.stream()
                .filter(part -> part.status() == TaskStatus.PENDING)
                .map(Part::due)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
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
        Set<RecordId> before = asking.terms().skipsRepeated() ? signed(standing, parts) : Set.of();
        List<Part> found = signing(asking, search.of(asking, submitter), submitter, before, search);
        if (!found.isEmpty() || !asking.terms().whereNobody().equals("administrators")) {
            return found;
        }
        List<Signers.Signer> administrators = search.administrators();
        List<Signers.Signer> others = administrators.stream()
                .filter(one -> !one.person().id().equals(submitter))
                .toList();
        // the only administrator there is has nobody else to ask
        return (others.isEmpty() ? administrators : others)
                .stream().map(one -> part(asking, one, before, search)).toList();
    }

    private static List<Part> signing(
            Asking asking,
            List<Signers.Signer> found,
            @Nullable RecordId submitter,
            Set<RecordId> before,
            Signers.Search search) {
        Set<RecordId> asked = found.stream().map(one -> one.person().id()).collect(Collectors.toSet());
        List<Part> signing = new ArrayList<>();
        for (Signers.Signer signer : found) {
            String rule =
                    signer.person().id().equals(submitter) ? asking.terms().whereSelf() : "ask";
            switch (rule) {
                case "manager" ->
                    search.above(signer.person().id(), asked).ifPresent(boss -> {
                        asked.add(boss.person().id());
                        signing.add(part(asking, boss, before, search));
                    });
                case "skip" -> signing.add(new Part(signer, TaskStatus.APPROVED, null));
                default -> signing.add(part(asking, signer, before, search));
            }
        }
        return signing;
    }

    private static Part part(Asking asking, Signers.Signer signer, Set<RecordId> signedBefore, Signers.Search search) {
        boolean did = signedBefore.contains(signer.person().id());
        return new Part(
                signer, did ? TaskStatus.APPROVED : TaskStatus.PENDING, search.due(asking.terms(), signer.person()));
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
                            .set(task.dueAt, part.due())
                            .set(task.position, position++)
                            .set(task.inPlaceOf, part.signer().inPlaceOf())
                            .set(task.decidedAt, part.status() == TaskStatus.APPROVED ? sheet.now() : null));
            turn = turn && part.status() == TaskStatus.APPROVED;
            if (part.status() == TaskStatus.APPROVED) {
                tellPassed(opened, part, sheet);
            } else if (part.signer().inPlaceOf() != null) {
                String meant = of.name(part.signer().inPlaceOf());
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
        of.lend(
                asking.record(),
                signing.stream().map(part -> part.signer().person().id()));
        String whom = Signers.names(signing.stream()
                .filter(part -> part.status() == TaskStatus.PENDING)
                .map(Part::signer));
        Instant due = opened.value(approval.dueAt);
        Instant again = sheet.now().plus(LOOKED_AT_AGAIN);
        return new Standing.Waiting(due != null && due.isBefore(again) ? due : again, whom);
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
            of.refused(opened, sheet);
        }
        return passed ? new Standing.Passed() : new Standing.Refused();
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
        of.lend(asking.record(), fresh.stream());
    }

    private Object plain(Terms terms) {
        Map<String, @Nullable Object> plain = json.convertValue(terms, new TypeReference<>() {});
        plain.values().removeIf(Objects::isNull);
        return plain;
    }
}
