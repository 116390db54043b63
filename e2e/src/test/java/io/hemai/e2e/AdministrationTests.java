package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who sets a company up, and looks after it, does in the browser; each test in a company of its own. */
@ExtendWith(Browser.class)
class AdministrationTests {
    private static final String LEADS = "/api/v1/records/lead";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A window in which somebody is signed in. */
    private record Seat(Screen screen, Api api) {
        static Seat of(Browser browser, String company, String login, Look look) {
            Screen screen = browser.screen(look);
            return new Seat(screen, screen.signIn(company, login));
        }

        Page page() {
            return screen.page();
        }
    }

    /** A company that has just been made, and its administrator at the desk. */
    private static Seat company(Browser browser) {
        String name = "firm_" + NUMBER.incrementAndGet();
        Seat operator = Seat.of(browser, "main", App.ADMIN, Look.DESK);
        operator.api()
                .post(
                        "tenants",
                        Map.of(
                                "name",
                                name,
                                "label",
                                "澄川精密",
                                "admin",
                                Map.of("login", "boss", "password", App.PASSWORD)));
        operator.screen().close();
        return Seat.of(browser, name, "boss", Look.DESK);
    }

    private static String person(Seat boss, String name, String login, String... roles) {
        String id = boss.api().create("user", Map.of("name", name, "login", login, "roles", List.of(roles)));
        boss.api().post("users/" + id + "/password", Map.of("password", App.PASSWORD));
        return id;
    }

    private static String here(Seat seat) {
        return seat.api().get("session").replaceAll(".*\"tenant\":\"([^\"]+)\".*", "$1");
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void endsASessionElsewhere(Browser browser) {
        Seat desk = company(browser);
        Seat phone = Seat.of(browser, here(desk), "boss", Look.PHONE);
        Page page = desk.screen().open("/settings/account").page();
        Locator devices = page.getByLabel("登录设备").getByRole(AriaRole.LISTITEM);

        assertThat(devices).hasCount(2);
        assertThat(devices.first()).containsText("当前设备");
        desk.screen().isAccessible().picture("settings-devices");
        devices.nth(1).getByText("退出").click();

        assertThat(devices).hasCount(1);
        Assertions.assertThat(phone.page().request().get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void givesAProgramATokenAndTakesItBack(Browser browser) {
        Seat boss = company(browser);
        Page page = boss.screen().open("/settings/account").page();
        button(page, "新建令牌").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("用途").fill("ERP 同步");
        boss.screen().isAccessible();
        Finds.named(form, AriaRole.BUTTON, "新建令牌").click();
        Locator shown = page.getByRole(AriaRole.DIALOG).filter(Finds.containing("关闭后不再显示"));
        String token = shown.locator("code").innerText();
        boss.screen().isAccessible();
        button(page, "复制令牌").click();
        assertThat(button(page, "已复制")).isVisible();
        Finds.named(shown, AriaRole.BUTTON, "关闭").last().click();
        assertThat(shown).hasCount(0);

        APIRequestContext program = browser.screen(Look.DESK).page().request();
        Assertions.assertThat(program.get(LEADS, by(token)).status()).isEqualTo(200);
        Assertions.assertThat(program.post(LEADS, by(token).setData(Map.of("name", "只读")))
                        .text())
                .contains("\"token.scope\"");

        page.reload();
        Locator kept = page.getByRole(AriaRole.LISTITEM).filter(Finds.containing("ERP 同步"));
        assertThat(kept).containsText("用过");
        Assertions.assertThat(page.content()).doesNotContain(token);
        button(page, "吊销“ERP 同步”").click();
        boss.screen().isAccessible().picture("settings-token");
        Finds.named(page.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "吊销").click();
        assertThat(Finds.told(page, "已吊销“ERP 同步”")).isVisible();
        assertThat(kept).hasCount(0);
        Assertions.assertThat(program.get(LEADS, by(token)).status()).isEqualTo(401);
    }

    private static RequestOptions by(String token) {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + token);
    }

    @Test
    void takesTheFirstSteps(Browser browser) {
        Seat boss = company(browser);
        Page page = boss.screen().open("/today").page();
        Locator card = page.getByLabel("开始使用合脉");
        assertThat(card).containsText("已完成 1 / 5");
        assertThat(page.getByText("澄川精密").first()).isVisible();
        boss.screen().isAccessible().picture("first-steps");

        card.getByText("新建人员").last().click();
        invites(browser, boss);
        boss.api().post("records/department", Map.of("name", "销售部"));
        boss.screen().open("/today");
        assertThat(card).containsText("已完成 3 / 5");

        card.getByText("收起").click();
        assertThat(card).hasCount(0);
        button(page, "撤销").click();
        assertThat(card).isVisible();
        card.getByText("收起").click();
        assertThat(page.getByText("已收起").first()).isVisible();
        boss.screen().open("/today");
        assertThat(page.getByLabel("要做的事")).isVisible();
        assertThat(card).hasCount(0);
    }

    /** What is handed over is all that the colleague needs. */
    private static void invites(Browser browser, Seat boss) {
        Page page = boss.page();
        assertThat(page.getByLabel("初始密码")).isVisible();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("王芳");
        assertThat(form).containsText("留空时用姓名的拼音");
        choose(form.getByLabel("角色"), "销售");
        form.getByLabel("登录名").click();
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建人员"))
                .click();
        Locator note = page.getByRole(AriaRole.DIALOG).locator("code");
        assertThat(note).containsText("/sign-in?tenant=" + here(boss));
        boss.screen().isAccessible().picture("sign-in-note");
        button(page, "复制登录信息").click();
        assertThat(button(page, "已复制")).isVisible();
        String password = note.innerText().replaceAll("(?s).*密码：(\\S+).*", "$1");
        Assertions.assertThat(browser.screen(Look.DESK).trySignIn(here(boss), "wangfang", password))
                .isEqualTo(200);
        button(page, "关闭").last().click();
        assertThat(note).hasCount(0);
    }

    @Test
    void putsFieldsInOrder(Browser browser) {
        Seat boss = company(browser);
        Page page = boss.screen().open("/settings/objects/account").page();
        button(page, "字段顺序").click();
        Locator grip = page.getByLabel(Pattern.compile("^移动网站"));
        grip.focus();
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("ArrowUp");
        }
        assertThat(page.getByLabel(Pattern.compile("^移动网站，第 1 个"))).isFocused();
        boss.screen().isAccessible().picture("settings-order");
        button(page, "保存顺序").click();
        assertThat(page.getByText("字段顺序已保存")).isVisible();

        boss.screen().open("/account");
        button(page, "新建客户").first().click();
        assertThat(page.getByRole(AriaRole.DIALOG).locator("label").first()).containsText("网站");
    }

    /** Opens a list and takes what it has under the name. */
    private static void choose(Locator list, String name) {
        list.click();
        list.fill(name);
        list.press("Enter");
    }

    private static Map<String, Object> choice(String code, String name) {
        return Map.of("code", code, "label", Map.of("zh-CN", name));
    }

    /** The box in which one chooses; its list has the same name. */
    private static Locator box(Page page, String name) {
        return Finds.named(page, AriaRole.COMBOBOX, name);
    }

    /** A list of products, of which each line of products has its own. */
    private static void makeProducts(Seat boss) {
        boss.api()
                .post(
                        "meta/objects/lead/fields",
                        Map.of(
                                "name",
                                "line",
                                "type",
                                "choice",
                                "label",
                                Map.of("zh-CN", "产品线"),
                                "choices",
                                List.of(choice("hard", "硬件"), choice("soft", "软件"))));
        Page page = boss.screen().open("/settings/objects/lead").page();
        button(page, "新建字段").last().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^单选")))
                .first()
                .click();
        page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true)).fill("产品");
        page.getByLabel("选项 1 的中文名称").fill("路由器");
        page.getByLabel("选项 2 的中文名称").fill("套件");
        page.getByLabel("选项 3 的中文名称").fill("服务");
        choose(box(page, "可选项取决于"), "产品线");
        choose(box(page, "选项 1 适用的产品线"), "硬件");
        choose(box(page, "选项 2 适用的产品线"), "软件");
        button(page, "新建字段").last().click();

        button(page, "产品").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("硬件")).isVisible();
        boss.screen().isAccessible().picture("settings-dependent-choices");
    }

    @Test
    void offersOnlyWhatFits(Browser browser) {
        Seat boss = company(browser);
        person(boss, "王芳", "wang", "sales");
        makeProducts(boss);
        Seat wang = Seat.of(browser, here(boss), "wang", Look.DESK);
        Page page = wang.screen().open("/lead").page();
        button(page, "新建线索").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByText(Pattern.compile("更多字段")).click();
        form.getByLabel("姓名").fill("陈晨");
        Locator line = Finds.named(form, AriaRole.COMBOBOX, "产品线");
        Locator product = Finds.named(form, AriaRole.COMBOBOX, "产品");
        assertThat(form.getByText("先选产品线")).isVisible();
        wang.screen().isAccessible();

        choose(line, "硬件");
        product.click();
        Locator offered = page.locator(".ant-select-dropdown").last().locator(".ant-select-item-option");
        assertThat(offered).hasText(new String[] {"路由器", "服务"});
        choose(product, "路由器");
        choose(line, "软件");
        assertThat(form.getByText("产品线已变更，不再适用的选项已清空")).isVisible();
        assertThat(form.getByText("路由器")).hasCount(0);
        wang.screen().picture("dependent-choices");
        choose(product, "套件");
        button(page, "保存").click();
        page.waitForURL(Pattern.compile("/lead/[0-9a-f-]{36}"));

        button(page, "编辑产品线").click();
        choose(box(page, "产品线"), "硬件");
        page.keyboard().press("Enter");
        assertThat(page.getByText("已更新产品线；产品中不再适用的选项已清空")).isVisible();
        button(page, "撤销").click();
        assertThat(page.getByText("套件").first()).isVisible();
        assertThat(page.getByText("软件").first()).isVisible();
    }

    @Test
    void looksThroughSomebodysEyes(Browser browser) {
        Seat boss = company(browser);
        String wang = person(boss, "王芳", "wang", "sales");
        boss.api().post("records/lead", Map.of("name", "王芳的线索", "source", "web", "owner", wang));
        boss.api().post("records/lead", Map.of("name", "老板的线索", "source", "web"));
        Page page = boss.screen().open("/settings/people").page();
        button(page, "王芳的更多操作").click();
        item(page, "代看").click();

        Locator banner = page.getByText("正在代看王芳");
        assertThat(banner).isVisible();
        boss.screen().open("/lead");
        assertThat(banner).isVisible();
        assertThat(page.getByText("王芳的线索").first()).isVisible();
        assertThat(page.getByText("老板的线索")).hasCount(0);
        assertThat(button(page, "新建线索")).hasCount(0);
        boss.screen().isAccessible().picture("viewing");
        page.getByText("王芳的线索").first().click();
        assertThat(banner).isVisible();
        assertThat(page.getByText("动态").first()).isVisible();
        boss.screen().atRest();

        button(page, "结束").click();
        assertThat(button(page, "王芳")).isVisible();
        assertThat(banner).hasCount(0);
        button(page, "代看日志").click();
        assertThat(page.getByText("boss代看王芳").or(page.getByText("管理员代看王芳"))).isVisible();
        boss.screen().isAccessible();
    }

    @Test
    void drawsAScopeByAFilter(Browser browser) {
        Seat boss = company(browser);
        Page page = boss.screen().open("/settings/roles/sales").page();
        assertThat(page.getByLabel("编辑范围：线索, 查看")).hasText("本人 或 负责人 为空");
        page.getByLabel("客户, 查看").selectOption("custom");
        Locator drawer = page.getByRole(AriaRole.DIALOG).first();
        drawer.getByText("筛选").first().click();
        page.getByPlaceholder("搜索字段").fill("客户等级");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.DIALOG)
                .last()
                .getByRole(AriaRole.OPTION)
                .first()
                .click();
        // ends the choosing, and leaves the drawer below
        page.keyboard().press("Escape");
        assertThat(drawer.getByText("应用")).isVisible();
        boss.screen().isAccessible().picture("settings-scope");
        drawer.getByText("应用").click();

        Locator said = page.getByLabel("编辑范围：客户, 查看");
        assertThat(said).containsText("本人 或 ");
        button(page, "保存权限").click();
        assertThat(page.getByText("权限已保存")).isVisible();
        page.reload();
        assertThat(said).containsText("本人 或 ");
    }

    @Test
    void foundsACompany(Browser browser) {
        Seat operator = Seat.of(browser, "main", App.ADMIN, Look.DESK);
        Page page = operator.screen().open("/settings/tenants").page();
        String name = "firm_" + NUMBER.incrementAndGet();
        button(page, "新建公司").last().click();
        page.getByLabel("公司名称").fill("北原工业");
        page.getByLabel("登录标识").fill(name);
        String password = page.getByLabel("初始密码").inputValue();
        operator.screen().isAccessible().picture("settings-tenants");
        button(page, "新建公司").last().click();
        assertThat(page.getByText("已新建“北原工业”")).isVisible();

        int signedIn = browser.screen(Look.DESK).trySignIn(name, "admin", password);
        Assertions.assertThat(signedIn).isEqualTo(200);
    }
}
