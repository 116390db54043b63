package io.hemai.approvals;

import io.hemai.access.Person;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives what was asked of people who have left since to whoever follows them: their manager, else an administrator. */
@Component
class Leavers {
    private final ApprovalTaskObject task;
    private final Parts of;

    Leavers(ApprovalTaskObject task, Parts of) {
        this.task = task;
        this.of = of;
    }

    /** Whether anybody has been followed, so that things stand otherwise now. */
    boolean followed(Asking asking, Row standing, List<Row> parts, Signers.Search search, Sheet sheet) {
        boolean submitter = submitter(asking, standing, search, sheet);
        Set<RecordId> asked = of.notAgain(asking, standing, parts);
        List<Row> left = of.signing(standing, parts)
                .filter(part -> of.isOpen(part) && search.hasLeft(part.require(CommonFields.OWNER)))
                .toList();
        boolean signers = false;
        for (Row part : left) {
            RecordId gone = part.require(CommonFields.OWNER);
            Optional<Person> next = search.standIn(gone)
                    .filter(one -> !asked.contains(one.person().id()))
                    .or(() -> search.above(gone, asked))
                    .or(() -> search.administrators().stream()
                            .filter(one -> !asked.contains(one.person().id()))
                            .findFirst())
                    .map(Signers.Signer::person);
            if (next.isPresent()) {
                signers = true;
                asked.add(next.get().id());
                give(standing, part, next.get(), sheet);
                tell(asking, standing, gone, next.get(), sheet);
            }
        }
        return submitter || signers;
    }

    /** Whoever follows the submitter may take it back and submit it once more. */
    private boolean submitter(Asking asking, Row standing, Signers.Search search, Sheet sheet) {
        RecordId owner = standing.value(CommonFields.OWNER);
        if (owner == null || !search.hasLeft(owner)) {
            return false;
        }
        Optional<Person> next = search.standIn(owner)
                .or(() -> search.administrators().stream().findFirst())
                .map(Signers.Signer::person);
        next.ifPresent(person -> {
            sheet.of(standing).set(CommonFields.OWNER, person.id());
            tell(asking, standing, owner, person, sheet);
        });
        return next.isPresent();
    }

    /** Who waits for the turn of others knows nothing of it yet, so the part itself goes on. */
    private void give(Row standing, Row part, Person to, Sheet sheet) {
        if (part.value(task.status) == TaskStatus.PENDING) {
            of.handOn(standing, part, to.id(), sheet);
        } else {
            sheet.ofTask(part).set(CommonFields.OWNER, to.id()).set(task.inPlaceOf, part.require(CommonFields.OWNER));
        }
    }

    private void tell(Asking asking, Row standing, RecordId gone, Person next, Sheet sheet) {
        of.tell(standing, Deed.TOOK_OVER, new Sheet.Doer(gone, of.name(gone)), next.label(), sheet);
        of.lend(asking.record(), Stream.of(next.id()));
    }
}
