package io.hemai.records.transfer;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.journal.ActorKind;
import io.hemai.journal.Cause;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.RecordsError;
import io.hemai.records.store.MassActStore;
import io.hemai.records.transfer.file.FileError;
import io.hemai.records.transfer.file.Survey;
import io.hemai.records.transfer.file.Table;
import io.hemai.records.transfer.file.TableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings in files of records: started, watched, stopped and undone here, done in the background. */
@Component
public class Imports {
    private final RunContext with;
    private final Gate gate;
    private final Proposer proposer;
    private final ErrorColumns errorColumns;
    private final MassActs acts;
    private final Backlog backlog;
    private final TransferWorker worker;
    private final Clock clock;

    Imports(
            RunContext with,
            Gate gate,
            Proposer proposer,
            ErrorColumns errorColumns,
            MassActs acts,
            Backlog backlog,
            TransferWorker worker,
            Clock clock) {
        this.with = with;
        this.gate = gate;
        this.proposer = proposer;
        this.errorColumns = errorColumns;
        this.acts = acts;
        this.backlog = backlog;
        this.worker = worker;
        this.clock = clock;
    }

    /** Takes in a file and queues its import; what is wrong with file, mapping or rights is refused at once. */
    public MassActStore.Job start(ImportRequest request, InputStream content) {
        ObjectType type = permitted(request.object(), request.mode());
        with.transactions().write(backlog::look);
        return start(type, request, with.shelf().keep(content));
    }

    /** The same with the file of an earlier import of one's own. */
    public MassActStore.Job again(ImportRequest request, RecordId earlier) {
        ObjectType type = permitted(request.object(), request.mode());
        with.transactions().write(backlog::look);
        ImportSettings before = settings(find(earlier));
        return start(type, request.called(before.fileName()), new FileShelf.Kept(before.file(), before.fileSize()));
    }

    private MassActStore.Job start(ObjectType type, ImportRequest request, FileShelf.Kept kept) {
        Rights rights = gate.rights(Acting.who(), type);
        boolean past = gate.may(Acting.who(), AdminAbility.IMPORTS_HISTORY);
        try (TableFile file = TableFile.open(with.shelf().imported(kept.name()), request.fileName(), request.form())) {
            Table table = errorColumns.without(request.sheet() == null ? file.table() : file.table(request.sheet()));
            Survey survey = Survey.beginning(table);
            if (survey.rows() == 0) {
                throw Refusal.of(FileError.NO_ROWS);
            }
            Fillable fillable = new Fillable(type, rights, past, with.metadata(), gate);
            Proposal proposal = proposer.propose(file, survey, type, fillable);
            Mapping mapping =
                    request.mapping() == null ? proposal.mapping(request.mode()) : MappingJson.read(request.mapping());
            List<String> match = request.look()
                    ? request.match()
                    : new MappingCheck(type, rights, fillable)
                            .check(
                                    mapping,
                                    table.header(),
                                    request.mode(),
                                    request.match(),
                                    request.dryRun() && request.mapping() == null);
            ImportSettings settings = settings(request, kept, mapping, match, past);
            return request.look() ? looked(type, settings, proposal, survey) : queued(type, settings, proposal, survey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportSettings settings(
            ImportRequest request, FileShelf.Kept kept, Mapping mapping, List<String> match, boolean past) {
        RecordId from = request.from();
        return new ImportSettings(
                request.fileName(),
                kept.name(),
                kept.size(),
                request.sheet(),
                request.form(),
                from == null ? null : from.toString(),
                request.look(),
                mapping,
                request.mode(),
                match,
                request.duplicates(),
                request.dryRun() || request.look(),
                request.repair(),
                past,
                Requester.of(Acting.who()));
    }

    private ObjectType permitted(String object, ImportMode mode) {
        ObjectType type = with.metadata()
                .current()
                .find(object)
                .orElseThrow(() -> Refusal.of(RecordsError.UNKNOWN_OBJECT, object));
        Rights rights = gate.rights(Acting.who(), type);
        boolean creates = mode == ImportMode.UPDATE || rights.create();
        if (!rights.imports() || !creates) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, object);
        }
        return type;
    }

    private MassActStore.Job job(
            RecordId id, ObjectType type, ImportSettings settings, Proposal proposal, Survey survey) {
        return MassActStore.Job.queued(
                id,
                ImportTask.KIND,
                type.name(),
                with.json().writeValueAsString(settings),
                survey.whole() ? survey.rows() : MassActStore.UNCOUNTED,
                with.json().writeValueAsString(proposal),
                OffsetDateTime.now(clock));
    }

    private MassActStore.Job looked(ObjectType type, ImportSettings settings, Proposal proposal, Survey survey) {
        RecordId id = RecordId.next();
        with.store().create(job(id, type, settings, proposal, survey).ended());
        return find(id);
    }

    private MassActStore.Job queued(ObjectType type, ImportSettings settings, Proposal proposal, Survey survey) {
        RecordId id = RecordId.next();
        worker.announce(id, ImportTask.KIND);
        MassActStore.Job job = job(id, type, settings, proposal, survey);
        with.transactions().write(() -> {
            backlog.requireRoom();
            with.store().create(job);
            if (survey.whole()) {
                with.surveys().keep(id, with.json().writeValueAsString(Findings.of(survey)));
            }
        });
        worker.wake(id, ImportTask.KIND);
        return find(id);
    }

    /** An import of the person's own, or another's for who may see what everybody did and all that it was done to. */
    public MassActStore.Job find(RecordId id) {
        return acts.find(ImportTask.KIND, id, TransferError.IMPORT_NOT_FOUND);
    }

    /** The newest imports, or those that are older than one. */
    public List<MassActStore.Job> newest(@Nullable RecordId after, int limit) {
        return acts.newest(ImportTask.KIND, after, limit);
    }

    /** Stops an import where it stands; what is in stays in and can be undone. */
    public MassActStore.Job cancel(RecordId id) {
        MassActStore.Job job = find(id);
        acts.requireInCharge(job);
        acts.cancel(job, TransferError.CANCELLED, TransferError.NOT_RUNNING);
        return find(id);
    }

    /** Queues taking an import back. */
    public MassActStore.Job undo(RecordId id) {
        MassActStore.Job job = find(id);
        ImportSettings settings = settings(job);
        permitted(job.object(), settings.mode());
        acts.requireInCharge(job);
        if (settings.dryRun()) {
            throw Refusal.of(TransferError.NOT_UNDOABLE);
        }
        Cause cause = new Cause(ActorKind.IMPORT, "import undone: " + settings.fileName());
        acts.undo(job, cause, TransferError.NOT_UNDOABLE);
        return find(id);
    }

    ImportSettings settings(MassActStore.Job job) {
        return with.json().readValue(job.settings(), ImportSettings.class);
    }
}
