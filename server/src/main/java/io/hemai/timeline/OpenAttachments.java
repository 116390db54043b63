package io.hemai.timeline;

import io.hemai.kernel.Filter;
import io.hemai.people.OpenWork;
import org.springframework.stereotype.Component;

/** What was attached stays with who attached it; who takes over the customer sees it there. */
@Component
final class OpenAttachments implements OpenWork {
    private final AttachmentObject attachment;

    OpenAttachments(AttachmentObject attachment) {
        this.attachment = attachment;
    }

    @Override
    public String object() {
        return attachment.name();
    }

    @Override
    public Filter open() {
        return Filter.none();
    }
}
