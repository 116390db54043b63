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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The parts of people in an approval: who has one, and what becomes of it. */
@Component
class Parts {
    private final ApprovalObject approval;
    private final ApprovalTaskObject task;
    private final PeopleSource people;
    private final Shares shares;
    private final JsonMapper json;

    Parts(ApprovalObject approval, ApprovalTaskObject task, PeopleSource people, Shares shares, JsonMapper json) {
        this.approval = approval;
        this.task = task;
        this.people = people;
        this.shares = shares;
        this.json = json;
    }

    /** The terms on which the step asks that is open. */
    Terms terms(Row standing) {
        Object kept = standing.value(approval.terms);
        return JsonBody.fit(json, kept == null ? Map.of() : kept, Terms.class);
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

    /** Whether it is still to be decided, now or later. */
    boolean isOpen(Row part) {
        return part.value(task.status) == TaskStatus.PENDING || part.value(task.status) == TaskStatus.LATER;
    }

    /** Who is not asked in the place of others: whoever is asked at this step, and who submits. */
    Set<RecordId> notAgain(Asking asking, Row standing, List<Row> parts) {
        Set<RecordId> asked = signing(standing, parts)
                .map(part -> part.require(CommonFields.OWNER))
                .collect(Collectors.toCollection(HashSet::new));
        RecordId submitter = standing.value(approval.submitter);
        if (submitter != null && !asking.terms().whereSelf().equals("ask")) {
            asked.add(submitter);
        }
        return asked;
    }

    /** Notes what happened at the step that is asked now. */
    void tell(Row standing, Deed deed, Sheet.Doer by, String others, Sheet sheet) {
        sheet.tell(standing, deed, by, standing.value(approval.stepName), others, null);
    }

    /** Gives a part to somebody else, with all that hangs on it; answers what that one has. */
    Values handOn(Row standing, Row part, RecordId to, Sheet sheet) {
        sheet.over(standing, part, TaskStatus.HANDED_ON);
        Values given = sheet.part(standing, to, TaskKind.SIGN, TaskStatus.PENDING, part.require(task.round))
                .set(task.position, part.require(task.position))
                .set(task.added, part.require(task.added))
                .set(task.holdsUp, part.value(task.holdsUp))
                .set(task.dueAt, part.value(task.dueAt))
                .set(task.inPlaceOf, part.require(CommonFields.OWNER));
        sheet.create(standing, given);
        return given;
    }

    /** Nothing is left to be done by those who have not done it. */
    void cancel(Row standing, Collection<Row> parts, Sheet sheet) {
        parts.stream()
                .filter(part -> part.value(task.kind) != TaskKind.COPY)
                .filter(this::isOpen)
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

    /** Who is asked about a record may read it. */
    void lend(Row record, Stream<RecordId> to) {
        shares.lend(
                record.type(), to.map(person -> new Loan(record.id(), person)).toList());
    }

    /** It was not approved. */
    void refused(Row standing, Sheet sheet) {
        sheet.of(standing).set(approval.status, ApprovalStatus.REFUSED).set(approval.settledAt, sheet.now());
    }
}
