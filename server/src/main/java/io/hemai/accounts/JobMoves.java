package io.hemai.accounts;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.merging.Merges;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Values;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Remembers where a contact worked before. */
@Component
class JobMoves implements Reaction {
    private static final SystemIdentity REMEMBERING = new SystemIdentity("job moves", "a contact changed accounts");

    private final ContactObject contact;
    private final JobMoveObject move;
    private final ObjectProvider<Records> records;

    JobMoves(ContactObject contact, JobMoveObject move, ObjectProvider<Records> records) {
        this.contact = contact;
        this.move = move;
        this.records = records;
    }

    @Override
    public String object() {
        return contact.name();
    }

    @Override
    public void after(ChangeSet written) {
        LocalDate today = LocalDate.ofInstant(written.now(), written.context().zone());
        List<Values> moves = written.sound(Change.Kind.UPDATE).stream()
                .filter(c -> !Merges.made(c))
                .filter(c -> c.previous(contact.account) != null && c.changes(contact.account))
                .map(c -> Values.of(move.contact, c.id())
                        .set(move.account, c.previous(contact.account))
                        .set(move.title, c.previous(contact.title))
                        .set(move.endedOn, today))
                .toList();
        if (!moves.isEmpty()) {
            Acting.run(REMEMBERING, () -> records.getObject().create(move, moves));
        }
    }
}
