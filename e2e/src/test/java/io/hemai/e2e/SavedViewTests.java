package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.title;
import static io.hemai.e2e.Finds.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
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
        assertThat(page.getByText("未保存的修改")).isVisible();
        chen.isAccessible();
        saveAs(page, VIEW);
        assertThat(page.getByText("未保存的修改")).isHidden();

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
    void theUsualColumnsFitBesideTheSidebarAndActsCoverNone(Browser browser) {
        Screen screen =
                browser.screen(browser.demo(), Look.DESK).signedIn("chenlifeng").open("/lead?view=all");
        Page page = screen.page();
        Locator row = page.locator("[role=row][data-body]").first();
        row.hover();
        Locator named = row.getByRole(AriaRole.ROWHEADER);
        assertThat(named.getByRole(AriaRole.BUTTON).last()).isVisible();
        screen.isAccessible().picture("list-row");
        Assertions.assertThat(page.evaluate("() => [...document.querySelectorAll('main *')]"
                        + ".filter(each => each.scrollWidth > each.clientWidth"
                        + " && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)).length"))
                .isEqualTo(0);
        Assertions.assertThat(row.evaluate("row => [...row.querySelectorAll('button, a')]"
                        + ".every(each => each.closest('[role=cell], [role=rowheader]')"
                        + ".getBoundingClientRect().right >= each.getBoundingClientRect().right)"))
                .isEqualTo(true);
    }

    @Test
    void stagesHaveRoomInEnglishToo(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK.english());
        screen.signIn("lizeyu").create("opportunity", Map.of("name", "Annex", "stage", "needs_analysis"));
        Page page = screen.open("/opportunity?view=all").page();
        Locator stage = page.getByRole(AriaRole.ROW)
                .filter(containing("Annex"))
                .getByText("Needs analysis")
                .first();
        Assertions.assertThat(stage.evaluate("tag => tag.scrollWidth - tag.clientWidth"))
                .isEqualTo(0);
        screen.picture("list-english");
    }

    @Test
    void conditionsAreReadWholeWhereThereIsLittleRoom(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK.english()).signedIn("lizeyu");
        Page page = screen.page();
        page.setViewportSize(900, 700);
        screen.open(
                "/lead?view=all&filter={\"field\":\"status\",\"op\":\"in\",\"value\":[\"new\",\"working\",\"qualified\"]}");
        Locator said = page.getByText("New, Working, Qualified");
        assertThat(said).isVisible();
        Assertions.assertThat(said.evaluate("words => words.scrollWidth - words.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void whatAConditionTakesIsCalledByItsField(Browser browser) {
        Screen screen =
                browser.screen(browser.demo(), Look.DESK).signedIn("chenlifeng").open("/lead?view=all");
        Page page = screen.page();
        button(page, "筛选").click();
        option(page, "公司").click();
        assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("公司")))
                .isFocused();
        screen.isAccessible();
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
        assertThat(page.getByText("未保存的修改")).isHidden();
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
    void aSharedViewIsThereWithoutWhatOneMayNotSee(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        boss.create("lead", "{\"name\":\"部分可见\",\"company\":\"看得见的公司\",\"mobile\":\"13800138000\"}");
        boss.post("roles", """
                {"name":"mobileless","label":"不看手机","objects":{"lead":{"read":"all"}},"fields":{"lead.mobile":"hidden"}}""");
        String id = boss.create("user", "{\"name\":\"看不全\",\"login\":\"partial\",\"roles\":[\"mobileless\"]}");
        boss.post("users/" + id + "/password", "{\"password\":\"" + App.PASSWORD + "\"}");
        String view = boss.create("view", """
                {"name":"带手机的线索","object":"lead","columns":["mobile","company"],"settings":{"pinned":["mobile"]},
                 "filter":{"field":"name","op":"contains","value":"部分可见"},"audience":["mobileless"]}""");
        Screen screen = browser.screen(Look.DESK);
        screen.signIn("partial");
        Page page = screen.open("/lead?view=" + view).page();
        assertThat(title(page)).hasText("带手机的线索");
        assertThat(page.getByText("有 1 个字段未显示，您没有查看权限")).isVisible();
        assertThat(page.getByRole(AriaRole.ROW).getByText("看得见的公司")).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"", "姓名", "公司"});
        assertThat(button(page, "收藏带手机的线索")).hasCount(0);
        screen.isAccessible().picture("view-in-part");
    }

    @Test
    void aColleagueTookItToAnotherDay(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = colleague.create("opportunity", "{\"name\":\"撞期\",\"close_date\":\"2027-03-10\"}");
        String calls = "**/api/v1/records/opportunity/" + id;
        screen.open("/opportunity?view=all&kind=calendar&day=close_date&month=2027-03");
        Locator deal = page.locator("[data-record='" + id + "']");
        onceWhileChanging(page, calls, () -> colleague.change("opportunity", id, "{\"next_step\":\"同事写的\"}"));
        deal.focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.getByText("已将“撞期”")).isVisible();
        assertThat(on(page, "11").locator("[data-record='" + id + "']")).isVisible();

        page.unroute(calls);
        onceWhileChanging(page, calls, () -> colleague.change("opportunity", id, "{\"close_date\":\"2027-03-25\"}"));
        deal.focus();
        page.keyboard().press("Alt+ArrowRight");
        assertThat(page.getByText("管理员刚把“撞期”改为")).isVisible();
        assertThat(on(page, "25").locator("[data-record='" + id + "']")).isVisible();
        screen.isAccessible().picture("calendar-clash");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^仍要改为")))
                .click();
        assertThat(on(page, "12").locator("[data-record='" + id + "']")).isVisible();
        assertThat(page.getByText(Pattern.compile("已将“撞期”.*12"))).isVisible();
        Assertions.assertThat(colleague.read("opportunity", id)).contains("\"close_date\":\"2027-03-12\"", "同事写的");
    }

    /** The day of the month that is shown. */
    private static Locator on(Page page, String date) {
        return page.locator("[role=cell][data-other=false]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("[aria-hidden]")
                                .getByText(date, new Locator.GetByTextOptions().setExact(true))));
    }

    private static void onceWhileChanging(Page page, String calls, Runnable somebody) {
        AtomicBoolean once = new AtomicBoolean(true);
        page.route(calls, route -> {
            if (route.request().method().equals("PATCH") && once.getAndSet(false)) {
                somebody.run();
            }
            route.resume();
        });
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

    @Test
    void aViewThatEverybodyHasIsMadeOnesDefault(Browser browser) {
        Page page = browser.screen(browser.demo(), Look.DESK)
                .signedIn("zengfan")
                .open("/contact?view=mine")
                .page();
        act(page, "设为我的默认视图");
        assertThat(told(page, "打开时将默认显示“我的联系人”")).isVisible();
        Page other = browser.screen(browser.demo(), Look.DESK)
                .signedIn("zengfan")
                .open("/contact")
                .page();
        assertThat(title(other)).hasText("我的联系人");
        act(other, "不再作为默认视图");
        assertThat(told(other, "打开时不再默认显示“我的联系人”")).isVisible();
    }
}
