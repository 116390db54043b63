package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens meanwhile, what somebody typed is not lost: the session ends, a colleague is quicker, the server goes away. */
@ExtendWith(Browser.class)
class ResilienceTests {
    private static final Pattern AWAY = Pattern.compile("net::ERR_|status of 401");

    private static final String MOVES = "**/api/v1/records/opportunity/*/move_stage";

    /** What the person reads and clicks, in a language and a mode. */
    record Words(
            Look look,
            String create,
            String name,
            String save,
            String again,
            String login,
            String password,
            String goOn,
            String noted,
            String noteBox,
            String editCompany,
            String back) {
        @Override
        public String toString() {
            return look.language();
        }
    }

    static Stream<Words> languages() {
        return Stream.of(
                new Words(Look.DESK, "新建线索", "姓名", "保存", "登录已过期", "登录名", "密码", "登录并继续", "已记录", "备注", "编辑公司", "继续编辑"),
                new Words(
                        Look.DESK.english().darkened(),
                        "New lead",
                        "Name",
                        "Save",
                        "Your session has ended",
                        "Login",
                        "Password",
                        "Sign in and continue",
                        "Logged",
                        "Note",
                        "Edit Company",
                        "Keep editing"));
    }

    private static Locator banner(Page page) {
        return page.getByText(Pattern.compile("^(暂时连不上服务器|网络已断开)，"));
    }

    private static String lead(Api colleague, String name) {
        return colleague.create("lead", "{\"name\":\"%s\",\"company\":\"旧公司\",\"title\":\"经理\"}".formatted(name));
    }

    /** The browser tells of calls that came to nothing; the page tells people. */
    private static void heardOnly(Screen screen, Pattern expected) {
        assertThat(screen.complaints()).allMatch(said -> expected.matcher(said).find());
    }

    private static void signInAgain(Page page, Words words) {
        Locator dialog = page.getByRole(AriaRole.DIALOG).filter(containing(words.again()));
        assertThat(dialog).isVisible();
        dialog.getByLabel(words.login()).fill(App.ADMIN);
        dialog.getByLabel(words.password(), new Locator.GetByLabelOptions().setExact(true))
                .fill(App.PASSWORD);
        dialog.getByText(words.goOn()).click();
        assertThat(dialog).isHidden();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatWasTypedOutlivesTheSession(Words words, Browser browser) {
        Screen screen = browser.screen(words.look()).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        Api mine = screen.api();
        String name = "会话 " + words;
        button(page, words.create()).first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel(words.name()).fill(name);
        screen.whileSending("**/records/lead", () -> mine.endSession());
        form.getByText(words.save()).click();
        assertThat(page.getByText(words.again())).isVisible();
        screen.isAccessibleAtWork().picture("session-ended-" + words);
        signInAgain(page, words);
        page.waitForURL(Pattern.compile("/lead/[0-9a-f-]{36}"));
        assertThat(title(page)).hasText(name);

        Locator note = page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(words.noteBox()).setExact(true));
        note.fill("说了一半");
        Api again = screen.api();
        screen.whileSending("**/records/activity", () -> again.endSession());
        note.press("Control+Enter");
        signInAgain(page, words);
        assertThat(page.getByText(words.noted())).isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM).getByText("说了一半")).isVisible();
        heardOnly(screen, AWAY);
    }

    /** Types into the fact without having saved. */
    private static Locator typed(Page page, String edit, String text) {
        button(page, edit).click();
        Locator box = page.locator("dd input").first();
        box.fill(text);
        return box;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSameFieldIsChosenSideBySide(Words words, Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "同改 " + words);
        Screen screen = browser.screen(words.look()).signedIn(App.ADMIN).open("/lead/" + id);
        Page page = screen.page();

        Locator box = typed(page, words.editCompany(), "我的公司");
        colleague.change("lead", id, "{\"company\":\"同事的公司\"}");
        box.press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator sides = dialog.getByRole(AriaRole.RADIO);
        assertThat(dialog).containsText("同事的公司");
        assertThat(dialog).containsText("旧公司");
        assertThat(sides.first()).isFocused();
        screen.isAccessible().picture("clash-" + words);

        dialog.getByText(words.back()).click();
        assertThat(dialog).isHidden();
        assertThat(box).hasValue("我的公司");
        box.press("Enter");
        assertThat(sides.first()).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(sides.last()).isChecked();
        page.keyboard().press("ArrowLeft");
        dialog.getByText(words.save()).click();
        assertThat(dialog).isHidden();
        assertThat(page.locator("[data-facts] dd").getByText("我的公司")).isVisible();
        assertThat(colleague.read("lead", id)).contains("我的公司");
    }

    @Test
    void differentFieldsOfARecordDoNotHinderEachOther(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "各改各的");
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/lead/" + id)
                .page();
        Locator box = typed(page, "编辑职务", "总监");
        colleague.change("lead", id, "{\"company\":\"新公司\"}");
        box.press("Enter");
        assertThat(page.getByText("已更新职务")).isVisible();
        assertThat(page.locator("[data-facts] dd").getByText("新公司")).isVisible();
        assertThat(colleague.read("lead", id)).contains("新公司", "总监");
    }

    @Test
    void theServerGoesAwayAndComesBack(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "断线");
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        page.getByText("断线", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(title(page)).hasText("断线");
        Locator box = typed(page, "编辑公司", "断线时写的");

        page.route("**/api/**", Route::abort);
        box.press("Enter");
        assertThat(banner(page)).isVisible();
        assertThat(box).hasValue("断线时写的");
        screen.isAccessible().picture("server-away");
        page.goBack();
        assertThat(page.getByRole(AriaRole.ROW).getByText("断线", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        button(page, "新建线索").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("断线时新建");
        Locator save = form.getByText("保存");
        save.click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("暂时连不上服务器");
        assertThat(form.getByLabel("姓名")).hasValue("断线时新建");

        page.unroute("**/api/**");
        assertThat(banner(page)).isHidden();
        save.click();
        page.waitForURL(Pattern.compile("/lead/[0-9a-f-]{36}"));
        assertThat(title(page)).hasText("断线时新建");
        assertThat(colleague.read("lead", id)).contains("旧公司");
        heardOnly(screen, AWAY);
    }

    /** What a server answers of which too much is asked. */
    static Route.FulfillOptions busy() {
        return new Route.FulfillOptions()
                .setStatus(429)
                .setContentType("application/problem+json")
                .setBody("{\"code\":\"busy\",\"detail\":\"太频繁了\",\"status\":429}");
    }

    @Test
    void whatAProxyAnswersMeanwhileIsNoAnswer(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "重启");
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead/" + id);
        Page page = screen.page();
        assertThat(title(page)).hasText("重启");
        String itself = "**/api/v1/records/lead/" + id;
        page.route(itself, route -> route.fulfill(busy()));
        page.waitForResponse(itself, () -> colleague.change("lead", id, "{\"company\":\"新公司\"}"));
        Locator box = typed(page, "编辑职务", "重启时写的");

        page.route(
                "**/api/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(502)
                        .setContentType("text/html")
                        .setBody("Bad Gateway")));
        box.press("Enter");
        assertThat(banner(page)).isVisible();
        assertThat(box).hasValue("重启时写的");

        page.unroute("**/api/**");
        page.unroute(itself);
        assertThat(banner(page)).isHidden();
        box.press("Enter");
        assertThat(page.getByText("已更新职务")).isVisible();
        assertThat(colleague.read("lead", id)).contains("新公司", "重启时写的");
        heardOnly(screen, Pattern.compile("status of (429|502)"));
    }

    @Test
    void theRestOfAListIsAskedForOnceAndThenByHand(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        AtomicInteger asked = new AtomicInteger();
        String query = "**/api/v1/records/contact/query";
        page.route(query, route -> {
            if (String.valueOf(route.request().postData()).contains("\"after\"")) {
                asked.incrementAndGet();
                route.fulfill(busy());
            } else {
                route.resume();
            }
        });
        screen.open("/contact");
        Locator rows = page.getByRole(AriaRole.TABLE);
        rows.evaluate("table => table.parentElement.scrollTo(0, 1e6)");
        Locator unread = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("其余内容加载失败：太频繁了"));
        assertThat(unread).isVisible();
        rows.evaluate("table => table.parentElement.scrollTo(0, 0)");
        rows.evaluate("table => table.parentElement.scrollTo(0, 1e6)");
        screen.picture("list-rest-unread");
        assertThat(asked).hasValue(1);

        page.unroute(query);
        unread.getByRole(AriaRole.BUTTON).click();
        assertThat(unread).isHidden();
        heardOnly(screen, Pattern.compile("status of 429"));
    }

    @Test
    void withoutANetworkThePageSaysSoAndGoesOn(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "没网");
        Screen screen = browser.screen(Look.DESK.darkened()).signedIn(App.ADMIN).open("/lead/" + id);
        Page page = screen.page();
        assertThat(title(page)).hasText("没网");
        Locator box = typed(page, "编辑公司", "没网时写的");
        page.context().setOffline(true);
        assertThat(banner(page)).isVisible();
        screen.isAccessible();
        box.press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("暂时连不上服务器", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(box).hasValue("没网时写的");
        button(page, "编辑状态").click();
        page.context().setOffline(false);
        assertThat(banner(page)).isHidden();
        assertThat(page.getByRole(AriaRole.COMBOBOX)).isVisible();
        box.press("Enter");
        assertThat(page.getByText("已更新公司")).isVisible();
        assertThat(colleague.read("lead", id)).contains("没网时写的");
        heardOnly(screen, AWAY);
    }

    @Test
    void whatIsGoneOrNotForOneSaysSo(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = lead(colleague, "将被删除");
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead/" + id);
        Page page = screen.page();
        assertThat(title(page)).hasText("将被删除");
        colleague.delete("lead", id);
        assertThat(page.getByText("“将被删除”已被删除")).isVisible();
        screen.isAccessible();
        screen.open("/lead/00000000-0000-7000-8000-000000000000");
        assertThat(page.getByText("没有这个页面")).isVisible();
        screen.open("/nothing-like-that");
        assertThat(page.getByText("没有这个页面")).isVisible();
        heardOnly(screen, Pattern.compile("status of 404|Problem: |React Router caught"));
    }

    @Test
    void aStageMovesOnThoughSomebodyChangedSomethingElse(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = colleague.create("opportunity", "{\"name\":\"推进\",\"next_step\":\"旧的一步\"}");
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + id);
        Page page = screen.page();
        Locator path = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("阶段"));
        Locator steps = path.getByRole(AriaRole.BUTTON);

        screen.whileSending(MOVES, () -> colleague.change("opportunity", id, "{\"next_step\":\"新的一步\"}"));
        steps.nth(1).click();
        assertThat(steps.nth(1)).hasAttribute("aria-current", "step");
        assertThat(page.getByText("新的一步").first()).isVisible();

        page.unroute(MOVES);
        screen.whileSending(MOVES, () -> colleague.change("opportunity", id, "{\"stage\":\"negotiation\"}"));
        steps.nth(2).click();
        assertThat(page.getByText(Pattern.compile("管理员刚把“推进”改为"))).isVisible();
        assertThat(steps.nth(3)).hasAttribute("aria-current", "step");
        page.getByText(Pattern.compile("^仍要改为")).click();
        assertThat(steps.nth(2)).hasAttribute("aria-current", "step");
    }

    @Test
    void aNewNameReachesTheListsThatShowIt(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String account = colleague.create("account", Map.of("name", "改名之前的客户"));
        colleague.create("opportunity", Map.of("name", "改名客户的商机", "account", account, "stage", "initial_contact"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/opportunity?view=all")
                .page();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("改名客户的商机"));
        assertThat(row).containsText("改名之前的客户");
        colleague.change("account", account, "{\"name\":\"改名之后的客户\"}");
        assertThat(row).containsText("改名之后的客户");
    }
}
