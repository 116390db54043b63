package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an account's page shows of its own: who decides, what it is worth, how often it is dealt with, and its group. */
@ExtendWith(Browser.class)
class AccountPageTests {
    private static Map<String, Object> yuan(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private static String account(Api api, String name, Map<String, Object> more) {
        var values = new java.util.HashMap<String, Object>(more);
        values.put("name", name);
        return api.create("account", values);
    }

    private static String deal(Api api, String account, String name, String amount) {
        return api.create(
                "opportunity",
                Map.of("name", name, "account", account, "amount", yuan(amount), "close_date", "2026-01-31"));
    }

    private static String contact(Api api, String account, String name, String title) {
        return api.create("contact", Map.of("name", name, "account", account, "title", title));
    }

    /** Looks at a part of the page on a phone once the text is there. */
    private static void fitsAPhone(Browser browser, Look look, String path, String text) {
        Screen screen = browser.screen(look);
        screen.signIn(App.ADMIN);
        Page page = screen.open(path).page();
        assertThat(page.getByText(text).first()).isVisible();
        screen.isAccessible().picture("phone-" + path.replaceAll(".*=", "account-"));
        Assertions.assertThat((Integer) page.evaluate("() => document.getElementById('content').scrollWidth"))
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    private static String withPeople(Api api) {
        String account = account(api, "组织架构有限公司", Map.of());
        String head = contact(api, account, "王总", "总经理");
        api.create("contact", Map.of("name", "李经理", "account", account, "reports_to", head));
        contact(api, account, "张工", "工程师");
        Map<String, Object> part = Map.of(
                "opportunity",
                deal(api, account, "产线改造", "100000"),
                "contact",
                head,
                "role",
                "decision_maker",
                "influence",
                "high",
                "attitude",
                "supporter");
        api.create("opportunity_contact", part);
        return account;
    }

    @Test
    void peopleStandInTheirLinesWithWhatTheyDecide(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        String account = withPeople(screen.signIn(App.ADMIN));
        Page page = screen.open("/account/" + account).page();
        named(page, AriaRole.LINK, "组织关系").click();
        Locator chart = named(page, AriaRole.LIST, "组织架构");
        assertThat(chart.getByRole(AriaRole.LISTITEM).first()).containsText(Pattern.compile("王总.*决策者.*影响力高"));
        assertThat(chart).not().containsText("张工");
        screen.isAccessible().picture("account-people");

        Locator head = named(page, AriaRole.LINK, "王总");
        head.focus();
        page.keyboard().press("ArrowDown");
        assertThat(named(page, AriaRole.LINK, "李经理")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(head).isFocused();

        button(page, "张工的更多操作").click();
        named(page, AriaRole.MENUITEM, "调整上级").click();
        page.getByRole(AriaRole.OPTION).filter(containing("李经理")).click();
        assertThat(chart).containsText("张工");
        button(page, "撤销").click();
        assertThat(chart).not().containsText("张工");

        named(page, AriaRole.LINK, "张工").click();
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("预览")))
                .containsText("工程师");
        fitsAPhone(browser, Look.PHONE.english().darkened(), "/account/" + account + "?part=people", "Decision maker");
    }

    @Test
    void whatItIsWorthIsSummedByYear(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String account = account(api, "金额测试有限公司", Map.of());
        deal(api, account, "还在谈的", "250000");
        String won = deal(api, account, "赢下来的", "120000");
        api.post("records/opportunity/" + won + "/close_won", Map.of());

        Page page = screen.open("/account/" + account + "?part=money").page();
        Locator figures = named(page, AriaRole.REGION, "商机与金额");
        assertThat(figures).containsText(Pattern.compile("在途金额\\s*¥25万\\s*1 个商机"));
        assertThat(figures).containsText(Pattern.compile("赢率\\s*100%"));
        assertThat(page.getByRole(AriaRole.TABLE).first()).containsText("¥120,000");
        assertThat(page.getByRole(AriaRole.ROW).filter(containing("还在谈的"))).containsText("250,000");
        screen.isAccessible().picture("account-money");
        fitsAPhone(browser, Look.PHONE.darkened(), "/account/" + account + "?part=money", "还在谈的");
    }

    @Test
    void eachWeekLeadsToWhatWasDoneInIt(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String account = account(api, "热力图有限公司", Map.of());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int days : new int[] {0, 30, 30}) {
            api.create(
                    "activity",
                    Map.of(
                            "kind",
                            "call",
                            "subject",
                            days + " 天前的电话",
                            "happened_at",
                            now.minus(days, ChronoUnit.DAYS).toString(),
                            "account",
                            account));
        }

        Page page = screen.open("/account/" + account + "?part=activity").page();
        Locator map = named(page, AriaRole.GROUP, "每周跟进");
        assertThat(map.getByRole(AriaRole.LINK)).hasCount(2);
        screen.isAccessible().picture("account-heat");
        map.getByRole(AriaRole.LINK).last().focus();
        page.keyboard().press("ArrowLeft");
        assertThat(map.getByRole(AriaRole.LINK).first()).isFocused();

        button(page, "看表格").click();
        Locator table = page.getByRole(AriaRole.TABLE);
        assertThat(table.getByRole(AriaRole.ROW)).hasCount(3);
        screen.isAccessible();
        table.getByRole(AriaRole.LINK).last().click();
        page.waitForURL(Pattern.compile("/activity\\?filter="));
        assertThat(page.getByText("30 天前的电话")).hasCount(2);
        fitsAPhone(
                browser,
                Look.PHONE.english().darkened(),
                "/account/" + account + "?part=activity",
                "Activities by week");
    }

    @Test
    void aGroupAddsUpWhatItsSubsidiariesHave(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String holding = account(api, "集团控股有限公司", Map.of());
        String trade = account(api, "集团贸易有限公司", Map.of("parent", holding));
        String plant = account(api, "集团工厂有限公司", Map.of("parent", trade));
        deal(api, holding, "总部的", "10000");
        deal(api, plant, "工厂的", "30000");

        Page page = screen.open("/account/" + plant + "?part=group").page();
        Locator rows = page.getByRole(AriaRole.ROW);
        assertThat(rows).hasCount(4);
        assertThat(rows.nth(1)).containsText(Pattern.compile("集团控股有限公司.*¥40,000.*本公司 ¥10,000"));
        assertThat(rows.nth(2)).containsText(Pattern.compile("集团贸易有限公司.*¥30,000"));
        assertThat(page.locator("tr [aria-current=page]")).hasText("集团工厂有限公司");
        assertThat(named(page, AriaRole.REGION, "集团合计")).containsText("¥4万");
        screen.isAccessible().picture("account-group");
        named(page, AriaRole.LINK, "集团控股有限公司").click();
        page.waitForURL(Pattern.compile(holding + "\\?part=group"));
        assertThat(named(page, AriaRole.REGION, "集团合计")).containsText("含 2 家下属公司");
        fitsAPhone(browser, Look.PHONE.darkened(), "/account/" + trade + "?part=group", "集团内 3 家公司");
    }
}
