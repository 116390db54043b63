package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A salesperson asks for something, and those who are asked decide: on the page of the record, or on their list. */
@ExtendWith(Browser.class)
class ApprovalTests {
    private static final String SELLS = "approval-seller";
    private static final String LEADS = "approval-lead";
    private static final String DIRECTS = "approval-director";

    private static final double PATIENCE = 30_000;

    private final Map<String, Api> published = new HashMap<>();

    @AfterEach
    void stop() {
        published.forEach((flow, api) -> api.post("records/flow/" + flow + "/stop", Map.of()));
    }

    private static Api company(Browser browser) {
        Api admin = Api.as(browser.app(), App.ADMIN);
        if (!admin.get("records/user?limit=200&fields=login").contains(SELLS)) {
            admin.hire(DIRECTS, "sales_manager");
            admin.hire(LEADS, "sales_manager");
            admin.hire(SELLS, "sales");
            admin.change("user", id(admin, SELLS), Map.of("manager", id(admin, LEADS)));
        }
        return admin;
    }

    private static String id(Api admin, String login) {
        return admin.first("user", "login", login);
    }

    private static Map<String, Object> ask(String title, Map<String, Object> terms) {
        Map<String, Object> input = new HashMap<>(terms);
        input.put("title", title);
        return Map.of("do", "approval", "input", input);
    }

    private void flow(Api admin, String name, List<?> steps) {
        String flow = admin.create(
                "flow",
                Map.of(
                        "name",
                        name,
                        "object",
                        "opportunity",
                        "definition",
                        Map.of("trigger", Map.of("kind", "button"), "steps", steps)));
        admin.post("records/flow/" + flow + "/publish", Map.of());
        published.put(flow, admin);
    }

    private static String deal(Browser browser, String name) {
        return Api.as(browser.app(), SELLS).create("opportunity", Map.of("name", name));
    }

    private static Page at(Browser browser, Look look, String who, String path) {
        return browser.screen(look).signedIn(who).open(path).page();
    }

    private static Locator bar(Page page) {
        return page.locator("[data-approval]");
    }

    /** Flows work by themselves, and what they did is told then. */
    private static void says(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.LISTITEM).filter(containing(name));
    }

    /** Presses the button, says why, and presses the one of the dialog. */
    private static void decides(Page page, Locator place, String deed, String comment) {
        named(place, AriaRole.BUTTON, deed).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).last().fill(comment);
        named(dialog, AriaRole.BUTTON, deed).click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void theWayOfAnApprovalReadsLikeAStory(Browser browser) {
        Api admin = company(browser);
        flow(
                admin,
                "折扣审批",
                List.of(
                        ask("经理审批", Map.of("who", "manager")),
                        ask("总监审批", Map.of("who", "people", "people", List.of(id(admin, DIRECTS))))));
        String path = "/opportunity/" + deal(browser, "故事一");

        Screen window = browser.screen(Look.DESK).signedIn(SELLS).open(path);
        Page seller = window.page();
        button(seller, "折扣审批").click();
        says(bar(seller), "等待" + LEADS + "审批");
        assertThat(button(seller, "折扣审批")).hasCount(0);
        assertThat(seller.locator("[data-facts] [data-edit]")).hasCount(1); // whose it is
        assertThat(seller.locator("[data-facts]")
                        .getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHas(seller.locator("svg.lucide-lock")))
                        .first())
                .hasAttribute("aria-label", Pattern.compile("正在审批“折扣审批”"));
        window.isAccessible().picture("approval-submitted");

        leadApproves(browser);
        Page director = at(browser, Look.DESK, DIRECTS, path);
        sendsBack(director);
        resubmits(seller);
        says(bar(director), "请您审批");
        director.keyboard().press("a");
        director.getByLabel("审批意见").fill("可以");
        director.keyboard().press("Control+Enter");
        says(bar(director), "已通过");

        says(bar(seller), "已通过");
        named(bar(seller), AriaRole.BUTTON, "审批过程").click();
        Locator story = seller.getByLabel("“折扣审批”的审批过程").getByRole(AriaRole.LISTITEM);
        assertThat(story).containsText(new String[] {
            SELLS + "提交了审批", LEADS + "同意", DIRECTS + "退回给发起人", SELLS + "修改后重新提交", DIRECTS + "同意", "审批通过"
        });
        assertThat(story.nth(1)).containsText("毛利够");
        window.isAccessible().picture("approval-story");
    }

    private static void leadApproves(Browser browser) {
        Page lead = at(browser, Look.DESK, LEADS, "/approvals");
        assertThat(lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^审批"))))
                .containsText("1 项审批待处理");
        decides(lead, row(lead, "故事一"), "同意", "毛利够");
        assertThat(told(lead, "已同意")).isVisible();
        assertThat(row(lead, "故事一")).hasCount(0);
    }

    private static void sendsBack(Page director) {
        says(bar(director), "请您审批");
        named(bar(director), AriaRole.BUTTON, "退回").click();
        named(director.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "退回").click();
        assertThat(director.getByRole(AriaRole.ALERT)).containsText("请填写原因");
        director.getByRole(AriaRole.DIALOG).getByLabel("退回原因").fill("缺竞品报价");
        director.keyboard().press("Control+Enter");
        says(bar(director), "等待" + SELLS + "修改后重新提交");
    }

    private static void resubmits(Page seller) {
        says(bar(seller), "缺竞品报价");
        assertThat(seller.locator("[data-facts] [data-edit]").nth(1)).isAttached();
        named(bar(seller), AriaRole.BUTTON, "重新提交").click();
        seller.getByLabel("直接到退回的环节").check();
        seller.getByLabel("修改说明").fill("报价已附");
        named(seller.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "重新提交").click();
        says(bar(seller), "等待" + DIRECTS + "审批");
    }

    @Test
    void ofSeveralEachTellsWhatCameOfIt(Browser browser) {
        Api admin = company(browser);
        flow(admin, "批量审批", List.of(ask("批量", Map.of("who", "manager"))));
        Api seller = Api.as(browser.app(), SELLS);
        String flow = published.keySet().iterator().next();
        List<String> deals = List.of(deal(browser, "批量甲"), deal(browser, "批量乙"));
        seller.post("flows/" + flow + "/runs", Map.of("records", deals));

        Screen window = browser.screen(Look.PHONE).signedIn(LEADS).open("/approvals");
        Page page = window.page();
        assertThat(row(page, "批量乙")).isVisible();
        row(page, "批量甲").getByRole(AriaRole.CHECKBOX).check();
        row(page, "批量乙").getByRole(AriaRole.CHECKBOX).check();
        Locator tools = page.getByRole(AriaRole.TOOLBAR);
        assertThat(tools).containsText("已选 2 项");
        window.isAccessible().fitsItsWidth().picture("approvals-phone");
        window.whileSending("**/approve", () -> {
            String task = idOfApproval(seller, deals.get(0));
            seller.post("records/approval/" + task + "/withdraw", Map.of());
            seller.post("records/approval/" + idOfApproval(seller, deals.get(1)) + "/urge", Map.of());
        });
        decides(page, tools, "同意", "都可以");
        assertThat(tools).containsText("1 项未成功");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(1);
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(containing("已同意"))).hasCount(1);
        window.isAccessible().fitsItsWidth().picture("approvals-results");
        named(tools, AriaRole.BUTTON, "知道了").click();
        assertThat(page.getByText("没有待处理的审批")).isVisible();
        button(page, "已处理").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("都可以");
    }

    private static String idOfApproval(Api who, String record) {
        return Api.idOf(who.get("approvals?object=opportunity&record=" + record));
    }

    @Test
    void whoeverSubmitsItChoosesWhoDecides(Browser browser) {
        Api admin = company(browser);
        flow(admin, "特价申请", List.of(ask("特价", Map.of("who", "chosen", "content", List.of("amount")))));
        Screen window = browser.screen(Look.DESK.english().darkened())
                .signedIn(SELLS)
                .open("/opportunity/" + deal(browser, "自选"));
        Page page = window.page();
        button(page, "特价申请").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        named(dialog, AriaRole.BUTTON, "Submit").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose who approves");
        dialog.getByLabel("Approvers").fill(DIRECTS);
        page.locator(".ant-select-item-option[title='" + DIRECTS + "']").click();
        window.isAccessibleAtWork();
        named(dialog, AriaRole.BUTTON, "Submit").click();
        says(bar(page), "Waiting for " + DIRECTS);
        says(bar(page), "Locked: Amount");
        window.isAccessible().picture("approval-chosen");
        decides(page, bar(page), "Withdraw", "wrong price");
        says(bar(page), "Withdrawn");
    }

    @Test
    void whatChangedMeanwhileIsLookedAtOnceMore(Browser browser) {
        Api admin = company(browser);
        List<String> both = List.of(id(admin, LEADS), id(admin, App.ADMIN));
        Map<String, Object> terms =
                Map.of("who", "people", "people", both, "mode", "all", "editable", List.of("next_step"));
        flow(admin, "会签", List.of(ask("会签审批", terms)));
        String deal = deal(browser, "变更中");
        Api.as(browser.app(), SELLS)
                .post("flows/" + published.keySet().iterator().next() + "/runs", Map.of("records", List.of(deal)));
        Page lead = at(browser, Look.DESK, LEADS, "/approvals");
        row(lead, "变更中").getByRole(AriaRole.LINK).click();
        Locator peek = lead.locator("[data-peek]");
        assertThat(named(peek, AriaRole.BUTTON, "同意")).isEnabled();
        admin.change("opportunity", deal, Map.of("next_step", "先谈付款方式"));
        says(peek, "审批内容有变更");
        assertThat(named(peek, AriaRole.BUTTON, "同意")).isDisabled();
        named(peek, AriaRole.BUTTON, "已核对").click();
        decides(lead, peek, "同意", "");
        says(peek.locator("[data-approval]"), "等待");
        assertThat(Api.as(browser.app(), LEADS).read("opportunity", deal)).contains("先谈付款方式");
    }

    @Test
    void itsFormAsksWhatFitsAndARefusalHasAWayOfItsOwn(Browser browser) {
        Screen window = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/flows/new?object=opportunity");
        Page page = window.page();
        add(page, 0, "审批");
        Locator panel = named(page, AriaRole.COMPLEMENTARY, "审批");
        assertThat(panel.getByLabel("第几级")).isVisible();
        // whoever types earlier types into it
        assertThat(panel.getByLabel("环节名称")).isFocused();
        panel.getByLabel("审批人 *").fill("角色");
        page.locator(".ant-select-item-option[title='角色']").click();
        assertThat(panel.getByLabel("第几级")).hasCount(0);
        assertThat(panel.getByLabel("同意比例（%）")).hasCount(0);
        panel.getByLabel("角色", new Locator.GetByLabelOptions().setExact(true)).fill("销售主管");
        page.locator(".ant-select-item-option[title='销售主管']").click();
        panel.getByLabel("多人审批方式").fill("按比例");
        page.locator(".ant-select-item-option[title='按比例']").click();
        panel.getByLabel("同意比例（%）").fill("60");
        named(panel, AriaRole.BUTTON, "添加拒绝后的步骤").click();
        assertThat(page.locator("[data-card]").filter(containing("被拒绝时"))).isVisible();
        add(page, 1, "创建任务");
        named(page, AriaRole.COMPLEMENTARY, "创建任务").getByLabel("主题").fill("向客户说明");
        window.isAccessible().picture("flow-approval");
        button(page, "保存").click();
        page.waitForURL(Pattern.compile(".*/settings/flows/[0-9a-f-]{36}$"));

        add(page, 0, "执行操作");
        Locator verb = named(page, AriaRole.COMPLEMENTARY, "执行操作");
        verb.getByRole(AriaRole.COMBOBOX).first().click();
        assertThat(page.locator(".ant-select-item-option[title='分配']")).isVisible();
        assertThat(page.locator(".ant-select-item-option[title='共享']")).hasCount(0);
    }

    private static void add(Page page, int plus, String kind) {
        button(page, "添加步骤").nth(plus).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(kind))
                .first()
                .click();
    }
}
