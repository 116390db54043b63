package io.hemai.workspace;

import io.hemai.notification.Notifications;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** People named in a comment hear of it. */
@Component
final class CommentMentionsReaction extends MentionsReaction {
    CommentMentionsReaction(
            CommentObject comment, MentionObject mention, Records records, Notifications notifications) {
        super(comment, comment.body, mention.comment, mention, records, notifications);
    }
}
