package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed is not lost, and what was is told; keys act on what is shown. */
@ExtendWith(Browser.class)
class FormTests {
    @Test
    void whatWasNotSavedComesBackAndCanBeCleared(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        Locator name = page.getByRole(AriaRole.DIALOG).getByLabel("姓名");
        button(page, "新建线索").first().click();
        name.fill("写到一半");
        page.keyboard().press("Escape");
        assertThat(name).hasCount(0);
        button(page, "新建线索").first().click();
        assertThat(name).hasValue("写到一半");
        assertThat(page.getByText("已恢复您上次没有保存的内容")).isVisible();
        screen.isAccessible();
        button(page, "清空重填").click();
        assertThat(name).hasValue("");
        assertThat(page.getByText("已恢复您上次没有保存的内容")).hasCount(0);
    }

    @Test
    void whatIsAlikeIsToldApart(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        somebody.create("lead", Map.of("name", "沈一舟", "company", "临江阀门", "mobile", "13912345670"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        button(page, "新建线索").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("沈一舟");
        form.getByLabel("手机").fill("13912345670");
        named(form, AriaRole.BUTTON, "保存").click();
        Locator alike = form.getByRole(AriaRole.ALERT).first();
        assertThat(alike).containsText("临江阀门 · 139 1234 5670");
        assertThat(form).not().containsText("duplicates");
        assertThat(alike.getByRole(AriaRole.LINK)).hasAttribute("target", "_blank");
        screen.isAccessible().picture("alike");
    }

    @Test
    void aRegionIsChosenByKeys(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/account");
        Page page = screen.page();
        button(page, "新建客户").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("客户名称").fill("姑苏丝绸");
        region(form).focus();
        page.keyboard().press("ArrowDown");
        Locator places = page.getByRole(AriaRole.MENUITEMCHECKBOX);
        assertThat(places.filter(containing("北京市"))).hasCount(1);
        page.keyboard().press("ArrowDown");
        assertThat(places.filter(containing("北京市"))).hasCount(2);
        page.keyboard().press("ArrowRight");
        assertThat(places.filter(containing("东城区"))).isVisible();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(form).containsText("北京市 / 东城区");
        named(form, AriaRole.BUTTON, "保存").click();
        page.waitForURL(Pattern.compile("/account/[0-9a-f-]{36}"));
        assertThat(page.getByText("北京市 东城区").first()).isVisible();
    }

    @Test
    void aRegionIsFoundByItsName(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        button(page, "新建线索").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("顾姑苏");
        form.getByText("公司信息").click();
        region(form).fill("姑苏");
        page.getByText("江苏省 / 苏州市 / 姑苏区").click();
        named(form, AriaRole.BUTTON, "保存").click();
        page.waitForURL(Pattern.compile("/lead/[0-9a-f-]{36}"));
        assertThat(page.getByText("江苏省 苏州市 姑苏区").first()).isVisible();
    }

    private static Locator region(Locator form) {
        return form.getByLabel("地区", new Locator.GetByLabelOptions().setExact(true));
    }

    @Test
    void somethingNewIsMadeFromAnyPage(Browser browser) {
        Screen screen =
                browser.screen(browser.demo(), Look.DESK).signedIn("wangfang").open("/account?view=all");
        Page page = screen.page();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("新建").setExact(true))
                .click();
        Locator items = page.getByRole(AriaRole.MENUITEM);
        assertThat(items.first()).hasText("客户");
        screen.isAccessible().picture("new");
        items.filter(new Locator.FilterOptions().setHasText("任务")).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("新建任务");
    }

    @Test
    void aClickBesideAFormKeepsWhatIsTyped(Browser browser) {
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/settings/roles")
                .page();
        button(page, "新建角色").first().click();
        Locator name = page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true));
        name.fill("写到一半的角色");
        page.mouse().click(300, 700);
        assertThat(name).hasValue("写到一半的角色");
        button(page, "取消").click();
        assertThat(name).hasCount(0);
        button(page, "新建角色").first().click();
        assertThat(name).isFocused();
        page.mouse().click(300, 700);
        assertThat(name).hasCount(0);
    }

    @Test
    void aDefaultThatIsTakenOutDoesNotComeBack(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        somebody.post("meta/objects", Map.of("name", "visit_plan", "label", Map.of("zh-CN", "拜访计划")));
        somebody.post(
                "meta/objects/c_visit_plan/fields",
                Map.of("name", "place", "type", "text", "label", Map.of("zh-CN", "地点"), "default", "总部"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/c_visit_plan")
                .page();
        button(page, "新建拜访计划").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByRole(AriaRole.TEXTBOX).first().fill("周三去上海");
        assertThat(form.getByLabel("地点")).hasValue("总部");
        form.getByLabel("地点").fill("");
        button(page, "保存").click();
        page.waitForURL(Pattern.compile("/c_visit_plan/[0-9a-f-]{36}$"));
        String id = page.url().substring(page.url().length() - 36);
        assertThat(somebody.read("c_visit_plan", id)).doesNotContain("总部");
    }

    @Test
    void enterWaitsForWhatIsLookedFor(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        somebody.create("lead", Map.of("name", "鄢知行"));
        somebody.create("lead", Map.of("name", "鄢知止"));
        Page page = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/today").page();
        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.HEADING).first())
                .isVisible();
        page.keyboard().press("Control+k");
        Locator search = named(page, AriaRole.COMBOBOX, "搜索和命令");
        search.fill("鄢知行");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        search.fill("鄢知止");
        page.keyboard().press("Enter");
        assertThat(title(page)).hasText("鄢知止");
    }

    @Test
    void partsOfATimelineAreChosenByArrows(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("lead", Map.of("name", "方向键的线索"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/lead/" + id)
                .page();
        named(page, AriaRole.RADIO, "全部").focus();
        page.keyboard().press("ArrowRight");
        assertThat(named(page, AriaRole.RADIO, "跟进")).isFocused();
        assertThat(named(page, AriaRole.RADIO, "跟进")).isChecked();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(named(page, AriaRole.RADIO, "变更")).isChecked();
    }

    @Test
    void aFormOfTheSettingsAsksBeforeItForgets(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/objects");
        Page page = screen.page();
        Locator name = page.getByLabel("中文名称");
        button(page, "新建对象").first().click();
        name.fill("写到一半的对象");
        page.keyboard().press("Escape");
        assertThat(page.getByText("填写的内容不会保留")).isVisible();
        screen.isAccessible().picture("form-lost");
        button(page, "继续编辑").click();
        assertThat(page.getByText("填写的内容不会保留")).isHidden();
        assertThat(name).hasValue("写到一半的对象");
        page.keyboard().press("Escape");
        button(page, "放弃修改").click();
        assertThat(name).hasCount(0);
    }
}
