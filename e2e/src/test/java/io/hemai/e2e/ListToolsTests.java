package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static io.hemai.e2e.Finds.told;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list is arranged by its columns, and what is chosen of it is worked on at once. */
@ExtendWith(Browser.class)
class ListToolsTests {
    private static final int WIDER = 90;
    private static final int MANY = 120;

    /** The leads whose names begin so. */
    private static Screen list(Browser browser, Look look, String names) {
        return browser.screen(look)
                .signedIn(App.ADMIN)
                .open("/lead?view=all&columns=company,title,source&sort=name&filter="
                        + "%7B%22field%22%3A%22name%22%2C%22op%22%3A%22starts_with%22%2C%22value%22%3A%22"
                        + names + "%22%7D");
    }

    private static void lead(Api api, String name, String company, String title) {
        api.create("lead", Map.of("name", name, "company", company, "title", title));
    }

    /** Keeps the list as one's own, and comes back to it. */
    private static void keep(Page page, String name) {
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill(name);
        page.keyboard().press("Enter");
        assertThat(title(page)).hasText(name);
        assertThat(page).hasURL(Pattern.compile("/lead\\?view=[0-9a-f-]{36}$"));
        page.reload();
        assertThat(title(page)).hasText(name);
    }

    private static Locator headers(Page page) {
        return page.getByRole(AriaRole.COLUMNHEADER);
    }

    private static Locator header(Page page, String name) {
        return headers(page).filter(containing(name));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW).filter(containing(name));
    }

    private static Locator box(Page page, String name) {
        return named(page, AriaRole.CHECKBOX, "选择" + name);
    }

    private static double widthOf(Locator header) {
        return header.boundingBox().width;
    }

    @Test
    void columnsAreArrangedAndStaySo(Browser browser) {
        lead(Api.as(browser.app(), App.ADMIN), "排列甲", "甲厂", "工程师");
        Screen screen = list(browser, new Look("zh-CN", false, 900, 800), "排列");
        Page page = screen.page();
        assertThat(headers(page)).hasText(new String[] {"", "姓名", "公司", "职务", "来源"});
        button(page, "列").click();
        Locator columns = named(page, AriaRole.DIALOG, "列");
        button(page, "添加列").click();
        for (String name : new String[] {"行业", "邮箱"}) {
            columns.getByRole(AriaRole.COMBOBOX).fill(name);
            page.keyboard().press("Enter");
            assertThat(header(page, name)).hasCount(1);
        }
        named(columns, AriaRole.BUTTON, "列").click();
        named(columns, AriaRole.BUTTON, "隐藏来源").click();
        Locator grip = columns.getByLabel(Pattern.compile("^邮箱, 拖动"));
        grip.press("ArrowUp");
        grip.press("ArrowUp");
        assertThat(grip).isFocused();
        Locator pin = named(columns, AriaRole.BUTTON, "固定职务");
        pin.click();
        assertThat(pin).hasAttribute("aria-pressed", "true");
        screen.isAccessible().picture("list-columns");
        page.keyboard().press("Escape");
        assertThat(columns).hasCount(0);
        double width = widen(page, header(page, "行业"));

        keep(page, "排列过的列");
        assertThat(headers(page)).hasText(new String[] {"", "姓名", "职务", "公司", "邮箱", "行业"});
        Assertions.assertThat(widthOf(header(page, "行业"))).isEqualTo(width);
        staysWhenPushedAside(page);
        screen.isAccessible();
    }

    /** Draws its edge to the right, and answers how wide it is then. */
    private static double widen(Page page, Locator header) {
        double before = widthOf(header);
        Locator edge = header.getByRole(AriaRole.SEPARATOR);
        edge.scrollIntoViewIfNeeded();
        BoundingBox at = edge.boundingBox();
        double x = at.x + at.width / 2;
        double y = at.y + at.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 20, y);
        page.mouse().move(x + WIDER, y);
        page.mouse().up();
        assertThat(page.getByText("未保存的修改")).isVisible();
        double after = widthOf(header);
        Assertions.assertThat(after).isCloseTo(before + WIDER, Assertions.within(1.0));
        return after;
    }

    private static void staysWhenPushedAside(Page page) {
        double pinned = header(page, "职务").boundingBox().x;
        double other = header(page, "行业").boundingBox().x;
        row(page, "排列甲").hover();
        page.mouse().wheel(200, 0);
        page.waitForFunction(
                "before => [...document.querySelectorAll('[role=columnheader]')].at(-1)"
                        + ".getBoundingClientRect().x < before",
                other);
        Assertions.assertThat(header(page, "职务").boundingBox().x).isEqualTo(pinned);
    }

    @Test
    void aListIsSortedByTwoColumns(Browser browser) {
        Api api = Api.as(browser.app(), App.ADMIN);
        lead(api, "次序甲", "B厂", "1级");
        lead(api, "次序乙", "A厂", "2级");
        lead(api, "次序丙", "A厂", "1级");
        lead(api, "次序丁", "A厂", "3级");
        Screen screen = list(browser, Look.DESK, "次序");
        Page page = screen.page();
        button(page, "公司").click();
        header(page, "职务")
                .getByRole(AriaRole.BUTTON)
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        stand(page, "次序丙", "次序乙", "次序丁", "次序甲");

        button(page, "排序: 公司 +1").click();
        Locator sort = named(page, AriaRole.DIALOG, "排序");
        named(sort, AriaRole.BUTTON, "A→Z").last().click();
        assertThat(named(sort, AriaRole.BUTTON, "Z→A")).hasCount(1);
        screen.isAccessible().picture("list-sorted");
        page.keyboard().press("Escape");
        stand(page, "次序丁", "次序乙", "次序丙", "次序甲");

        keep(page, "两列排序");
        assertThat(header(page, "公司")).hasAttribute("aria-sort", "ascending");
        assertThat(header(page, "职务")).hasAttribute("aria-sort", "descending");
        stand(page, "次序丁", "次序乙", "次序丙", "次序甲");
    }

    private static void stand(Page page, String... names) {
        assertThat(page.getByRole(AriaRole.ROWHEADER).getByRole(AriaRole.LINK)).hasText(names);
    }

    @Test
    void allThatMatchAreChangedAndTakenBack(Browser browser) {
        Api api = Api.as(browser.app(), App.ADMIN);
        api.post(
                "records/lead/batch?duplicates=allow",
                Map.of(
                        "create",
                        IntStream.range(0, MANY)
                                .mapToObj(n -> Map.of("name", "全体%03d".formatted(n), "title", "工程师"))
                                .toList()));
        lead(api, "不在全体里", "甲厂", "工程师");
        Screen screen = list(browser, Look.DESK, "全体");
        Page page = screen.page();
        Locator acts = named(page, AriaRole.TOOLBAR, "批量操作");
        box(page, "全部").click();
        assertThat(acts).containsText("已选 100 条");
        button(page, "全选 120 条").click();
        assertThat(acts).containsText("已选 120 条");
        button(page, "编辑").click();
        page.getByPlaceholder("编辑哪个字段").fill("职务");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("职务"))
                .fill("总调度");
        screen.isAccessible().picture("bulk-all");
        seenAtWork(page, () -> button(page, "更新 120 条").click());

        assertThat(told(page, "已更新 120 条")).isVisible();
        assertThat(acts).hasCount(0);
        assertThat(row(page, "全体000")).containsText("总调度");
        Assertions.assertThat(withTitle(api, "总调度")).isEqualTo(MANY);
        button(page, "撤销").click();
        assertThat(told(page, "已撤销，恢复了 120 条")).isVisible();
        assertThat(row(page, "全体000")).containsText("工程师");
        Assertions.assertThat(withTitle(api, "总调度")).isZero();
    }

    /** How many leads of any name have the title. */
    private static int withTitle(Api api, String title) {
        String found = api.post(
                "records/lead/query",
                Map.of(
                        "fields",
                        List.of("id"),
                        "limit",
                        1,
                        "count",
                        "exact",
                        "filter",
                        Map.of("field", "title", "op", "eq", "value", title)));
        return Integer.parseInt(found.replaceAll(".*\"value\":(\\d+).*", "$1"));
    }

    /** Half of it seems to be done for as long as somebody looks. */
    private static void seenAtWork(Page page, Runnable start) {
        Queue<Route> asked = new ArrayDeque<>();
        String progress = "**/api/v1/bulk/*";
        page.route(progress, route -> {
            if (asked.isEmpty()) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"status\":\"running\",\"processed\":60,\"total\":120}"));
            }
            asked.add(route);
        });
        start.run();
        Locator share = named(page, AriaRole.PROGRESSBAR, "正在更新 60 / 120");
        assertThat(share).hasAttribute("aria-valuenow", "50");
        assertThat(button(page, "停止")).isVisible();
        page.waitForCondition(() -> asked.size() > 1);
        page.unroute(progress);
        asked.stream().skip(1).forEach(Route::resume);
    }

    @Test
    void whatIsChosenIsTakenAlongAsAFile(Browser browser) throws IOException {
        Api api = Api.as(browser.app(), App.ADMIN);
        lead(api, "带走甲", "甲厂, 一车间", "工程师");
        lead(api, "带走乙", "乙厂", "厂长");
        lead(api, "带走丙", "丙厂", "经理");
        Screen screen = list(browser, Look.DESK, "带走");
        Page page = screen.page();
        box(page, "带走甲").click();
        box(page, "带走丙").click();
        assertThat(named(page, AriaRole.TOOLBAR, "批量操作")).containsText("已选 2 条");
        button(page, "导出").click();
        screen.isAccessible();
        Download file = page.waitForDownload(() -> button(page, "CSV").click());
        assertThat(told(page, "已导出 2 条")).isVisible();
        assertThat(button(page, "下载")).isVisible();
        Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
        Assertions.assertThat(
                        Files.readString(file.path()).replace("\uFEFF", "").lines())
                .containsExactlyInAnyOrder("姓名,公司,职务,来源", "带走甲,\"甲厂, 一车间\",工程师,", "带走丙,丙厂,经理,");
    }

    @Test
    void aColumnIsAddedUpAsFarAsTheFilterGoes(Browser browser) {
        Api api = Api.as(browser.app(), App.ADMIN);
        api.create("opportunity", Map.of("name", "合计甲", "amount", "1000"));
        api.create("opportunity", Map.of("name", "合计乙", "amount", "2500"));
        Screen screen = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open(
                        "/opportunity?view=all&columns=amount,probability&filter={\"field\":\"name\",\"op\":\"contains\",\"value\":\"合计\"}");
        Page page = screen.page();
        Locator foot = page.locator("[role=rowgroup]").last();
        assertThat(foot).containsText("3,500");
        button(page, "金额合计").focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("平均"))
                .click();
        assertThat(foot).containsText("1,750");
        assertThat(page).hasURL(Pattern.compile("totals=amount%3Aavg"));
        screen.isAccessible().picture("list-totals");

        page.navigate(page.url()
                .replace("%E5%90%88%E8%AE%A1", "%E5%90%88%E8%AE%A1%E4%B9%99")
                .replace("合计", "合计乙"));
        assertThat(foot).containsText("2,500");
        button(page, "金额平均").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("不汇总"))
                .click();
        assertThat(foot).not().containsText("2,500");
        page.reload();
        assertThat(foot).containsText("+ 汇总");
        assertThat(foot).not().containsText("2,500");
    }
}
