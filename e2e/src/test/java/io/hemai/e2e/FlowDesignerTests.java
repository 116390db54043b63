package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator draws what happens by itself, tries it, publishes it and looks at what it did. */
@ExtendWith(Browser.class)
class FlowDesignerTests {
    private static final Pattern KEPT = Pattern.compile(".*/settings/flows/[0-9a-f-]{36}$");
    private static final String NEW = "/settings/flows/new?object=lead";

    private static Screen at(Browser browser, Look look, String path) {
        return browser.screen(look).signedIn(App.ADMIN).open(path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator card(Page page, String text) {
        return page.locator("[data-card]").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator panel(Page page, String name) {
        return page.getByRole(
                AriaRole.COMPLEMENTARY,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Adds a step at the plus of that number from above. */
    private static void add(Page page, int plus, String kind) {
        button(page, "添加步骤").nth(plus).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(kind))
                .click();
    }

    private static void option(Page page, String name) {
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Chooses what a field lists below it. */
    private static void listed(Page page, String name) {
        page.locator(".ant-select-item-option[title='" + name + "']").click();
    }

    /** Until the person has as many tasks of that subject. */
    private static void awaitTasks(Page page, Api api, String subject, int count) {
        String wanted =
                "{\"filter\":{\"field\":\"subject\",\"op\":\"eq\",\"value\":\"" + subject + "\"},\"fields\":[\"id\"]}";
        page.waitForCondition(() -> api.post("records/task/query", wanted).split("\"id\"", -1).length == count + 1);
    }

    private static void chooseLeads(Page page) {
        button(page, "新建流程").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        button(dialog, "开始设计").click();
        assertThat(dialog).containsText("请选择对象");
        dialog.getByLabel("对象").fill("线索");
        listed(page, "线索");
        button(dialog, "开始设计").click();
    }

    private static void drawWay(Page page, String task) {
        card(page, "分支 1").click();
        Locator way = panel(page, "分支设置");
        way.getByLabel("分支名称").fill("官网线索");
        button(way, "添加条件").click();
        option(page, "来源");
        option(page, "官网");
        page.keyboard().press("Escape");
        assertThat(card(page, "官网线索")).containsText("来源 是 官网");
        add(page, 1, "创建任务");
        panel(page, "创建任务").getByLabel("主题").fill(task);
        assertThat(card(page, task)).isVisible();
    }

    @Test
    void whatIsDrawnAndPublishedHappens(Browser browser) {
        String task = "联系官网线索";
        Screen screen = at(browser, Look.DESK, "/settings/flows");
        Page page = screen.page();
        chooseLeads(page);
        add(page, 0, "条件分支");
        drawWay(page, task);
        page.getByLabel("流程名称").fill("官网线索跟进");
        screen.isAccessible().picture("flow-designer");
        button(page, "发布").click();
        page.waitForURL(KEPT);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("发布后立即生效");
        button(dialog, "发布").click();
        assertThat(page.getByText("已发布“官网线索跟进”").last()).isVisible();
        assertThat(page.getByText("第 1 版")).isVisible();

        Api api = screen.api();
        api.create("lead", "{\"name\":\"从展会来\",\"source\":\"exhibition\"}");
        api.create("lead", "{\"name\":\"从官网来\",\"source\":\"website\"}");
        awaitTasks(page, api, task, 1);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("运行记录"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("从官网来"))
                .click();
        Locator run = panel(page, "一次运行");
        assertThat(run).containsText("已完成");
        assertThat(run).containsText("官网线索");
        assertThat(page.locator("[data-mark=taken]").filter(new Locator.FilterOptions().setHasText(task)))
                .isVisible();
        screen.isAccessible().picture("flow-run");
    }

    @Test
    void whatIsWrongIsMarkedAtItsCardAndNothingIsLost(Browser browser) {
        Screen screen = at(browser, Look.DESK, NEW);
        Page page = screen.page();
        add(page, 0, "创建任务");
        add(page, 1, "等待");
        panel(page, "等待").getByLabel("天").fill("0");
        button(page, "保存").click();
        assertThat(card(page, "创建任务").first()).hasAttribute("aria-label", Pattern.compile("需要修改：请填写“主题”"));
        button(page, "查看").click();
        panel(page, "创建任务").getByLabel("主题").fill("稍后联系");
        button(page, "保存").click();
        assertThat(card(page, "等待").first()).hasAttribute("aria-label", Pattern.compile("需要修改"));
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("有 1 处需要修改");
        screen.isAccessible().picture("flow-wrong");

        page.reload();
        assertThat(page.getByText("已恢复上次没有保存的修改")).isVisible();
        card(page, "等待").first().click();
        panel(page, "等待").getByLabel("天").fill("2");
        assertThat(card(page, "2 天")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("返回流程列表"))
                .click();
        button(page, "继续编辑").click();
        button(page, "保存").click();
        page.waitForURL(KEPT);
        assertThat(card(page, "稍后联系")).isVisible();
    }

    @Test
    void aTrialShowsTheWayOfARecordAndLeavesNothing(Browser browser) {
        Screen screen = at(browser, Look.DESK, NEW);
        Api api = screen.api();
        api.create("lead", "{\"name\":\"试一试\"}");
        Page page = screen.page();
        add(page, 0, "创建任务");
        panel(page, "创建任务").getByLabel("主题").fill("试运行的任务");
        button(page, "保存").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("运行记录")))
                .isVisible();
        button(page, "试运行").click();
        Locator trial = panel(page, "试运行");
        trial.getByLabel("线索").fill("试一试");
        listed(page, "试一试");
        button(trial, "试运行").click();
        assertThat(trial).containsText("流程会走完");
        assertThat(trial).containsText("新建任务");
        assertThat(page.locator("[data-mark=taken]")).hasCount(4); // two cards, each with its mark
        screen.isAccessible().picture("flow-trial");
        awaitTasks(page, api, "试运行的任务", 0);
    }

    @Test
    void theExampleOfAnApprovalIsCompleteAsItIs(Browser browser) {
        Screen screen = at(browser, Look.DESK, "/settings/flows/new?object=opportunity&from=approval");
        Page page = screen.page();
        assertThat(card(page, "有人点击按钮时")).containsText("仅限 金额 大于");
        assertThat(card(page, "超过 200 万")).containsText("金额 大于");
        assertThat(card(page, "更上一级审批")).containsText("发起人的第 2 级上级 · 1 个工作日内");
        screen.isAccessible().picture("flow-example-approval");
        button(page, "保存").click();
        page.waitForURL(KEPT);
    }

    @Test
    void aFlowIsDrawnByKeysAlone(Browser browser) {
        Page page = at(browser, Look.DESK, NEW).page();
        page.locator("[data-card=trigger]").focus();
        page.keyboard().press("a");
        page.keyboard().press("Enter");
        assertThat(panel(page, "创建任务").getByLabel("主题")).isFocused();
        page.keyboard().type("第一步");
        page.keyboard().press("Escape");
        assertThat(card(page, "第一步")).isFocused();
        page.keyboard().press("d");
        assertThat(card(page, "第一步")).hasCount(2);
        page.keyboard().press("Enter");
        assertThat(panel(page, "创建任务").getByLabel("主题")).isFocused();
        page.keyboard().press("End");
        page.keyboard().type("之后");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(page.locator("[data-card]").nth(1)).containsText("第一步之后");
        page.keyboard().press("Delete");
        assertThat(card(page, "第一步")).hasCount(1);
        page.keyboard().press("Control+z");
        assertThat(card(page, "第一步")).hasCount(2);
        assertThat(card(page, "第一步").first().textContent()).contains("之后");
    }

    @Test
    void aFlowIsDrawnOnThePhone(Browser browser) {
        Screen screen = at(browser, Look.PHONE, NEW);
        Page page = screen.page();
        add(page, 0, "创建任务");
        Locator sheet = page.getByRole(AriaRole.DIALOG);
        sheet.getByLabel("主题").fill("手机上的任务");
        screen.fitsItsWidth().isAccessible().picture("flow-phone-form");
        button(sheet, "完成").click();
        assertThat(card(page, "手机上的任务")).isVisible();
        screen.fitsItsWidth().isAccessible().picture("flow-phone");
        button(page, "保存").click();
        page.waitForURL(KEPT);
    }
}
