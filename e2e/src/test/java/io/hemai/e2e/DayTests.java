package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a salesperson does first in the morning, and where the manager looks how business goes. */
@ExtendWith(Browser.class)
class DayTests {
    private static final Pattern COUNT = Pattern.compile("\\d[\\d,]*");

    @Test
    void dueTaskIsDonePutOffAndTakenBackByKeys(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("wangfang");
        Instant due = Instant.now().minus(Duration.ofSeconds(1));
        String task = api.create("task", Map.of("subject", "给周总寄合同", "due_at", due.toString()));

        screen.open("/");
        page.waitForURL("**/today");
        Locator line = line(page, "给周总寄合同");
        assertThat(line).containsText("已逾期");

        line.focus();
        page.keyboard().press("e");
        assertThat(line).hasCount(0);
        assertThat(told(page, "已完成").last()).isVisible();
        assertThat(done(api, task)).isTrue();
        undo(page, "已完成");
        assertThat(line).hasCount(1);
        assertThat(done(api, task)).isFalse();

        line.focus();
        page.keyboard().press("s");
        page.getByRole(AriaRole.DIALOG).getByText("下周一").click();
        assertThat(line).hasCount(0);
        undo(page, "已推迟到");
        assertThat(line).hasCount(1);
    }

    @Test
    void whatWasDoneStaysUnderThePointerForAMoment(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("wangfang");
        Instant due = Instant.now().minus(Duration.ofDays(400));
        String first = api.create("task", Map.of("subject", "先做这件", "due_at", due.toString(), "priority", "high"));
        String next = api.create(
                "task", Map.of("subject", "再做那件", "due_at", due.plusSeconds(60).toString(), "priority", "high"));
        screen.open("/today");
        BoundingBox tick = button(page, "完成 先做这件").boundingBox();
        double x = tick.x + tick.width / 2;
        double y = tick.y + tick.height / 2;
        page.mouse().click(x, y);
        Locator was = page.locator("del").filter(containing("先做这件"));
        assertThat(was).isVisible();
        assertThat(line(page, "再做那件")).isFocused();
        page.mouse().click(x, y);
        Locator undo = was.locator("..").getByText("撤销");
        assertThat(undo).isVisible();
        assertThat(done(api, first)).isTrue();
        assertThat(done(api, next)).isFalse();
        undo.click();
        assertThat(line(page, "先做这件")).isFocused();
        assertThat(was).hasCount(0);
        assertThat(told(page, "已完成")).hasCount(0);
        assertThat(done(api, first)).isFalse();

        button(page, "完成 先做这件").click();
        assertThat(undo).isVisible();
        screen.picture("today-done").isAccessible();
        page.mouse().move(0, 0);
        assertThat(was).hasCount(0);
        assertThat(line(page, "再做那件")).hasAttribute("data-current", "true");
    }

    @Test
    void moreThanIsShownIsCountedAsMore(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        screen.signIn("lizeyu").create("lead", Map.of("name", "许多线索之一"));
        page.route("**/api/v1/records/lead/query", route -> {
            APIResponse whole = route.fetch();
            String cut = whole.text().replaceFirst("\"next\":null", "\"next\":\"there are more\"");
            route.fulfill(new Route.FulfillOptions().setResponse(whole).setBody(cut));
        });
        screen.open("/today");
        assertThat(page.locator("main header")).containsText(Pattern.compile("\\d\\+ 件事"));
        Locator fresh = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("新线索"));
        assertThat(fresh).containsText(Pattern.compile("\\d\\+"));
        assertThat(page.getByText("线索只显示前 100 条，查看全部")).isVisible();
    }

    private static String toCallBack(Api api, String lead, String subject) {
        return api.create(
                "task",
                Map.of(
                        "subject",
                        subject,
                        "due_at",
                        Instant.now().toString(),
                        "about",
                        Map.of("object", "lead", "id", lead)));
    }

    private static Locator box(Locator line, String name) {
        return line.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name));
    }

    @Test
    void callIsNotedWhereOneStandsAndTheTaskIsDoneWithIt(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        String lead = api.create("lead", Map.of("name", "齐越", "mobile", "13800138123"));
        String task = toCallBack(api, lead, "回电话给齐越");

        screen.open("/today");
        Locator line = line(page, "回电话给齐越");
        line.focus();
        page.keyboard().press("n");
        box(line, "写点什么").fill("预算批了，要看演示");
        box(line, "下一步做什么").fill("准备演示环境");
        screen.isAccessible().picture("today-log");
        page.keyboard().press("Control+Enter");
        assertThat(line).hasCount(0);
        assertThat(told(page, "已记录").last()).isVisible();
        assertThat(done(api, task)).isTrue();

        screen.open("/lead/" + lead);
        assertThat(page.getByText("预算批了，要看演示").first()).isVisible();
        assertThat(page.getByText("准备演示环境").first()).isVisible();
    }

    @Test
    void whatWasBegunOnTheRecordGoesOnTodayAndOutlivesARefusal(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        String lead = api.create("lead", Map.of("name", "齐飞", "mobile", "13800138124"));
        toCallBack(api, lead, "回电话给齐飞");
        screen.open("/lead/" + lead);
        page.locator("textarea[data-note]").fill("说了一半");

        screen.open("/today");
        Locator line = line(page, "回电话给齐飞");
        line.focus();
        page.keyboard().press("n");
        assertThat(box(line, "写点什么")).hasValue("说了一半");
        box(line, "下一步做什么").fill("发报价");
        String notes = "**/records/activity";
        page.route(notes, route -> route.fulfill(ResilienceTests.busy()));
        page.keyboard().press("Control+Enter");
        assertThat(told(page, "太频繁了")).isVisible();
        assertThat(box(line, "写点什么")).hasValue("说了一半");
        assertThat(box(line, "下一步做什么")).hasValue("发报价");

        page.unroute(notes);
        box(line, "下一步做什么").press("Control+Enter");
        assertThat(line).hasCount(0);
        screen.open("/lead/" + lead);
        assertThat(page.getByText("发报价").first()).isVisible();
        assertThat(page.locator("textarea[data-note]")).hasValue("");
        assertThat(screen.complaints()).allMatch(said -> said.contains("429"));
    }

    @Test
    void aTaskIsTickedOffInItsListAndTakenBack(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("wangfang");
        String task = api.create("task", Map.of("subject", "寄样品册"));
        screen.open("/task?view=all");
        Locator tick = button(page, "完成 寄样品册");
        assertThat(tick).hasAttribute("aria-pressed", "false");
        tick.click();
        assertThat(tick).hasAttribute("aria-pressed", "true");
        screen.isAccessible().picture("task-list");
        assertThat(done(api, task)).isTrue();
        tick.click();
        assertThat(tick).hasAttribute("aria-pressed", "false");
        assertThat(done(api, task)).isFalse();
        String history = "records/task/" + task + "/history";
        assertThat(api.get(history)).as("open again, and no undo").doesNotContain("撤销");
        screen.open("/task?view=all");
        tick.click();
        undo(page, "已完成");
        assertThat(tick).hasAttribute("aria-pressed", "false");
        assertThat(api.get(history)).contains("撤销");
    }

    @Test
    void tasksBeginWithWhatIsOpenByTheDayItIsDue(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn(App.ADMIN);
        String lead = api.create("lead", Map.of("name", "陆拖延"));
        Map<String, Object> about = Map.of("object", "lead", "id", lead);
        api.create("task", Map.of("subject", "早该回电", "due_at", "2020-01-02T09:00:00Z", "about", about));
        screen.open("/task");
        assertThat(title(page)).hasText("待办任务");
        Locator row = page.locator("[role=row][data-body]").first();
        assertThat(row).containsText("早该回电");
        assertThat(row).containsText("陆拖延");
        assertThat(row).containsText("已逾期");
        screen.isAccessible().picture("task-open");
        button(page, "完成 早该回电").click();
        assertThat(row).not().containsText("早该回电");
    }

    /** One person each, since a person may listen to few changes at once. */
    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(Look.DESK, "shanxiaowen"),
                Arguments.of(Look.DESK.english().darkened(), "linjiayi"),
                Arguments.of(Look.PHONE, "zengfan"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void bothPagesAreForEverybody(Look look, String login, Browser browser) {
        Screen screen = browser.screen(browser.demo(), look);
        screen.signIn(login);
        String name = look.language() + "-" + look.width();

        screen.open("/today");
        assertThat(screen.page().locator("li[data-current=true]")).hasCount(1);
        screen.isAccessible().picture("today-" + name);

        screen.open("/cockpit?period=this_year");
        assertThat(screen.page().locator("[role=img] canvas").first()).isVisible();
        assertThat(screen.page().locator("table")).hasCount(6);
        screen.isAccessible().picture("cockpit-" + name);
    }

    @Test
    void numbersOfTheCockpitAreThoseOfTheList(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        screen.signIn(App.ADMIN);

        String second = cell(screen, "销售漏斗", 2, 1);
        table(page, "销售漏斗").locator("tbody tr:nth-child(2) td a").first().click();
        assertThat(listed(page)).as("deals that came to the second stage").isEqualTo(second);

        String all = cell(screen, "销售漏斗", 1, 1);
        Locator chart = panel(page, "销售漏斗").locator("[role=img]");
        chart.locator("canvas").click(new Locator.ClickOptions().setPosition(120, 24));
        assertThat(listed(page)).as("deals behind the first bar").isEqualTo(all);

        String won = cell(screen, "赢单排行", 1, 2);
        table(page, "赢单排行").locator("tbody tr:first-child td a").first().click();
        assertThat(listed(page)).as("deals that the first of the ranking won").isEqualTo(won);

        String converted = cell(screen, "线索来源", 1, 2);
        table(page, "线索来源").locator("tbody tr:first-child td:nth-child(3) a").click();
        assertThat(listed(page))
                .as("leads of the first source that were converted")
                .isEqualTo(converted);
    }

    @Test
    void periodAndTeamStandInTheAddress(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        String everybody = cell(screen, "销售漏斗", 1, 1);

        page.getByLabel("团队").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        page.waitForURL("**team=**");
        page.reload();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("今年")))
                .hasAttribute("aria-pressed", "true");
        assertThat(panel(page, "销售漏斗").locator("tbody tr:first-child td").first())
                .not()
                .hasText(everybody);
    }

    private static boolean done(Api api, String task) {
        return !api.read("task", task).contains("\"done_at\":null");
    }

    private static Locator line(Page page, String text) {
        return page.locator("li[data-current]").filter(containing(text));
    }

    /** Takes back what was told last. */
    private static void undo(Page page, String text) {
        told(page, text).last().locator("..").getByText("撤销").click();
    }

    private static Locator panel(Page page, String title) {
        return named(page, AriaRole.REGION, title);
    }

    private static Locator table(Page page, String title) {
        panel(page, title)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("表格"))
                .click();
        return panel(page, title).locator("table");
    }

    /** What the panel's table has in that row and column, both from 1, on a page opened anew. */
    private static String cell(Screen screen, String title, int row, int column) {
        screen.open("/cockpit?period=this_year");
        return panel(screen.page(), title)
                .locator("tbody tr:nth-child(" + row + ") td")
                .nth(column - 1)
                .innerText();
    }

    /** How many records the list says it has. */
    private static String listed(Page page) {
        Locator total = page.locator("main [aria-live=polite][aria-busy]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(COUNT + " 条")));
        if (total.getByRole(AriaRole.BUTTON).count() > 0) {
            total.getByRole(AriaRole.BUTTON).click();
        }
        Matcher found = COUNT.matcher(total.innerText());
        assertThat(found.find()).as(total.innerText()).isTrue();
        return found.group();
    }

    @Test
    void whoNeverHadAnyWorkIsShownWhereToBegin(Browser browser) {
        Api.as(browser.app(), App.ADMIN).hire("beginner", "sales");
        Screen screen = browser.screen(Look.DESK).signedIn("beginner").open("/today");
        Page page = screen.page();
        assertThat(page.getByText("还没有要做的事")).isVisible();
        assertThat(page.getByText("今天的事都做完了")).hasCount(0);
        screen.isAccessible().picture("today-begin");
        Finds.button(page, "新建线索").last().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("新建线索");
    }
}
