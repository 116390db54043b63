package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.automation.Outcome.Deed.Tell;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Template;
import io.hemai.records.verb.Asked;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people something about the record. Each reads in it what that person may read of the record. */
@Component
final class NotifyAction implements Action<NotifyAction.Input> {
    private static final String TITLE = "title";
    private static final int MOST_PEOPLE = 50;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 2_000;

    /**
     * What is said.
     *
     * @param to {@code owner}, {@code manager} (the owner's) and ids of users
     * @param title with places for fields, such as <code>{{name}}</code>
     */
    record Input(
            @Asked(kind = "people", required = true) @Nullable
            List<String> to,

            @Asked(kind = "template", required = true) @Nullable
            String title,

            @Asked(kind = "template") @Nullable String body) {
        List<String> people() {
            return to == null ? List.of() : to;
        }
    }

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public void check(Input input, Check check) {
        if (input.people().isEmpty()) {
            check.refuse("to", KernelError.MISSING, "to");
        } else if (input.people().size() > MOST_PEOPLE) {
            check.refuse("to", AutomationError.TOO_MANY_PEOPLE, MOST_PEOPLE);
        }
        input.people().stream()
                .filter(to -> !isPerson(to))
                .forEach(to -> check.refuse("to", AutomationError.UNKNOWN_PERSON, to));
        if (input.title() == null || input.title().isBlank()) {
            check.refuse(TITLE, KernelError.MISSING, TITLE);
        } else {
            check(input.title(), TITLE, LONGEST_TITLE, check);
        }
        if (input.body() != null) {
            check(input.body(), "body", LONGEST_BODY, check);
        }
    }

    private static boolean isPerson(String to) {
        return to.equals(Tell.OWNER)
                || to.equals(Tell.MANAGER)
                || RecordId.parse(to).isPresent();
    }

    private static void check(String text, String member, int longest, Check check) {
        if (text.length() > longest) {
            check.refuse(member, AutomationError.TEXT_TOO_LONG, longest);
        }
        Template.of(text).names().forEach(field -> check.field(member, field));
    }

    @Override
    public Outcome decide(Input input, Moment moment) {
        Template title = Template.of(Objects.requireNonNull(input.title()));
        Template body = input.body() == null || input.body().isBlank() ? null : Template.of(input.body());
        return new Outcome.Done(List.of(new Tell(input.people(), title, body)));
    }
}
