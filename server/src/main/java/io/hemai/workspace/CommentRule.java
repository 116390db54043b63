package io.hemai.workspace;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.Rule;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A comment is about a record and stays with it; it is called by its first line. */
@Component
final class CommentRule implements Rule {
    private static final int LONGEST_SUBJECT = 80;

    private final CommentObject comment;

    CommentRule(CommentObject comment) {
        this.comment = comment;
    }

    @Override
    public String object() {
        return comment.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            boolean about = links().anyMatch(link -> change.value(link) != null);
            if (change.creates() && !about) {
                change.refuse(comment.about, RecordsError.REQUIRED, comment.about.name());
            } else if (!change.creates() && !change.trusted() && links().anyMatch(change::changes)) {
                change.refuse(comment.about, WorkspaceError.ABOUT_STAYS);
            }
            String body = change.value(comment.body);
            if (body != null && change.changes(comment.body)) {
                change.set(comment.subject, firstLine(Mentions.plain(body)));
            }
        }
    }

    private Stream<Field<?>> links() {
        return Stream.concat(Stream.of(comment.about), comment.concerned().stream());
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse(body).strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
