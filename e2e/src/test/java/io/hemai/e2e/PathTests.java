package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far a record has come, on its page: moved on, asked for what is missing, and taken back. */
@ExtendWith(Browser.class)
class PathTests {
    private static Locator step(Page page, String path, String name) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(path))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Where records come to nothing, which stands beside the path. */
    private static Locator end(Page page, String name) {
        return named(page.locator("header span"), AriaRole.BUTTON, name);
    }

    private static void isAt(Page page, String path, String name) {
        assertThat(step(page, path, name)).hasAttribute("aria-current", "step");
    }

    @Test
    void aMoveIsTakenBackUnlessAColleagueWentOn(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("opportunity", Map.of("name", "走一步的商机", "stage", "initial_contact"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + id);
        Page page = screen.page();
        step(page, "阶段", "方案/报价").click();
        isAt(page, "阶段", "方案/报价");
        button(page, "撤销").click();
        isAt(page, "阶段", "初步接洽");
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"initial_contact\"");

        step(page, "阶段", "方案/报价").click();
        assertThat(told(page, "已变更为“方案/报价”")).isVisible();
        somebody.change("opportunity", id, Map.of("stage", "negotiation"));
        button(page, "撤销").last().click();
        assertThat(told(page, "管理员刚把“走一步的商机”改为“商务谈判”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"negotiation\"");
        button(page, "仍要改为“初步接洽”").click();
        isAt(page, "阶段", "初步接洽");
    }

    @Test
    void whatAMoveLacksIsAskedAndAnEndCanBeTakenBack(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("opportunity", Map.of("name", "缺原因的商机", "stage", "initial_contact"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/opportunity/" + id)
                .page();
        assertThat(step(page, "阶段", "输单")).hasCount(0);
        end(page, "输单").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).click();
        page.getByTitle("价格").last().click();
        named(dialog, AriaRole.BUTTON, "输单").click();
        assertThat(end(page, "输单")).hasAttribute("aria-current", "step");
        button(page, "撤销").click();
        isAt(page, "阶段", "初步接洽");
        assertThat(somebody.read("opportunity", id)).contains("\"status\":\"open\"");
    }

    @Test
    void winningAsksHowMuchAndWhen(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("opportunity", Map.of("name", "没有金额的商机"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + id);
        Page page = screen.page();
        String today =
                String.valueOf(page.evaluate("new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })"));
        step(page, "阶段", "赢单").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("可以留空");
        assertThat(dialog.getByLabel("成交日期")).hasValue(today);
        screen.isAccessible();
        button(page, "取消").click();
        isAt(page, "阶段", "初步接洽");

        named(page.locator("header"), AriaRole.BUTTON, "赢单").first().click();
        assertThat(dialog.getByLabel("成交日期")).hasValue(today);
        dialog.getByLabel("金额").fill("5000");
        named(dialog, AriaRole.BUTTON, "赢单").click();
        isAt(page, "阶段", "赢单");
        assertThat(somebody.read("opportunity", id))
                .contains("\"amount\":{\"amount\":\"5000.00\"", "\"close_date\":\"" + today);
    }

    @Test
    void aLeadIsConvertedWhereItsPathLeads(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("lead", Map.of("name", "走到头的线索", "company", "走到头的公司"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/lead/" + id)
                .page();
        step(page, "状态", "跟进中").click();
        isAt(page, "状态", "跟进中");
        assertThat(step(page, "状态", "无效")).hasCount(0);
        assertThat(end(page, "无效")).isVisible();
        step(page, "状态", "已转化").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("将“走到头的线索”转为客户");
        Locator closes = dialog.getByLabel("预计成交日期");
        assertThat(closes).hasValue(Pattern.compile("\\d{4}-\\d{2}-(28|29|30|31)"));
        String day = closes.inputValue();
        named(dialog, AriaRole.BUTTON, "转为客户").click();
        page.waitForURL(Pattern.compile("/opportunity/"));
        String deal = page.url().replaceAll(".*/opportunity/([0-9a-f-]{36}).*", "$1");
        assertThat(somebody.read("opportunity", deal)).contains("\"close_date\":\"" + day);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("走到头的线索"))
                        .first())
                .isVisible();
    }

    @Test
    void aWinByTheButtonIsTakenBackAsItWas(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create(
                "opportunity", Map.of("name", "误点赢单的商机", "stage", "negotiation", "close_date", "2099-01-31"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/opportunity/" + id)
                .page();
        named(page.locator("header"), AriaRole.BUTTON, "赢单").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("金额").fill("5000");
        named(dialog, AriaRole.BUTTON, "赢单").click();
        assertThat(told(page, "已赢单")).isVisible();
        isAt(page, "阶段", "赢单");
        button(page, "撤销").click();
        isAt(page, "阶段", "商务谈判");
        assertThat(named(page.locator("header"), AriaRole.BUTTON, "赢单").first()).isVisible();
        page.waitForCondition(() -> somebody.read("opportunity", id).contains("\"close_date\":\"2099-01-31\""));
        assertThat(somebody.read("opportunity", id)).contains("\"status\":\"open\"", "\"amount\":null");
    }

    @Test
    void whatTheConversionSaysOfTheCustomerIsWhatHappens(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String known = somebody.create("account", Map.of("name", "澄湖精密有限公司"));
        String typed = somebody.create("lead", Map.of("name", "写了老名字的线索", "company", "没人听过的公司"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead/" + typed);
        Page page = screen.page();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        button(page, "转为客户").first().click();
        dialog.getByLabel("客户", new Locator.GetByLabelOptions().setExact(true))
                .last()
                .fill("澄湖精密（集团）");
        assertThat(dialog.getByText("归入已有客户“澄湖精密有限公司”")).isVisible();
        assertThat(dialog.getByText("名称或信用代码相同，不再新建客户")).isVisible();
        screen.isAccessible().picture("convert-known");
        named(dialog, AriaRole.BUTTON, "转为客户").click();
        page.waitForURL(Pattern.compile("/opportunity/"));
        assertThat(somebody.read("lead", typed)).contains("\"converted_account\":{\"id\":\"" + known);
    }

    @Test
    void whoIsChosenIsWhomTheLeadBecomes(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String other = somebody.create("account", Map.of("name", "远山仪表"));
        String there = somebody.create(
                "contact", Map.of("name", "老联系人", "email", "lao@yuanshan.example.com", "account", other));
        String picked = somebody.create(
                "lead",
                Map.of(
                        "name",
                        "另选客户的线索",
                        "company",
                        "没人听过的公司",
                        "email",
                        "lao@yuanshan.example.com",
                        "product_interest",
                        "铣床"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead/" + picked);
        Page page = screen.page();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        button(page, "转为客户").first().click();
        dialog.getByText("选择其他已有客户").click();
        assertThat(named(dialog, AriaRole.BUTTON, "转为客户")).isDisabled();
        assertThat(dialog.getByText("搜索客户")).isVisible();
        dialog.getByLabel("搜索客户").fill("远山");
        page.getByTitle("远山仪表").last().click();
        assertThat(dialog.getByLabel("使用已有：老联系人")).isChecked();
        assertThat(dialog.getByLabel("商机名称")).hasValue("远山仪表 铣床");
        screen.isAccessible().picture("convert-other");
        named(dialog, AriaRole.BUTTON, "转为客户").click();
        page.waitForURL(Pattern.compile("/opportunity/"));
        assertThat(somebody.read("lead", picked))
                .contains("\"converted_account\":{\"id\":\"" + other, "\"converted_contact\":{\"id\":\"" + there);
    }

    @Test
    void aCustomerOfAColleagueIsSaidToBeThere(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String theirs = somebody.create("account", Map.of("name", "云帆仪器有限公司"));
        somebody.hire("converting", "sales");
        String lead = Api.as(browser.app(), "converting").create("lead", Map.of("name", "同事客户的线索", "company", "云帆仪器"));
        Screen screen = browser.screen(Look.PHONE).signedIn("converting").open("/lead/" + lead);
        Page page = screen.page();
        button(page, "转为客户").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("归入同事的客户")).isVisible();
        assertThat(dialog).not().containsText("云帆仪器有限公司");
        screen.isAccessible().picture("convert-hidden");
        named(dialog, AriaRole.BUTTON, "转为客户").click();
        page.waitForURL(Pattern.compile("/opportunity/"));
        assertThat(somebody.read("lead", lead)).contains("\"converted_account\":{\"id\":\"" + theirs);
    }

    @Test
    void anObjectOfTheCompanyHasItsPath(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        somebody.post("meta/objects", Map.of("name", "rollout", "label", Map.of("zh-CN", "上线项目")));
        List<Map<String, Object>> steps = List.of(
                Map.of("code", "plan", "label", Map.of("zh-CN", "准备")),
                Map.of("code", "trial", "label", Map.of("zh-CN", "试运行")),
                Map.of("code", "live", "label", Map.of("zh-CN", "正式上线")));
        somebody.post(
                "meta/objects/c_rollout/fields",
                Map.of(
                        "name",
                        "step",
                        "type",
                        "choice",
                        "label",
                        Map.of("zh-CN", "进度"),
                        "phase",
                        true,
                        "default",
                        "plan",
                        "choices",
                        steps));
        String id = somebody.create("c_rollout", Map.of("name", "一号线上线"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/c_rollout/" + id);
        Page page = screen.page();
        isAt(page, "进度", "准备");
        step(page, "进度", "试运行").click();
        isAt(page, "进度", "试运行");
        assertThat(somebody.read("c_rollout", id)).contains("\"c_step\":\"trial\"");
        screen.isAccessible();
    }

    @Test
    void anUndoDoesNotOverwriteAColleague(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("lead", Map.of("name", "撤销的线索", "title", "经理"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/lead/" + id)
                .page();
        button(page, "编辑职务").click();
        named(page, AriaRole.TEXTBOX, "职务").fill("总监");
        page.keyboard().press("Enter");
        assertThat(told(page, "已更新职务")).isVisible();
        somebody.change("lead", id, Map.of("title", "总经理"));
        button(page, "撤销").click();
        assertThat(told(page, "管理员后来又改过职务，没有撤销")).isVisible();
        assertThat(somebody.read("lead", id)).contains("\"title\":\"总经理\"");
        button(page, "仍要撤销").click();
        // the timeline tells of the former one as well
        assertThat(page.locator("[data-facts]").getByText("经理", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(somebody.read("lead", id)).contains("\"title\":\"经理\"");
    }
}
