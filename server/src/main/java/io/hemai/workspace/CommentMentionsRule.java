package io.hemai.workspace;

import io.hemai.access.PeopleSource;
import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A comment names people who may read what it is about. */
@Component
final class CommentMentionsRule extends MentionsRule {
    CommentMentionsRule(
            CommentObject comment, Records records, Metadata metadata, ObjectProvider<PeopleSource> people) {
        super(comment, comment.body, records, metadata, people);
    }
}
