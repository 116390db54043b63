package io.hemai.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON text and where. */
final class JsonFailures {
    private static final String DAY_EXAMPLE = "2026-01-31";

    private JsonFailures() {}

    static Refusal refusal(HttpMessageNotReadableException unread) {
        return Failures.find(unread, JacksonException.class)
                .map(JsonFailures::refusal)
                .orElseGet(() -> Failures.find(unread, IOException.class)
                        .map(cutOff -> Refusal.of(WebError.UNREADABLE))
                        .orElseGet(() -> Refusal.of(KernelError.MISSING, "body")));
    }

    static Refusal refusal(JacksonException wrong) {
        return switch (wrong) {
            case PropertyBindingException unknown ->
                Refusal.ofField(path(unknown), KernelError.UNKNOWN_PROPERTY, path(unknown));
            case InvalidNullException missing -> Refusal.ofField(path(missing), KernelError.MISSING, path(missing));
            case InvalidFormatException id
            when id.getTargetType() == RecordId.class ->
                Refusal.ofField(path(id), MetadataError.INVALID_ID, id.getValue());
            case InvalidFormatException date
            when date.getTargetType() == LocalDate.class ->
                Refusal.ofField(path(date), MetadataError.NOT_A_DATE, date.getValue(), DAY_EXAMPLE);
            case MismatchedInputException type -> Refusal.ofField(path(type), KernelError.WRONG_TYPE, path(type));
            case ValueInstantiationException value -> Refusal.ofField(path(value), KernelError.WRONG_TYPE, path(value));
            case StreamConstraintsException limits -> limits();
            case InputCoercionException range -> Refusal.of(WebError.NUMBER_RANGE, line(range), column(range));
            default -> malformed(wrong);
        };
    }

    static Refusal limits() {
        return Refusal.of(WebError.JSON_LIMITS, Limits.JSON_DEPTH, Limits.JSON_STRING);
    }

    private static Refusal malformed(JacksonException wrong) {
        boolean duplicate =
                wrong.getOriginalMessage() != null && wrong.getOriginalMessage().startsWith("Duplicate");
        return Refusal.of(
                duplicate ? WebError.DUPLICATE_PROPERTY : KernelError.MALFORMED_JSON, line(wrong), column(wrong));
    }

    private static int line(JacksonException wrong) {
        return Math.max(1, place(wrong).getLineNr());
    }

    private static int column(JacksonException wrong) {
        return Math.max(1, place(wrong).getColumnNr());
    }

    private static TokenStreamLocation place(JacksonException wrong) {
        TokenStreamLocation place = wrong.getLocation();
        return place == null ? TokenStreamLocation.NA : place;
    }

    /** The way to the wrong value as the client wrote it, such as {@code create[2].name}. */
    private static String path(JacksonException wrong) {
        StringBuilder path = new StringBuilder();
        List<JacksonException.Reference> steps = wrong.getPath();
        for (JacksonException.Reference step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(JsonBody.shown(step.getPropertyName()));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
