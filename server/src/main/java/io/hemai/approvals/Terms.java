package io.hemai.approvals;

import io.hemai.calendar.WorkingTime;
import io.hemai.kernel.RecordId;
import io.hemai.records.verb.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a step of an approval asks. It is a form: what is not given has the value that forms show for it.
 *
 * @param title what the step is called; null for the name of the flow
 * @param who who is asked: {@code people}, a {@code role}, the {@code manager} of who submits, the {@code head} of their department,
 *     who stands in a {@code field} of the record, or whom the submitter has {@code chosen}
 * @param level how far up: 1 is the nearest manager or department
 * @param field a field of the record that holds a person
 * @param mode {@code any} signature is enough, {@code all} are needed at once or {@code in_order}, or a {@code percent}
 * @param nobody what happens where nobody is found
 * @param self what happens where who submits would decide
 * @param repeated what happens where somebody has approved at an earlier step
 * @param working whether their days and hours count only while they work
 * @param late what happens when the time is up
 * @param content the fields that are approved, and locked meanwhile; none for all
 * @param editable fields of these that who decides may change
 * @param fixed whether signers neither hand it on nor add others
 * @param copies who is to know of it
 */
public record Terms(
        @Nullable String title,

        @Asked(
                required = true,
                choices = {"manager", "head", "people", "role", "field", "chosen"},
                initially = "manager")
        @Nullable
        String who,

        @Asked(target = "user") @Nullable List<RecordId> people,
        @Nullable String role,
        @Nullable Integer level,

        @Asked(kind = "field") @Nullable String field,

        @Asked(
                choices = {"any", "all", "in_order", "percent"},
                initially = "any")
        @Nullable
        String mode,

        @Nullable Integer percent,

        @Asked(
                choices = {"administrators", "pass", "refuse"},
                initially = "administrators")
        @Nullable
        String nobody,

        @Asked(
                choices = {"manager", "skip", "ask"},
                initially = "manager")
        @Nullable
        String self,

        @Asked(
                choices = {"skip", "ask"},
                initially = "skip")
        @Nullable
        String repeated,

        @Nullable Integer withinDays,
        @Nullable Integer withinHours,
        @Nullable Boolean working,

        @Asked(
                choices = {"remind", "escalate", "pass", "refuse"},
                initially = "remind")
        @Nullable
        String late,

        @Asked(kind = "field") @Nullable List<String> content,
        @Asked(kind = "field") @Nullable List<String> editable,
        @Nullable Boolean fixed,
        @Asked(target = "user") @Nullable List<RecordId> copies) {

    /** Whether whoever submits it chooses who decides. */
    public boolean choosesSigners() {
        return asked().equals("chosen");
    }

    String asked() {
        return Objects.requireNonNullElse(who, "manager");
    }

    List<RecordId> named() {
        return Objects.requireNonNullElse(people, List.of());
    }

    int up() {
        return Objects.requireNonNullElse(level, 1);
    }

    String signed() {
        return Objects.requireNonNullElse(mode, "any");
    }

    int share() {
        return Objects.requireNonNullElse(percent, 100);
    }

    String whereNobody() {
        return Objects.requireNonNullElse(nobody, "administrators");
    }

    String whereSelf() {
        return Objects.requireNonNullElse(self, "manager");
    }

    boolean skipsRepeated() {
        return !"ask".equals(repeated);
    }

    String whenLate() {
        return Objects.requireNonNullElse(late, "remind");
    }

    List<String> approved() {
        return Objects.requireNonNullElse(content, List.of());
    }

    List<String> open() {
        return Objects.requireNonNullElse(editable, List.of());
    }

    boolean stays() {
        return Boolean.TRUE.equals(fixed);
    }

    List<RecordId> informed() {
        return Objects.requireNonNullElse(copies, List.of());
    }

    /** How long those who are asked have; empty for as long as they like. */
    Optional<Duration> within() {
        Duration time = Duration.ofDays(Objects.requireNonNullElse(withinDays, 0))
                .plusHours(Objects.requireNonNullElse(withinHours, 0));
        return time.isZero() ? Optional.empty() : Optional.of(time);
    }

    /**
     * By when who is asked at that moment is to decide; empty for whenever they like.
     *
     * @param hours when they work
     */
    Optional<Instant> due(Instant asked, Supplier<WorkingTime> hours) {
        if (within().isEmpty() || !Boolean.TRUE.equals(working)) {
            return within().map(asked::plus);
        }
        int days = Objects.requireNonNullElse(withinDays, 0);
        Duration more = Duration.ofHours(Objects.requireNonNullElse(withinHours, 0));
        return Optional.of(hours.get().after(asked, days, more));
    }
}
