package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why records were left when an act was taken back, as far as the reader may know, who may be another than took it back. */
record WhyLeft(RunContext with, Undone undone, Locale reader) {
    /** The reason; null when it is only that fields were changed. */
    @Nullable
    String of(Undone.Left left) {
        if (left.reasons() != null) {
            return in(left.reasons());
        }
        if (left.attached() != null) {
            return left.attached().stream().map(this::attached).distinct().collect(Collectors.joining(" "));
        }
        if (left.refused() != null) {
            return isOwn() && !left.refused().isEmpty() ? in(left.refused()) : text(TransferError.UNDO_REFUSED);
        }
        return null;
    }

    /** What is said of one whose changed fields the reader does not know. */
    String changed() {
        return text(TransferError.UNDO_CHANGED);
    }

    private @Nullable String in(Map<String, String> texts) {
        return texts.get(reader.getLanguage().equals("zh") ? "zh" : "en");
    }

    /** Objects of which the reader may read nothing are not named. */
    private String attached(String object) {
        return with.metadata()
                .current()
                .find(object)
                .filter(type -> !with.gate().rights(Acting.who(), type).read().equals(Filter.none()))
                .map(type -> text(TransferError.UNDO_ATTACHED, type.plural()))
                .orElseGet(() -> text(TransferError.UNDO_ATTACHED_UNSEEN));
    }

    /** What a refusal says may name what only who was refused may see. */
    private boolean isOwn() {
        UUID self = Acting.user().map(user -> user.user().value()).orElse(null);
        return Objects.equals(undone.requester().user(), self);
    }

    private String text(TransferError code, Object... args) {
        return with.texts().message(Problem.of(null, code, args), reader);
    }
}
