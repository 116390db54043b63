package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator says when people work, and has an approval decided within a working day. */
@ExtendWith(Browser.class)
class WorkingCalendarTests {
    private static final double SLOW_MILLIS = 20_000;

    private static final String YEAR = "2031";

    private static Locator rows(Page page, String list) {
        return named(page, AriaRole.LIST, list).getByRole(AriaRole.LISTITEM);
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void choose(Page page, Locator box, String option) {
        box.click();
        page.locator(".ant-select-item-option[title='" + option + "']").click();
    }

    @Test
    void daysAreAddedChangedAndTakenAway(Browser browser) {
        Screen window = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/calendars");
        Page page = window.page();
        assertThat(rows(page, "每周上班时间").first())
                .containsText(Pattern.compile("周一至周五 09:00-12:00, 13:00-18:00.*下一个工作日：.*公司默认", Pattern.DOTALL));
        choose(page, named(page, AriaRole.COMBOBOX, "年份"), "2026 年");
        assertThat(rows(page, "节假日与调休").filter(containing("10-01 周四 – 10-07 周三 · 7 天")))
                .containsText("国庆节");
        window.isAccessible().picture("settings-calendars-year");

        button(page, "添加日期").click();
        dialog(page).getByLabel("名称").fill("厂庆");
        window.isAccessible();
        day(page, "开始日期", YEAR + "-05-06");
        day(page, "结束日期", YEAR + "-05-08");
        window.picture("settings-calendars-day");
        page.keyboard().press("Control+Enter");
        assertThat(dialog(page)).hasCount(0);
        choose(page, named(page, AriaRole.COMBOBOX, "年份"), YEAR + " 年");
        Locator row = rows(page, "节假日与调休").filter(containing("厂庆"));
        assertThat(row).containsText(Pattern.compile("05-06 周二 – 05-08 周四 · 3 天.*休息", Pattern.DOTALL));

        button(page, "厂庆").press("Enter");
        day(page, "开始日期", YEAR + "-05-07");
        named(dialog(page), AriaRole.BUTTON, "保存").click();
        assertThat(row).containsText(Pattern.compile("05-07 周三 – 05-08 周四 · 2 天", Pattern.DOTALL));

        button(page, "厂庆的更多操作").click();
        named(page, AriaRole.MENUITEM, "删除").click();
        assertThat(page.getByText(YEAR + " 年还没有节假日")).isVisible();
        button(page, "撤销").click();
        assertThat(row).containsText("2 天");
    }

    private static void day(Page page, String label, String day) {
        Locator field = dialog(page).getByLabel(label);
        field.fill(day);
        field.press("Tab");
    }

    @Test
    void itReadsInTheDarkInEnglishAndOnAPhone(Browser browser) {
        Screen dark = browser.screen(Look.DESK.english().darkened()).signedIn(App.ADMIN);
        assertThat(named(dark.open("/settings/calendars").page(), AriaRole.HEADING, "Working calendars"))
                .isVisible();
        choose(dark.page(), named(dark.page(), AriaRole.COMBOBOX, "Year"), "2026");
        assertThat(rows(dark.page(), "Holidays and make-up days").first()).isVisible();
        dark.isAccessible().picture("settings-calendars-dark");
        Screen phone = browser.screen(Look.PHONE).signedIn(App.ADMIN);
        phone.open("/settings/calendars");
        choose(phone.page(), named(phone.page(), AriaRole.COMBOBOX, "年份"), "2026 年");
        assertThat(rows(phone.page(), "节假日与调休").first()).isVisible();
        phone.isAccessible().picture("settings-calendars-phone");
        button(phone.page(), "添加日期").click();
        assertThat(dialog(phone.page()).getByLabel("名称"))
                .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(SLOW_MILLIS));
        phone.isAccessible().picture("settings-calendars-phone-day");
    }

    @Test
    void aTeamHasHoursOfItsOwn(Browser browser) {
        Screen window = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/calendars");
        Page page = window.page();
        button(page, "新建日历").click();
        dialog(page).getByLabel("名称").fill("客服轮班");
        dialog(page).getByLabel("周一").fill("8:00～20:00");
        named(dialog(page), AriaRole.BUTTON, "周二至周五与周一相同").click();
        dialog(page).getByLabel("周六").fill("朝九晚五");
        named(dialog(page), AriaRole.BUTTON, "新建日历").click();
        assertThat(dialog(page).getByText("不是有效的时段")).isVisible();
        dialog(page).getByLabel("周六").fill("09:00-12:00");
        window.isAccessible().picture("settings-calendars-week");
        named(dialog(page), AriaRole.BUTTON, "新建日历").click();
        Locator row = rows(page, "每周上班时间").filter(containing("客服轮班"));
        assertThat(row).containsText("周一至周五 08:00-20:00；周六 09:00-12:00");

        window.open("/settings/departments");
        button(page, "新建部门").first().click();
        dialog(page).getByLabel("名称").fill("客服");
        dialog(page).getByLabel("工作日历").fill("客服轮班");
        page.locator(".ant-select-item-option").filter(containing("客服轮班")).click();
        named(dialog(page), AriaRole.BUTTON, "新建部门").click();
        assertThat(dialog(page)).hasCount(0);
        window.open("/settings/calendars");
        assertThat(row).containsText("使用部门：客服");
    }

    @Test
    void anApprovalIsDecidedWithinAWorkingDay(Browser browser) {
        Screen window = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/flows/new?object=opportunity");
        Page page = window.page();
        button(page, "添加步骤").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("审批"))
                .first()
                .click();
        Locator panel = named(page, AriaRole.COMPLEMENTARY, "审批");
        // whoever types earlier types into it
        assertThat(panel.getByLabel("环节名称")).isFocused();
        assertThat(panel.getByLabel("计时方式")).hasCount(0);
        panel.getByLabel("天", new Locator.GetByLabelOptions().setExact(true)).fill("1");
        choose(page, panel.getByLabel("计时方式"), "工作时间");
        assertThat(page.locator("[data-card]").filter(containing("1 个工作日内"))).isVisible();
        panel.getByLabel("计时方式").scrollIntoViewIfNeeded();
        window.isAccessible().picture("flow-approval-working-day");
        button(page, "保存").click();
        page.waitForURL(Pattern.compile(".*/settings/flows/[0-9a-f-]{36}$"));
        page.reload();
        assertThat(page.locator("[data-card]").filter(containing("1 个工作日内"))).isVisible();
    }
}
