package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.query.FilterJson;
import io.hemai.records.store.ExportStore;
import io.hemai.records.store.JobState;
import io.hemai.records.store.RowReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of records for people to take away: asked for and fetched here by the same person, written in the background. */
@Component
public class Exports {
    private final RunContext with;
    private final ExportStore store;
    private final RowReader reader;
    private final Gate gate;
    private final Backlog backlog;
    private final TransferWorker worker;
    private final Clock clock;

    Exports(
            RunContext with,
            ExportStore store,
            RowReader reader,
            Gate gate,
            Backlog backlog,
            TransferWorker worker,
            Clock clock) {
        this.with = with;
        this.store = store;
        this.reader = reader;
        this.gate = gate;
        this.backlog = backlog;
        this.worker = worker;
        this.clock = clock;
    }

    /** A finished file. */
    public record Finished(Path path, String name, String mediaType) {}

    /** Queues an export; what is wrong with filter, fields or rights is refused at once. */
    public ExportStore.Job start(String object, @Nullable Object filter, List<String> fields, ExportFormat format) {
        requireExport(object);
        Query query =
                Query.of(object).where(FilterJson.read(filter)).fields(fields).limit(1);
        reader.shown(query.fields(fields.isEmpty() ? List.of("id") : fields), null, row -> {});
        ExportSettings settings = new ExportSettings(filter, fields, format, Requester.of(Acting.who()));
        RecordId id = RecordId.next();
        worker.announce(id, ExportTask.KIND);
        with.transactions().write(() -> {
            backlog.requireRoom();
            store.create(ExportStore.Job.queued(
                    id, object, with.json().writeValueAsString(settings), OffsetDateTime.now(clock)));
        });
        worker.wake(id, ExportTask.KIND);
        return find(id);
    }

    private void requireExport(String object) {
        ObjectType type = with.metadata()
                .current()
                .find(object)
                .orElseThrow(() -> Refusal.of(RecordsError.UNKNOWN_OBJECT, object));
        Rights rights = gate.rights(Acting.who(), type);
        if (rights.read().equals(Filter.none())) {
            throw Refusal.of(RecordsError.UNKNOWN_OBJECT, object);
        }
        if (!rights.export()) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, object);
        }
    }

    /** An export of the person's own, who may still export the object. */
    public ExportStore.Job find(RecordId id) {
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        ExportStore.Job found = store.find(id)
                .filter(job -> Objects.equals(person, job.createdBy()))
                .orElseThrow(() -> Refusal.of(TransferError.EXPORT_NOT_FOUND));
        requireExport(found.object());
        return found;
    }

    /** The file of a finished export, for a day. */
    public Finished file(RecordId id) {
        ExportStore.Job job = find(id);
        ExportSettings settings = with.json().readValue(job.settings(), ExportSettings.class);
        Path path = with.shelf().exported(ExportTask.name(id, settings));
        OffsetDateTime finished = job.finishedAt();
        boolean ready = job.state() == JobState.DONE
                && finished != null
                && finished.plus(Tidying.EXPORTS_STAY).isAfter(OffsetDateTime.now(clock))
                && Files.exists(path);
        if (!ready) {
            throw Refusal.of(TransferError.EXPORT_NOT_READY);
        }
        String code = settings.format().code();
        return new Finished(path, job.object() + "." + code, settings.format().mediaType());
    }
}
