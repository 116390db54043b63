package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is next with a customer stands on the day's list until it is done, by whichever way. */
@ExtendWith(Browser.class)
class NextStepTests {
    private static final String NOTHING = "\"next_follow_up_at\":null";

    /** Of somebody who is reached by telephone, and known already. */
    private static String lead(Api api, String name, Map<String, String> next) {
        Map<String, String> values = new HashMap<>(next);
        values.putAll(Map.of("name", name, "mobile", "13800138166", "status", "working"));
        return api.create("lead", values);
    }

    private static Locator line(Page page, String text) {
        return page.locator("li[data-current]").filter(containing(text));
    }

    /** Opens the day's list anew, and waits until it is there. */
    private static void today(Screen screen) {
        screen.open("/today");
        assertThat(screen.page().locator("li[data-current=true]")).hasCount(1);
    }

    private static void takeBack(Page page, String said) {
        told(page, said).last().locator("..").getByText("撤销").click();
    }

    @Test
    void aFollowUpIsOverOnceSomebodyWasReached(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("wangfang");
        String due = Instant.now().minus(Duration.ofHours(1)).toString();
        String lead = lead(api, "岳跟进", Map.of("next_follow_up_at", due, "next_step", "问预算"));
        // a browser without a telephone asks what is to open the number, and lets nothing else be pressed meanwhile
        page.addInitScript(
                "addEventListener('click', (e) => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault())");
        today(screen);
        Locator line = line(page, "岳跟进");
        assertThat(line).containsText("该跟进了");
        call(line, "未联系上");
        assertThat(told(page, "已记录")).isVisible();
        today(screen);
        assertThat(line).containsText("该跟进了");

        call(line, "已联系上");
        assertThat(line).hasCount(0);
        assertThat(api.read("lead", lead)).contains(NOTHING);
        takeBack(page, "已记录");
        assertThat(line).containsText("该跟进了");
        assertThat(line).containsText("问预算");

        call(line, "已联系上");
        assertThat(line).hasCount(0);
        today(screen);
        assertThat(line).hasCount(0);
        String activity = api.first("activity", "lead", lead);
        assertThat(api.read("activity", activity))
                .as("nothing but the outcome was noted")
                .contains("\"body\":null");
    }

    private static void call(Locator line, String outcome) {
        line.hover();
        line.locator("[data-call]").click();
        named(line, AriaRole.BUTTON, outcome).click();
        named(line, AriaRole.BUTTON, "保存").click();
    }

    @Test
    void aFollowUpIsOverOnceItsTaskIsDone(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("wangfang");
        String lead = lead(api, "岳任务", Map.of());
        api.create(
                "task",
                Map.of(
                        "subject",
                        "给岳任务寄样品",
                        "due_at",
                        Instant.now().toString(),
                        "about",
                        Map.of("object", "lead", "id", lead)));
        assertThat(api.read("lead", lead)).contains("给岳任务寄样品").doesNotContain(NOTHING);

        today(screen);
        assertThat(line(page, "岳任务")).hasCount(1);
        button(page, "完成 给岳任务寄样品").click();
        assertThat(line(page, "岳任务")).hasCount(0);
        assertThat(told(page, "已完成")).isVisible();
        assertThat(api.read("lead", lead)).contains(NOTHING);
        takeBack(page, "已完成");
        assertThat(line(page, "给岳任务寄样品")).hasCount(1);
        // the page shows it before the server has answered
        page.waitForCondition(() -> !api.read("lead", lead).contains(NOTHING));
        assertThat(api.read("lead", lead)).contains("给岳任务寄样品");

        button(page, "完成 给岳任务寄样品").click();
        assertThat(told(page, "已完成")).isVisible();
        today(screen);
        assertThat(line(page, "岳任务")).hasCount(0);
    }
}
