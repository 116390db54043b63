package io.hemai.approvals;

import io.hemai.kernel.RecordId;
import io.hemai.notification.Notice;
import io.hemai.notification.Notifications;
import io.hemai.notification.Said;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what people are told in the course of approvals: who is asked, and who waits to hear what came of it. */
final class News {
    private static final String KIND = "approval";
    /** How it may stand so that who submitted it wants to know. */
    private static final Set<ApprovalStatus> WORTH_TELLING =
            Set.of(ApprovalStatus.APPROVED, ApprovalStatus.REFUSED, ApprovalStatus.VOIDED);

    private final ApprovalObject approval;
    private final Map<RecordId, List<Notice>> told = new LinkedHashMap<>();
    private final Map<String, List<RecordId>> settled = new HashMap<>();

    News(ApprovalObject approval) {
        this.approval = approval;
    }

    /**
     * It is the person's turn to do something about it.
     *
     * @param part what tells this from whatever else the person has to do about it
     */
    void asked(RecordId person, Row standing, TaskKind kind, String part) {
        tell(person, notice(standing, kind.name()).once(part).from("approval " + kind));
    }

    /** Once more, since the person has not done it. */
    void reminded(RecordId person, Row standing, String part) {
        tell(person, notice(standing, "reminded").once(part));
    }

    /** What became of it, to who submitted it. */
    void stands(Row standing, @Nullable ApprovalStatus how) {
        RecordId submitter = standing.value(approval.submitter);
        if (submitter != null && how != null && WORTH_TELLING.contains(how)) {
            tell(submitter, notice(standing, how.name()));
        }
    }

    /** Nothing is left for the person to do about it. */
    void settled(RecordId person, String part) {
        settled.computeIfAbsent(part, key -> new ArrayList<>()).add(person);
    }

    private void tell(RecordId person, Notice notice) {
        told.computeIfAbsent(person, id -> new ArrayList<>()).add(notice);
    }

    private Notice notice(Row standing, String what) {
        return Notice.of(KIND, Said.coded("notice.approval." + what.toLowerCase(Locale.ROOT), standing.label()))
                .about(standing.require(approval.about));
    }

    void send(Notifications notifications) {
        settled.forEach((key, people) -> notifications.settle(people, key));
        notifications.tell(told);
    }
}
