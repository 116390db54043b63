package io.hemai.correspondence;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.messaging.Mailbox;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.records.ValueContexts;
import io.hemai.timeline.ActivityKind;
import io.hemai.timeline.ActivityObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks through what somebody wants to mail, and says all that is wrong with it at once. */
@Component
class Drafts {
    static final int MOST_RECIPIENTS = 50;
    static final int MOST_FILES = 20;
    /** What most mail servers take, less what the encoding adds. */
    static final int MOST_MEGABYTES = 20;

    private static final long MEGABYTE = 1024L * 1024;

    private final ActivityObject activity;
    private final RichTextType richText;
    private final Records records;
    private final StoredFiles files;
    private final ValueContexts contexts;

    Drafts(ActivityObject activity, RichTextType richText, Records records, StoredFiles files, ValueContexts contexts) {
        this.activity = activity;
        this.richText = richText;
        this.records = records;
        this.files = files;
        this.contexts = contexts;
    }

    Draft of(SendMail.Input input) {
        Problems problems = new Problems();
        List<Mailbox> to = boxes("to", input.to(), problems);
        List<Mailbox> cc = boxes("cc", input.cc(), problems);
        List<Mailbox> bcc = boxes("bcc", input.bcc(), problems);
        if (to.isEmpty() && !problems.concern("to")) {
            problems.add("to", KernelError.MISSING, "to");
        }
        if (to.size() + cc.size() + bcc.size() > MOST_RECIPIENTS) {
            problems.add("to", CorrespondenceError.TOO_MANY_RECIPIENTS, MOST_RECIPIENTS);
        }
        String subject = input.subject() == null ? "" : input.subject().strip();
        if (subject.isEmpty()) {
            problems.add("subject", KernelError.MISSING, "subject");
        }
        String html = html(input.body(), problems);
        List<RecordId> images = richText.files(html);
        List<RecordId> attached = input.files() == null
                ? List.of()
                : input.files().stream().distinct().toList();
        checkFiles(attached, images, problems);
        Row answers = answered(input.answers(), problems).orElse(null);
        problems.refuseIfAny();
        return new Draft(to, cc, bcc, subject, html, images, attached, answers);
    }

    private static List<Mailbox> boxes(String field, @Nullable List<String> given, Problems problems) {
        List<Mailbox> boxes = new ArrayList<>();
        for (String each : given == null ? List.<String>of() : given) {
            Optional<Mailbox> box = each == null ? Optional.empty() : Mailbox.of(each);
            if (box.isEmpty()) {
                problems.add(field, CorrespondenceError.NO_ADDRESS, String.valueOf(each));
            } else if (boxes.stream().noneMatch(box.get()::isSame)) {
                boxes.add(box.get());
            }
        }
        return boxes;
    }

    private String html(@Nullable String body, Problems problems) {
        return switch (body == null ? Coerced.<String>good(null) : richText.coerce(body, contexts.current())) {
            case Coerced.Good<String>(var html) when html != null -> html;
            case Coerced.Good<String> _ -> {
                problems.add("body", KernelError.MISSING, "body");
                yield "";
            }
            case Coerced.Bad<String>(ErrorCode code, List<Object> args) -> {
                problems.add("body", code, args.toArray());
                yield "";
            }
        };
    }

    /** Whoever writes must be able to read what goes out. */
    private void checkFiles(List<RecordId> attached, List<RecordId> images, Problems problems) {
        if (attached.size() + images.size() > MOST_FILES) {
            problems.add("files", CorrespondenceError.TOO_MANY_FILES, MOST_FILES);
            return;
        }
        List<RecordId> all =
                Stream.concat(attached.stream(), images.stream()).distinct().toList();
        Map<RecordId, StoredFile> readable = new HashMap<>(files.readable(all));
        readable.putAll(own(all));
        attached.stream()
                .filter(file -> !readable.containsKey(file))
                .forEach(file -> problems.add("files", CorrespondenceError.FILE_NOT_FOUND, file));
        images.stream()
                .filter(file -> !readable.containsKey(file))
                .forEach(file -> problems.add("body", CorrespondenceError.FILE_NOT_FOUND, file));
        long bytes = readable.values().stream().mapToLong(StoredFile::size).sum();
        if (bytes > MOST_MEGABYTES * MEGABYTE) {
            problems.add("files", CorrespondenceError.FILES_TOO_LARGE, MOST_MEGABYTES);
        }
    }

    /** What one stored oneself one may send, even where only a mail has it that was taken back. */
    private Map<RecordId, StoredFile> own(List<RecordId> all) {
        Optional<RecordId> me = Acting.user().map(UserIdentity::user);
        Map<RecordId, StoredFile> own = new HashMap<>(files.of(all));
        own.values().removeIf(file -> me.isEmpty() || !me.get().equals(file.createdBy()));
        return own;
    }

    private Optional<Row> answered(@Nullable RecordId id, Problems problems) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<Row> mail = Optional.ofNullable(
                        records.rows(activity.name(), List.of(id)).get(id))
                .filter(row -> row.value(activity.kind) == ActivityKind.MAIL);
        if (mail.isEmpty()) {
            problems.add("answers", CorrespondenceError.NO_MAIL, id);
        }
        return mail;
    }
}
