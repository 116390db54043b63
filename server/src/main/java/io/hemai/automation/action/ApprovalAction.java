package io.hemai.automation.action;

import io.hemai.approvals.Terms;
import io.hemai.approvals.TermsCheck;
import io.hemai.automation.Action;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.LinkType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks people whether it may go on. */
@Component
final class ApprovalAction implements Action<Terms> {
    private static final String USER = "user";

    private final TermsCheck terms;

    ApprovalAction(TermsCheck terms) {
        this.terms = terms;
    }

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public Class<Terms> input() {
        return Terms.class;
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public void check(Terms input, Check check) {
        terms.of(input)
                .forEach(problem -> check.refuse(
                        Objects.requireNonNullElse(problem.field(), ""),
                        problem.code(),
                        problem.args().toArray()));
        if ("field".equals(input.who())) {
            Optional<Field<?>> field = check.field("field", input.field());
            if (field.isPresent()
                    && !(field.get().type() instanceof LinkType link
                            && link.target().equals(USER))) {
                check.refuse("field", TermsCheck.NO_PERSON, String.valueOf(input.field()));
            }
        }
        Objects.requireNonNullElse(input.content(), List.<String>of()).forEach(name -> check.field("content", name));
        Objects.requireNonNullElse(input.editable(), List.<String>of()).forEach(name -> check.field("editable", name));
    }

    @Override
    public Outcome decide(Terms input, Moment moment) {
        return new Outcome.Ask(input);
    }
}
