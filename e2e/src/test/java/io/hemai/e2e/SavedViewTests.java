package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.title;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list is arranged once, kept as a view, and shared with a colleague who makes another one of it. */
@ExtendWith(Browser.class)
class SavedViewTests {
    private static final String VIEW = "跟进中的线索";
    private static final Pattern SAVED = Pattern.compile("/lead\\?view=[0-9a-f-]{36}$");

    private static Locator option(Page page, String name) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void saveAs(Page page, String name) {
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill(name);
        page.keyboard().press("Enter");
        assertThat(title(page)).hasText(name);
        assertThat(page).hasURL(SAVED);
    }

    private static void act(Page page, String name) {
        button(page, "视图操作").click();
        button(page, name).click();
    }

    @Test
    void aViewIsKeptSharedAndMadeOnesOwn(Browser browser) {
        Screen chen =
                browser.screen(browser.demo(), Look.DESK).signedIn("chenlifeng").open("/lead");
        Page page = chen.page();
        assertThat(title(page)).hasText("全部线索");
        button(page, "筛选").click();
        option(page, "状态").click();
        option(page, "跟进中").click();
        page.keyboard().press("Escape");
        assertThat(page.getByText("未保存的更改")).isVisible();
        chen.isAccessible();
        saveAs(page, VIEW);
        assertThat(page.getByText("未保存的更改")).isHidden();

        page.reload();
        assertThat(title(page)).hasText(VIEW);
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("筛选条件")))
                .containsText("跟进中");

        act(page, "共享");
        button(page, "添加同事或部门").click();
        option(page, "王芳").click();
        assertThat(page.getByLabel("王芳的权限")).hasValue("read");
        chen.isAccessible().picture("view-shared");
        page.keyboard().press("Escape");

        colleague(browser);

        act(page, "删除视图");
        assertThat(title(page)).hasText("全部线索");
        button(page, "撤销").click();
        assertThat(title(page)).hasText(VIEW);
        assertThat(page).hasURL(SAVED);
    }

    private static void colleague(Browser browser) {
        Screen wang = browser.screen(browser.demo(), Look.DESK.darkened())
                .signedIn("wangfang")
                .open("/lead");
        Page page = wang.page();
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("视图"))
                .getByText(VIEW)
                .click();
        assertThat(title(page)).hasText(VIEW);
        button(page, "评分").click();
        assertThat(button(page, "另存为")).isVisible();
        assertThat(button(page, "保存")).isHidden();
        wang.isAccessible().picture("view-of-a-colleague");

        saveAs(page, "按评分");
        button(page, "收藏按评分").click();
        assertThat(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("收藏")))
                .containsText("按评分");
        act(page, "设为我的默认视图");
        assertThat(page.getByText("打开时将默认显示“按评分”")).isVisible();
        page.evaluate("() => { sessionStorage.clear(); localStorage.clear() }");
        page.navigate("/lead");
        assertThat(title(page)).hasText("按评分");
    }

    @Test
    void aChangedViewIsSavedAndTakenBack(Browser browser) {
        Screen admin =
                browser.screen(browser.demo(), Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = admin.page();
        button(page, "评分").click();
        saveAs(page, "评分低的在前");
        button(page, "评分").click();
        button(page, "保存").click();
        assertThat(page.getByText("未保存的更改")).isHidden();
        assertThat(header(page)).hasAttribute("aria-sort", "descending");
        button(page, "撤销").click();
        assertThat(header(page)).hasAttribute("aria-sort", "ascending");
        assertThat(page).hasURL(SAVED);
    }

    private static Locator header(Page page) {
        return page.getByRole(AriaRole.COLUMNHEADER).filter(new Locator.FilterOptions().setHas(button(page, "评分")));
    }

    @Test
    void aCalendarTakesRecordsToOtherDays(Browser browser) {
        Screen admin =
                browser.screen(browser.demo(), Look.DESK).signedIn(App.ADMIN).open("/task?view=all");
        Page page = admin.page();
        button(page, "日历").click();
        Locator day = page.getByRole(AriaRole.CELL)
                .filter(new Locator.FilterOptions().setHas(page.locator("[data-record]")))
                .first();
        assertThat(day).isVisible();
        admin.isAccessible().picture("calendar");
        Locator task = day.locator("[data-record]").first();
        String id = task.getAttribute("data-record");
        task.focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.getByText("已将“")).isVisible();
        assertThat(day.locator("[data-record='" + id + "']")).hasCount(0);
        button(page, "撤销").click();
        assertThat(day.locator("[data-record='" + id + "']")).isVisible();

        day.hover();
        day.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("截止时间")).not().hasValue("");
    }

    @Test
    void aViewThatIsNotThereLeavesTheListUsable(Browser browser) {
        Screen phone = browser.screen(browser.demo(), Look.PHONE).signedIn(App.ADMIN);
        phone.open("/lead?view=01a2172d-0000-75aa-8b33-5091b2aaa7bb&columns=company,gone&filter=%7B");
        Page page = phone.page();
        assertThat(page.getByText("这个视图已被删除")).isVisible();
        assertThat(page.getByRole(AriaRole.ROW).first()).isVisible();
        phone.isAccessible().picture("view-missing");
        button(page, "知道了").click();
        assertThat(title(page)).hasText("全部线索");
        assertThat(page.getByText("这个视图已被删除")).isHidden();
    }
}
