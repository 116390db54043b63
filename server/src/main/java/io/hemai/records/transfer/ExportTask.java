package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.FilterJson;
import io.hemai.records.store.ExportStore;
import io.hemai.records.store.JobState;
import io.hemai.records.store.RowReader;
import io.hemai.records.store.Shown;
import io.hemai.records.transfer.file.Cell;
import io.hemai.records.transfer.file.TableWriter;
import io.hemai.web.StorageFailures;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes a file of records in the background, a few thousand at a time, within the rights of who asked. */
@Component
class ExportTask implements TransferTask {
    static final String KIND = "export";
    private static final int AT_ONCE = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(ExportTask.class);

    private final RunContext with;
    private final RightsOfNow now;
    private final ExportStore store;
    private final RowReader reader;
    private final ValueContexts contexts;
    private final Metadata metadata;
    private final Gate gate;

    ExportTask(
            RunContext with,
            RightsOfNow now,
            ExportStore store,
            RowReader reader,
            ValueContexts contexts,
            Metadata metadata,
            Gate gate) {
        this.with = with;
        this.now = now;
        this.store = store;
        this.reader = reader;
        this.contexts = contexts;
        this.metadata = metadata;
        this.gate = gate;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(RecordId id, UUID worker) {
        if (!store.begin(id, worker)) {
            return;
        }
        ExportStore.Job job = store.find(id).orElseThrow();
        ExportSettings settings = with.json().readValue(job.settings(), ExportSettings.class);
        Acting.run(settings.requester().identity("export"), () -> {
            Path part = with.shelf().exported(id + "." + worker + ".part");
            try {
                write(job, settings, worker, part);
                Files.move(part, with.shelf().exported(name(id, settings)), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                discard(part);
            }
            store.finish(id, worker, JobState.DONE, null);
        });
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            LOG.warn("{} stays until files are tidied: {}", part, left.toString());
        }
    }

    static String name(RecordId id, ExportSettings settings) {
        return id + "." + settings.format().code();
    }

    private void write(ExportStore.Job job, ExportSettings settings, UUID worker, Path part) throws IOException {
        ObjectType type = metadata.current().require(job.object());
        requireExport(type);
        ValueContext context = contexts.current();
        List<String> paths = paths(type, settings);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
                TableWriter table = settings.format().writer(out, type.plural().in(context.locale()))) {
            table.header(paths.stream().map(p -> label(type, p, context)).toList());
            rows(job, settings, worker, paths, context, table);
        }
    }

    private void requireExport(ObjectType type) {
        if (!gate.rights(Acting.who(), type).export()) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
        }
    }

    private void rows(
            ExportStore.Job job,
            ExportSettings settings,
            UUID worker,
            List<String> paths,
            ValueContext context,
            TableWriter table) {
        Filter filter = FilterJson.read(settings.filter());
        Query query = Query.of(job.object()).where(filter).fields(paths).limit(AT_ONCE);
        long[] written = {0};
        Optional<RecordId> last = Optional.empty();
        do {
            with.halt().check();
            RecordId before = last.orElse(null);
            last = now.call(settings.requester(), () -> {
                requireExport(metadata.current().require(job.object()));
                return reader.shown(query, before, values -> {
                    row(table, values, context);
                    written[0]++;
                });
            });
            if (!store.advance(job.id(), worker, written[0])) {
                throw new LeaseLost();
            }
        } while (last.isPresent());
    }

    private static void row(TableWriter table, List<Shown> values, ValueContext context) {
        try {
            table.row(values.stream().map(v -> cell(v, context)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields in the order asked for. */
    private List<String> paths(ObjectType type, ExportSettings settings) {
        if (!settings.fields().isEmpty()) {
            return settings.fields().stream().distinct().toList();
        }
        return gate.rights(Acting.who(), type).known(type).stream()
                .map(Field::name)
                .toList();
    }

    private String label(ObjectType type, String path, ValueContext context) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return type.field(path).map(f -> f.label().in(context.locale())).orElse(path);
        }
        Optional<Link> link = type.link(path.substring(0, dot));
        Optional<ObjectType> target = link.flatMap(l -> metadata.current().find(l.target()));
        return target.map(t -> link.get().field().label().in(context.locale())
                        + " / "
                        + label(t, path.substring(dot + 1), context))
                .orElse(path);
    }

    private static Cell cell(Shown shown, ValueContext context) {
        return shown.text() == null ? cell(shown.field(), shown.value(), context) : Cell.of(shown.text());
    }

    private static <T> Cell cell(Field<T> field, @Nullable Object value, ValueContext context) {
        return switch (value) {
            case null -> Cell.BLANK;
            case Long number -> new Cell.Decimal(BigDecimal.valueOf(number));
            case BigDecimal number when !field.type().code().equals("percent") -> new Cell.Decimal(number);
            case LocalDate day -> new Cell.Day(day);
            case Instant moment -> new Cell.Moment(LocalDateTime.ofInstant(moment, context.zone()));
            case Money money when money.currency().equals(context.rates().base()) -> new Cell.Decimal(money.amount());
            default -> Cell.of(text(field, value, context));
        };
    }

    @SuppressWarnings("unchecked") // the value was read by the field's own type
    private static <T> String text(Field<T> field, Object value, ValueContext context) {
        return field.type().text((T) value, context);
    }

    @Override
    public void fail(RecordId job, UUID worker, RuntimeException reason) {
        Refusal told = StorageFailures.refusal(reason)
                .orElseGet(() -> reason instanceof Refusal refused ? refused : Refusal.of(TransferError.EXPORT_FAILED));
        store.finish(job, worker, JobState.FAILED, with.error(told));
    }
}
