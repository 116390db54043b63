package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator says what it takes to come to a stage, and who sells is led by that. */
@ExtendWith(Browser.class)
class ProcessTests {
    private static final String SELLS = "process-seller";
    private static final Pattern KEPT = Pattern.compile(".*/settings/processes/[0-9a-f-]{36}$");

    private final Map<String, Api> published = new HashMap<>();

    /** A gate that stays would stand in the way of all other deals of the company. */
    @AfterEach
    void pause() {
        published.forEach((process, admin) -> admin.post("records/process/" + process + "/pause", Map.of()));
    }

    private static Api company(Browser browser) {
        Api admin = Api.as(browser.app(), App.ADMIN);
        if (!admin.get("records/user?limit=200&fields=login").contains(SELLS)) {
            admin.hire(SELLS, "sales");
        }
        return admin;
    }

    /** A process that holds, for deals of whichever pipeline. */
    private void holds(Api admin, String name, List<?> gates) {
        List<?> states = List.of(
                Map.of("value", "initial_contact", "guide", "先弄清谁拍板"),
                Map.of("value", "needs_analysis"),
                Map.of("value", "proposal"),
                Map.of("value", "negotiation"),
                Map.of("value", "lost", "aside", true));
        Object definition = Map.of("others", "allow", "states", states, "gates", gates);
        String process = admin.create(
                "process", Map.of("name", name, "object", "opportunity", "field", "stage", "definition", definition));
        admin.post("records/process/" + process + "/publish", Map.of());
        published.put(process, admin);
    }

    private static String deal(Browser browser, String name) {
        return Api.as(browser.app(), SELLS).create("opportunity", Map.of("name", name, "stage", "initial_contact"));
    }

    private static Locator step(Page page, String name) {
        return named(page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("阶段")), AriaRole.BUTTON, name);
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator panel(Page page, String name) {
        return page.getByRole(
                AriaRole.COMPLEMENTARY,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void listed(Page page, String name) {
        page.locator(".ant-select-item-option[title='" + name + "']").click();
    }

    private static Locator state(Page page, String name) {
        return region(page, "阶段路径").getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void whatAnAdministratorSaysOfAStageLeadsWhoSells(Browser browser) {
        Api admin = company(browser);
        Screen desk = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/processes");
        draws(admin, desk);

        String path = "/opportunity/" + deal(browser, "按流程推进的商机");
        Screen window = browser.screen(Look.DESK).signedIn(SELLS).open(path);
        Page seller = window.page();
        Locator strip = region(seller, "商机阶段管控");
        assertThat(strip).containsText("下一步：进入");
        window.isAccessible().picture("process-strip");
        step(seller, "需求分析").click();
        Locator dialog = seller.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("金额").fill("8000");
        named(dialog, AriaRole.BUTTON, "移动").click();
        assertThat(dialog).containsText("进入“需求分析”之前");
        dialog.getByLabel("预算已确认").check();
        window.isAccessibleAtWork().picture("process-ask");
        named(dialog, AriaRole.BUTTON, "推进").click();
        assertThat(step(seller, "需求分析")).hasAttribute("aria-current", "step");
        assertThat(admin.read("opportunity", path.replaceAll(".*/", "")))
                .contains("\"stage\":\"needs_analysis\"", "\"amount\":{\"amount\":\"8000.00\"");
    }

    /** Makes the process by the pages: a field and an item of a list for a stage. */
    private void draws(Api admin, Screen desk) {
        Page page = desk.page();
        button(page, "新建阶段管控").click();
        Locator drawer = page.getByRole(AriaRole.DIALOG);
        drawer.getByLabel("对象").fill("商机");
        listed(page, "商机");
        assertThat(drawer.getByLabel("名称")).hasValue("商机阶段管控");
        named(drawer, AriaRole.BUTTON, "新建并设计").click();
        page.waitForURL(KEPT);

        state(page, "需求分析").click();
        Locator panel = panel(page, "需求分析");
        panel.getByLabel("必填字段").fill("金额");
        listed(page, "金额");
        page.keyboard().press("Escape");
        named(panel, AriaRole.BUTTON, "添加清单项").click();
        named(panel, AriaRole.TEXTBOX, "第 1 项").fill("预算已确认");
        assertThat(state(page, "需求分析")).containsText("必填 金额");
        assertThat(state(page, "需求分析")).containsText("清单 1 项");
        desk.isAccessible().picture("process-designer");
        button(page, "发布").click();
        named(page.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "发布").click();
        assertThat(told(page, "已发布“商机阶段管控”，立即生效")).isVisible();
        published.put(page.url().replaceAll(".*/", ""), admin);
    }

    @Test
    void whatIsRefusedStandsAtItsPlaceAndNothingIsLost(Browser browser) {
        Api admin = company(browser);
        Screen desk = browser.screen(Look.DESK.english().darkened()).signedIn(App.ADMIN);
        String process = admin.create(
                "process",
                Map.of(
                        "name",
                        "Half drawn",
                        "object",
                        "opportunity",
                        "field",
                        "stage",
                        "definition",
                        Map.of("states", List.of(Map.of("value", "initial_contact"), Map.of("value", "proposal")))));
        Page page = desk.open("/settings/processes/" + process).page();
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Proposal")))
                .click();
        Locator panel = panel(page, "Proposal");
        named(panel, AriaRole.BUTTON, "Add item").click();
        page.keyboard().press("Control+s");
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("1 thing has to be changed");
        desk.isAccessible().picture("process-wrong");
        named(panel, AriaRole.TEXTBOX, "Item 1").fill("Budget known");
        page.keyboard().press("Control+s");
        assertThat(button(page, "Save")).isDisabled();
        assertThat(admin.read("process", process)).contains("Budget known");
    }

    @Test
    void whoeverTicksOnThePhoneMovesOn(Browser browser) {
        Api admin = company(browser);
        holds(
                admin,
                "清单管控",
                List.of(Map.of(
                        "id", "g", "to", "needs_analysis", "checklist", List.of(Map.of("key", "a", "text", "已拜访")))));
        Screen phone = browser.screen(Look.PHONE).signedIn(SELLS).open("/opportunity/" + deal(browser, "手机上推进的商机"));
        Page page = phone.page();
        Locator strip = region(page, "清单管控");
        assertThat(strip.getByLabel("已拜访")).hasCount(0);
        named(strip, AriaRole.BUTTON, "还差 1 项").click();
        assertThat(strip).containsText("先弄清谁拍板");
        strip.getByLabel("已拜访").check();
        assertThat(strip).containsText(SELLS);
        phone.isAccessible().fitsItsWidth().picture("process-phone");
        named(strip, AriaRole.BUTTON, "推进").click();
        assertThat(step(page, "需求分析")).hasAttribute("aria-current", "step");
    }
}
