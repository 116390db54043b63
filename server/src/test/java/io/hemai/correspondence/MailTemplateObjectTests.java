package io.hemai.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailTemplateObjectTests extends StandardObjectContract {
    @Autowired
    MailTemplateObject template;

    @Override
    protected StandardObject object() {
        return template;
    }

    @Override
    protected Values example() {
        return Values.of(template.name, "初次联系")
                .set(template.object, "lead")
                .set(template.subject, "{{name}}，您好")
                .set(template.body, "<p>您好</p>");
    }

    @Test
    void aPlaceThatTheObjectHasNoFieldForIsNamed() {
        assertThatThrownBy(() ->
                        company.call(() -> records.create(template, example().set(template.subject, "{{nmae}}，您好"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("subject"))
                                .satisfies(problem ->
                                        assertThat(problem.code()).isEqualTo(CorrespondenceError.UNKNOWN_PLACE)));
    }

    @Test
    void anObjectThatIsNotThereIsNamed() {
        assertThatThrownBy(() ->
                        company.call(() -> records.create(template, example().set(template.object, "leads"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(CorrespondenceError.UNKNOWN_OBJECT.code());
    }
}
