package io.hemai.automation.run;

import io.hemai.access.PeopleSource;
import io.hemai.approvals.Approvals;
import io.hemai.automation.store.RunLog;
import io.hemai.automation.store.RunStore;
import io.hemai.calendar.WorkingTimes;
import io.hemai.metadata.Metadata;
import io.hemai.records.Matcher;
import io.hemai.records.RecordTexts;
import io.hemai.records.Records;
import io.hemai.records.verb.Verbs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What steps are taken with. */
@Component
record FlowParts(
        RunStore runs,
        RunLog log,
        Approvals approvals,
        Records records,
        RecordTexts texts,
        Verbs verbs,
        Matcher matcher,
        Metadata metadata,
        FlowTelling telling,
        FlowMail mail,
        FlowMessages messages,
        FlowLoops loops,
        ObjectProvider<PeopleSource> people,
        WorkingTimes times) {}
