package io.hemai.automation.run;

import io.hemai.access.Gate;
import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.automation.AutomationError;
import io.hemai.automation.FlowObject;
import io.hemai.automation.FlowVersionObject;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunLog;
import io.hemai.identity.Acting;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.SystemIdentity;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Why something was done to a record: the run of a flow behind it, for who may read the record that the run was about, or one that it
 * touched.
 */
@RestController
@RequestMapping(path = "/api/v1/flows/why", produces = MediaType.APPLICATION_JSON_VALUE)
class FlowWhy {
    private static final SystemIdentity TELLING = new SystemIdentity("flows", "tells why");

    private final FlowObject flow;
    private final FlowVersionObject version;
    private final RunLog log;
    private final Journal journal;
    private final PeopleSource people;
    private final Records records;
    private final Gate gate;
    private final Metadata metadata;
    private final Wording wording;
    private final TenantTransactions transactions;

    FlowWhy(
            FlowObject flow,
            FlowVersionObject version,
            RunLog log,
            Journal journal,
            PeopleSource people,
            Records records,
            Gate gate,
            Metadata metadata,
            Wording wording,
            TenantTransactions transactions) {
        this.flow = flow;
        this.version = version;
        this.log = log;
        this.journal = journal;
        this.people = people;
        this.records = records;
        this.gate = gate;
        this.metadata = metadata;
        this.wording = wording;
        this.transactions = transactions;
    }

    @GetMapping("/{run}")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, @Nullable Object> why(@PathVariable String run, Parameters parameters) {
        parameters.only("object", "record");
        Optional<String> object = parameters.text("object");
        Optional<RecordId> record = parameters.text("record").flatMap(RecordId::parse);
        return transactions.read(() -> {
            FlowRun found = RecordId.parse(run)
                    .flatMap(log::find)
                    .filter(one -> mayAsk(one, object, record))
                    .orElseThrow(() -> Refusal.of(AutomationError.RUN_NOT_FOUND, run));
            boolean sees = reads(records.type(flow));
            return Acting.call(TELLING, () -> told(found, sees));
        });
    }

    private boolean mayAsk(FlowRun run, Optional<String> object, Optional<RecordId> record) {
        if (object.isPresent() && record.isPresent()) {
            return touched(run, object.get(), record.get()) && isReadable(object.get(), record.get());
        }
        return isReadable(run.object(), run.record());
    }

    private boolean touched(FlowRun run, String object, RecordId record) {
        return journal.of(object, record, Long.MAX_VALUE, Limits.CHUNK).stream()
                .map(Entry::origin)
                .anyMatch(origin -> origin != null && run.id().equals(origin.work()));
    }

    private boolean isReadable(String object, RecordId record) {
        return metadata.current()
                .find(object)
                .filter(this::reads)
                .filter(type -> !records.rows(type.name(), Set.of(record)).isEmpty())
                .isPresent();
    }

    private boolean reads(ObjectType type) {
        return !gate.rights(Acting.who(), type).read().equals(Filter.none());
    }

    /** Its name is no secret to who is told that it was at work; where it is drawn is, to who does not see flows. */
    private Map<String, @Nullable Object> told(FlowRun run, boolean sees) {
        Optional<Row> by = Optional.ofNullable(
                records.rows(version.name(), Set.of(run.version())).get(run.version()));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("flow", sees ? run.flow().toString() : null);
        told.put("name", by.map(Row::label).orElse(""));
        told.put("version", by.map(row -> row.require(version.number)).orElse(null));
        told.put("trigger", by.flatMap(this::trigger).map(this::label).orElse(null));
        told.put("by", starter(run));
        told.put("begun_at", run.begunAt().toString());
        return told;
    }

    private Optional<String> trigger(Row row) {
        return row.require(version.definition) instanceof Map<?, ?> definition
                        && definition.get("trigger") instanceof Map<?, ?> trigger
                ? Optional.of(String.valueOf(trigger.get("kind")))
                : Optional.empty();
    }

    private Map<String, String> label(String trigger) {
        return wording.label("flow.trigger." + trigger).sorted();
    }

    private @Nullable String starter(FlowRun run) {
        RecordId person = run.by().person();
        return person == null ? null : people.person(person).map(Person::label).orElse(null);
    }
}
