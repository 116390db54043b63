package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list is worked through without leaving it: values are changed in their cells, by mouse and by keys. */
@ExtendWith(Browser.class)
class InlineEditTests {
    /** Wide enough for all columns, so that what can be done with a row covers only the last one. */
    private static final Look WIDE = new Look("zh-CN", false, 1720, 900);

    private static final String COLUMNS = "company,title,status,mobile,email,next_follow_up_at,owner";

    private static String lead(Api somebody, String name) {
        return somebody.create(
                "lead",
                "{\"name\":\"%s\",\"company\":\"旧公司\",\"title\":\"经理\",\"source\":\"web\",\"mobile\":\"13800138000\"}"
                        .formatted(name));
    }

    /** A list with a filter of its own, so that tests do not meet each other's leads. */
    private static Screen list(Browser browser, Look look, String login, String tag) {
        Screen screen = browser.screen(look);
        screen.signIn(login);
        return screen.open("/lead?view=all&columns=" + COLUMNS
                + "&filter={\"field\":\"name\",\"op\":\"contains\",\"value\":\"" + tag + "\"}");
    }

    private static Locator row(Page page, String name) {
        return page.locator("[role=row][data-body]").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Of the columns asked for, from 1 on; the name is 0. */
    private static Locator cell(Locator row, int column) {
        return row.locator("[role=cell], [role=rowheader]").nth(column + 1);
    }

    private static Locator box(Page page, String label) {
        return page.locator("[data-editing=true]").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator told(Page page, String text) {
        return page.getByRole(AriaRole.STATUS).getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private static void pick(Page page, String label) {
        page.locator(".ant-select-dropdown:visible").getByText(label).click();
    }

    private static void whileSending(Page page, Runnable something) {
        AtomicBoolean once = new AtomicBoolean(true);
        page.route("**/api/v1/records/lead/*", route -> {
            if (route.request().method().equals("PATCH") && once.getAndSet(false)) {
                something.run();
            }
            route.resume();
        });
    }

    @Test
    void aCellIsChangedWhereItIsPressed(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, "点击改格");
        lead(somebody, "点击改格之外");
        Screen screen = list(browser, WIDE, App.ADMIN, "点击改格");
        Page page = screen.page();
        Locator row = row(page, "点击改格").filter(new Locator.FilterOptions().setHasNotText("之外"));
        Locator company = cell(row, 1);
        BoundingBox before = company.boundingBox();
        BoundingBox other = row(page, "之外").boundingBox();

        company.click();
        Locator typed = box(page, "公司");
        assertThat(typed).isFocused();
        BoundingBox now = company.boundingBox();
        assertThat(now.x).isEqualTo(before.x);
        assertThat(now.width).isEqualTo(before.width);
        assertThat(now.height).isEqualTo(before.height);
        assertThat(row(page, "之外").boundingBox().y).isEqualTo(other.y);
        screen.isAccessible().picture("list-edit");
        typed.fill("新公司");
        typed.press("Enter");
        assertThat(told(page, "已更新公司")).isVisible();
        assertThat(company).hasText("新公司");
        assertThat(row).isFocused();
        assertThat(somebody.read("lead", id)).contains("\"company\":\"新公司\"");
        button(page, "撤销").click();
        assertThat(company).hasText("旧公司");

        cell(row, 2).click();
        box(page, "职务").fill("总监");
        row(page, "之外").locator("a").first().hover();
        cell(row(page, "之外"), 1).click();
        assertThat(cell(row, 2)).hasText("总监");
        assertThat(box(page, "公司")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(somebody.read("lead", id)).contains("\"title\":\"总监\"");
    }

    @Test
    void theKeyTakesBackWhatWasDoneLastAndNothingWhileTyping(Browser browser) {
        lead(Api.as(browser.app(), App.ADMIN), "撤销按键");
        Page page = list(browser, WIDE, App.ADMIN, "撤销按键").page();
        Locator company = cell(row(page, "撤销按键"), 1);
        Locator typed = box(page, "公司");
        company.click();
        typed.fill("更新的公司");
        typed.press("Enter");
        assertThat(company).hasText("更新的公司");
        button(page, "关闭").click();
        company.click();
        typed.press("Control+z");
        typed.press("Escape");
        assertThat(company).hasText("更新的公司");
        page.keyboard().press("Control+z");
        assertThat(company).hasText("旧公司");
    }

    @Test
    void whatIsChosenLiesOpenAndLinksKeepTheirPress(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, "打开就选");
        Screen screen = list(browser, WIDE.darkened(), App.ADMIN, "打开就选");
        Page page = screen.page();
        Locator row = row(page, "打开就选");

        cell(row, 3).click();
        assertThat(page.locator(".ant-select-dropdown:visible")).isVisible();
        screen.isAccessible().picture("list-edit-choice");
        pick(page, "跟进中");
        assertThat(cell(row, 3)).hasText("跟进中");
        assertThat(told(page, "已更新状态")).isVisible();
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(somebody.read("lead", id)).contains("\"status\":\"working\"");

        cell(row, 3).click();
        assertThat(page.locator(".ant-select-dropdown:visible")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(row).isFocused();

        assertThat(cell(row, 4).locator("a")).hasAttribute("href", "tel:+8613800138000");
        cell(row, 4).hover();
        button(page, "编辑手机").click();
        Locator mobile = box(page, "手机");
        mobile.fill("13900139000");
        mobile.press("Enter");
        assertThat(cell(row, 4)).hasText("139 0013 9000");

        cell(row, 6).click();
        page.locator(".ant-picker-dropdown:visible .ant-picker-now-btn").click();
        assertThat(told(page, "已更新下次跟进时间")).isVisible();
        assertThat(cell(row, 6)).not().hasText("");
        row.locator("a").first().click();
        page.waitForURL(Pattern.compile("/lead/" + id));
    }

    @Test
    void aRowIsFilledInByKeys(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, "键盘改格");
        Page page = list(browser, WIDE, App.ADMIN, "键盘改格").page();
        Locator row = row(page, "键盘改格");
        assertThat(row).isVisible();
        Keyboard keys = page.keyboard();
        keys.press("j");
        assertThat(row).isFocused();
        keys.press("e");
        assertThat(box(page, "姓名")).isFocused();
        keys.press("Tab");
        assertThat(box(page, "公司")).isFocused();
        keys.press("Control+a");
        keys.insertText("键盘公司");
        keys.press("Tab");
        assertThat(box(page, "职务")).isFocused();
        assertThat(cell(row, 1)).hasText("键盘公司");
        assertThat(told(page, "已更新公司")).isVisible();
        keys.press("Tab");
        assertThat(page.locator(".ant-select-dropdown:visible")).isVisible();
        keys.press("Shift+Tab");
        assertThat(box(page, "职务")).isFocused();
        keys.press("Control+a");
        keys.insertText("不要的");
        keys.press("Escape");
        assertThat(row).isFocused();
        assertThat(cell(row, 2)).hasText("经理");
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(somebody.read("lead", id))
                .contains("\"company\":\"键盘公司\"", "\"title\":\"经理\"", "\"status\":\"new\"");
        keys.press("Enter");
        page.waitForURL(Pattern.compile("/lead/" + id));
    }

    @Test
    void whatDoesNotFitIsSaidBesideItAndStays(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, "填错的格");
        Screen screen = list(browser, WIDE.english(), App.ADMIN, "填错的格");
        Page page = screen.page();
        Locator row = row(page, "填错的格");
        cell(row, 5).click();
        Locator email = box(page, "Email");
        email.fill("not an address");
        email.press("Tab");
        Locator wrong = cell(row, 5).getByRole(AriaRole.ALERT);
        assertThat(wrong).isVisible();
        assertThat(email).hasValue("not an address");
        assertThat(email).not().isFocused();
        page.keyboard().press("Escape");
        assertThat(wrong).isVisible();
        screen.isAccessible().picture("list-edit-wrong");
        assertThat(somebody.read("lead", id)).doesNotContain("not an address");
        email.fill("wang@example.com");
        email.press("Enter");
        assertThat(wrong).hasCount(0);
        assertThat(cell(row, 5)).hasText("wang@example.com");
    }

    @Test
    void aColleagueWasQuicker(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "同时改格");
        Screen screen = list(browser, WIDE, App.ADMIN, "同时改格");
        Page page = screen.page();
        Locator row = row(page, "同时改格");
        whileSending(page, () -> colleague.change("lead", id, "{\"title\":\"同事改的\"}"));
        cell(row, 1).click();
        box(page, "公司").fill("我的公司");
        box(page, "公司").press("Enter");
        assertThat(told(page, "已更新公司")).isVisible();
        assertThat(cell(row, 2)).hasText("同事改的");

        page.unroute("**/api/v1/records/lead/*");
        whileSending(page, () -> colleague.change("lead", id, "{\"company\":\"同事的公司\"}"));
        cell(row, 1).click();
        box(page, "公司").fill("又是我的");
        box(page, "公司").press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("同事的公司");
        screen.isAccessible().picture("list-edit-clash");
        dialog.getByText("继续编辑").click();
        assertThat(box(page, "公司")).hasValue("又是我的");
        box(page, "公司").press("Enter");
        dialog.getByRole(AriaRole.RADIO).last().check();
        dialog.getByText("保存").click();
        assertThat(dialog).hasCount(0);
        assertThat(cell(row, 1)).hasText("同事的公司");
        assertThat(colleague.read("lead", id)).contains("\"company\":\"同事的公司\"");
    }

    @Test
    void whatOneMayNotChangeIsNotOpened(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        lead(boss, "只能看的格");
        boss.post("roles", """
                {"name":"phoneless","label":"不改电话","objects":{"lead":{"read":"all","update":"all"}},
                 "fields":{"lead.company":"read","lead.mobile":"masked","lead.email":"hidden"}}""");
        boss.hire("reader", "phoneless");
        Page page = list(browser, WIDE, "reader", "只能看的格").page();
        Locator row = row(page, "只能看的格");
        cell(row, 1).click();
        assertThat(row).isFocused();
        cell(row, 4).click();
        assertThat(cell(row, 4)).containsText("*");
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(cell(row, 1).locator("[data-edit]")).hasCount(0);
        cell(row, 2).click();
        box(page, "职务").fill("改得了");
        page.keyboard().press("Enter");
        assertThat(cell(row, 2)).hasText("改得了");

        Page phone = list(browser, Look.PHONE, App.ADMIN, "只能看的格").page();
        row(phone, "只能看的格").click();
        assertThat(phone.locator("[data-editing=true], [data-edit]")).hasCount(0);
    }

    @Test
    void whoHasNoRoleFindsAnEmptyDeskThatSaysWhom(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        boss.hire("newcomer");
        Screen screen = browser.screen(Look.DESK);
        screen.signIn("newcomer");
        Page page = screen.open("/").page();
        page.waitForURL("**/today");
        assertThat(page.getByText("您还没有任何权限")).isVisible();
        assertThat(page.getByText("请联系管理员")).isVisible();
        screen.isAccessible().picture("no-role");
    }

    @Test
    void anEditorClosesByAPressElsewhere(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        lead(somebody, "别处按下");
        Screen screen = list(browser, WIDE, App.ADMIN, "别处按下");
        Page page = screen.page();
        Locator row = row(page, "别处按下");
        cell(row, 1).click();
        box(page, "公司").fill("新公司");
        page.mouse().click(900, 700); // on nothing that takes the focus
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(cell(row, 1)).hasText("新公司");

        cell(row, 5).click();
        box(page, "邮箱").fill("不是邮箱");
        page.mouse().click(900, 700);
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        page.mouse().click(900, 700);
        assertThat(page.locator("[data-editing=true]")).hasCount(0);
        assertThat(cell(row, 5)).hasText("");
    }

    @Test
    void whoRenamesARecordSeesItsNameWhereOthersLeadThere(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String parent = somebody.create("account", "{\"name\":\"换姓母公司\"}");
        somebody.create("account", "{\"name\":\"换姓子公司\",\"parent\":\"" + parent + "\"}");
        Screen screen = browser.screen(WIDE);
        screen.signIn(App.ADMIN);
        Page page = screen.open("/account?view=all&columns=parent"
                        + "&filter={\"field\":\"name\",\"op\":\"contains\",\"value\":\"换姓\"}")
                .page();
        Locator child = row(page, "换姓子公司");
        assertThat(cell(child, 1)).hasText("换姓母公司");
        Locator own = page.locator("[role=row][data-body]").filter(new Locator.FilterOptions().setHasNotText("换姓子公司"));
        own.hover();
        own.locator("[role=rowheader] [data-edit]").click();
        page.locator("[data-editing=true] input").fill("换姓集团");
        page.keyboard().press("Enter");
        assertThat(cell(child, 1)).hasText("换姓集团");
    }
}
