package io.hemai.accounts;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;

class JobMoveObjectTests extends StandardObjectContract {
    @Autowired
    JobMoveObject move;

    @Autowired
    ContactObject contact;

    @Override
    protected StandardObject object() {
        return move;
    }

    @Override
    protected Values example() {
        return Values.of(move.contact, records.create(contact, Values.of(contact.name, "王芳")))
                .set(move.title, "采购主管")
                .set(move.endedOn, LocalDate.of(2026, 1, 31));
    }
}
