package io.hemai.records.verb;

import io.hemai.access.Rights;
import io.hemai.access.Shares;
import io.hemai.kernel.Filter;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says whether who reads a record may change it and, to those who may, with whom it is shared. */
@Component
final class SharingOfRecord implements Verb<NoInput, SharingOfRecord.Sharing> {
    private final Records records;
    private final Shares shares;

    SharingOfRecord(Records records, Shares shares) {
        this.records = records;
        this.shares = shares;
    }

    /**
     * How the record is shared.
     *
     * @param with nobody where who asks may not change it
     */
    record Sharing(boolean change, List<ShareRecord.With> with) {}

    @Override
    public String object() {
        return "*";
    }

    @Override
    public boolean offeredFor(ObjectType type) {
        return type.is(ObjectTrait.OWNED);
    }

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public boolean permitted(Rights rights) {
        return !rights.read().equals(Filter.none());
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Sharing run(Row record, NoInput input) {
        boolean change = records.mayChange(record.type(), record.id());
        return new Sharing(change, change ? ShareRecord.standing(shares, record.id()) : List.of());
    }
}
