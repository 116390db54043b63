package io.hemai.records.verb;

import io.hemai.access.AccessError;
import io.hemai.access.Share;
import io.hemai.access.ShareLevel;
import io.hemai.access.Shares;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets colleagues see a record, or work on it, whom their roles would not; who may change it may share it. */
@Component
final class ShareRecord implements Verb<ShareRecord.Input, ShareRecord.Shared> {
    private static final String NONE = "none";

    private final Records records;
    private final Shares shares;

    ShareRecord(Records records, Shares shares) {
        this.records = records;
        this.shares = shares;
    }

    /** One person, or everybody of a department. */
    record Whom(
            @Asked(target = "user") @Nullable RecordId user,
            @Asked(target = "department") @Nullable RecordId department) {
        private static Whom of(Share.With with) {
            return switch (with) {
                case Share.With.User(var id) -> new Whom(id, null);
                case Share.With.Department(var id) -> new Whom(null, id);
            };
        }
    }

    /**
     * With whom, and how far.
     *
     * @param level {@code read} or {@code write}, or {@code none} to end it
     */
    record Input(
            @Asked(required = true) @Nullable List<Whom> with,

            @Asked(
                    choices = {"read", "write", NONE},
                    initially = "read")
            @Nullable
            String level) {}

    /** One with whom it is shared. */
    record With(@Nullable RecordId user, @Nullable RecordId department, String level) {}

    /** With whom it is shared now. */
    record Shared(List<With> with) {}

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
        return "share";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Shared run(Row record, Input input) {
        String level = input.level() == null ? ShareLevel.READ.code() : input.level();
        Problems problems = new Problems();
        List<Share.With> with = named(input, problems);
        problems.refuseIfAny();
        return records.together(() -> {
            records.lockToChange(record.type(), record.id());
            if (level.equals(NONE)) {
                shares.revoke(record.id(), with);
            } else {
                shares.grant(
                        record.type(), record.id(), with, ShareLevel.of(level).orElseThrow());
            }
            return new Shared(standing(shares, record.id()));
        });
    }

    private static List<Share.With> named(Input input, Problems problems) {
        List<Share.With> with = new ArrayList<>();
        for (Whom one : input.with() == null ? List.<Whom>of() : input.with()) {
            if (one.user() != null && one.department() == null) {
                with.add(new Share.With.User(one.user()));
            } else if (one.department() != null && one.user() == null) {
                with.add(new Share.With.Department(one.department()));
            } else {
                problems.add("with", KernelError.NOT_ONE_OF, "with", "…", "{\"user\": id}, {\"department\": id}");
            }
        }
        if (with.isEmpty() && problems.isEmpty()) {
            problems.add("with", input.with() == null ? KernelError.MISSING : AccessError.NOBODY_NAMED, "with");
        }
        return with;
    }

    /** With whom the record is shared, in the order shared. */
    static List<With> standing(Shares shares, RecordId record) {
        return shares.of(record).stream()
                .map(share -> {
                    Whom whom = Whom.of(share.with());
                    return new With(
                            whom.user(), whom.department(), share.level().code());
                })
                .toList();
    }
}
