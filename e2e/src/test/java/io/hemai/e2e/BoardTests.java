package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deals on a board: a card that is dragged is there on the server, or back where it was. */
@ExtendWith(Browser.class)
class BoardTests {
    private static final String MOVES = "**/api/v1/records/opportunity/*/move_stage";

    /** A board with a filter of its own, so that tests do not meet each other's deals. */
    private static Screen board(Browser browser, Look look, String tag) {
        return browser.screen(look)
                .signedIn(App.ADMIN)
                .open("/opportunity?view=all&kind=board&filter="
                        + "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"" + tag + "\"}");
    }

    private static String deal(Api somebody, String name, String stage) {
        return somebody.create(
                "opportunity",
                "{\"name\":\"%s\",\"stage\":\"%s\",\"amount\":{\"amount\":\"100.00\",\"currency\":\"CNY\"}}"
                        .formatted(name, stage));
    }

    private static Locator column(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator card(Locator place, String name) {
        return place.getByRole(AriaRole.LINK).filter(containing(name));
    }

    /** Takes hold of the card, and lets it go in the middle of the other column. */
    static void drag(Page page, Locator card, Locator column) {
        card.hover(new Locator.HoverOptions().setPosition(40, 12));
        BoundingBox from = card.boundingBox();
        BoundingBox to = column.boundingBox();
        Mouse mouse = page.mouse();
        mouse.down();
        Mouse.MoveOptions slowly = new Mouse.MoveOptions().setSteps(6);
        mouse.move(from.x + 60, from.y + 24, slowly);
        mouse.move(to.x + to.width / 2, to.y + Math.min(to.height / 2, 300), slowly);
        mouse.move(to.x + to.width / 2 + 4, to.y + Math.min(to.height / 2, 300) + 4, slowly);
        assertThat(column).hasAttribute("data-target", "true");
        mouse.up();
    }

    @Test
    void aCardIsDraggedAndTheServerHasIt(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = deal(somebody, "拖动的商机", "initial_contact");
        deal(somebody, "拖动之外的商机", "proposal");
        Screen screen = board(browser, Look.DESK, "拖动");
        Page page = screen.page();
        drag(page, card(column(page, "初步接洽"), "拖动的商机"), column(page, "方案/报价"));
        assertThat(card(column(page, "方案/报价"), "拖动的商机")).isVisible();
        assertThat(told(page, "已将“拖动的商机”移到“方案/报价”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"proposal\"");
        screen.isAccessible().picture("board");

        button(page, "撤销").click();
        assertThat(card(column(page, "初步接洽"), "拖动的商机")).isVisible();
        assertThat(told(page, "移到“初步接洽”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"initial_contact\"");
    }

    @Test
    void aCardTellsSinceWhenItStandsThereAndWhenItsNextStepIs(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String next = "{\"name\":\"%s\",\"stage\":\"proposal\",\"next_step\":\"发报价\",\"next_follow_up_at\":\"%s\"}";
        somebody.create("opportunity", next.formatted("期限已过", "2026-01-05T02:30:00Z"));
        somebody.create("opportunity", next.formatted("期限未到", "2099-01-05T02:30:00Z"));
        Screen screen = board(browser, Look.DESK, "期限");
        Page page = screen.page();
        Locator late = card(column(page, "方案/报价"), "期限已过");
        assertThat(late).containsText("今天进入本阶段");
        assertThat(late.locator("time[data-past=true]")).containsText("01-05");
        Locator ahead = card(column(page, "方案/报价"), "期限未到");
        assertThat(ahead.locator("time[data-past=false]")).hasText("2099-01-05");
        screen.isAccessible().picture("board-next");
    }

    @Test
    void aCardIsMovedByKeys(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = deal(somebody, "键盘移动的商机", "initial_contact");
        Page page = board(browser, Look.DESK, "键盘").page();
        card(column(page, "初步接洽"), "键盘移动的商机").focus();
        page.keyboard().press("p");
        assertThat(page.locator("[data-dragging=true]")).isVisible();
        page.keyboard().press("ArrowRight");
        assertThat(column(page, "需求分析")).hasAttribute("data-target", "true");
        page.keyboard().press("p");
        assertThat(card(column(page, "需求分析"), "键盘移动的商机")).isFocused();
        assertThat(told(page, "移到“需求分析”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"needs_analysis\"");
    }

    @Test
    void cardsAreWalkedAndLookedAtByKeys(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        deal(somebody, "预览的商机一", "initial_contact");
        deal(somebody, "预览的商机二", "needs_analysis");
        Screen screen = board(browser, Look.DESK, "预览的商机");
        Page page = screen.page();
        Locator first = card(column(page, "初步接洽"), "预览的商机一");
        first.focus();
        page.keyboard().press("Space");
        Locator peek = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("预览"));
        Locator shown = peek.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1));
        assertThat(shown).hasText("预览的商机一");
        assertThat(first).isFocused();
        screen.isAccessible().picture("board-peek");
        page.keyboard().press("ArrowRight");
        assertThat(shown).hasText("预览的商机二");
        page.keyboard().press("i");
        assertThat(peek).isFocused();
        page.keyboard().press("Escape");
        assertThat(peek).hasCount(0);
        assertThat(card(column(page, "需求分析"), "预览的商机二")).isFocused();
        page.keyboard().press("Space");
        assertThat(shown).hasText("预览的商机二");
        page.keyboard().press("Space");
        assertThat(peek).hasCount(0);
    }

    @Test
    void aMoveThatDoesNotComeToPassIsTakenBackAndTold(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = deal(somebody, "退回的商机", "initial_contact");
        Screen screen = board(browser, Look.DESK, "退回");
        Page page = screen.page();
        page.route(MOVES, Route::abort);
        drag(page, card(column(page, "初步接洽"), "退回的商机"), column(page, "商务谈判"));
        assertThat(told(page, "仍在“初步接洽”：暂时连不上服务器")).isVisible();
        assertThat(card(column(page, "初步接洽"), "退回的商机")).isVisible();
        assertThat(card(column(page, "商务谈判"), "退回的商机")).hasCount(0);
        assertThat(screen.complaints()).allMatch(said -> said.contains("net::ERR_FAILED"));

        page.unroute(MOVES);
        screen.whileSending(MOVES, () -> somebody.delete("opportunity", id));
        drag(page, card(column(page, "初步接洽"), "退回的商机"), column(page, "商务谈判"));
        assertThat(told(page, "仍在“初步接洽”：").last()).isVisible();
        assertThat(card(page.locator("main"), "退回的商机")).hasCount(0);
        assertThat(screen.complaints()).allMatch(said -> said.contains("status of 404"));
    }

    @Test
    void aColleagueIsQuicker(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = deal(somebody, "抢先的商机", "initial_contact");
        Screen screen = board(browser, Look.DESK, "抢先");
        Page page = screen.page();
        screen.whileSending(MOVES, () -> somebody.change("opportunity", id, "{\"next_step\":\"同事写的一步\"}"));
        drag(page, card(column(page, "初步接洽"), "抢先的商机"), column(page, "需求分析"));
        Locator there = card(column(page, "需求分析"), "抢先的商机");
        assertThat(there).containsText("同事写的一步");
        assertThat(told(page, "移到“需求分析”")).isVisible();

        page.unroute(MOVES);
        screen.whileSending(MOVES, () -> somebody.change("opportunity", id, "{\"stage\":\"contract_review\"}"));
        drag(page, there, column(page, "商务谈判"));
        assertThat(told(page, "管理员刚把“抢先的商机”改为“合同审批”")).isVisible();
        assertThat(card(column(page, "合同审批"), "抢先的商机")).isVisible();
        button(page, "仍要改为“商务谈判”").click();
        assertThat(card(column(page, "商务谈判"), "抢先的商机")).isVisible();
        assertThat(told(page, "移到“商务谈判”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"stage\":\"negotiation\"");
    }

    @Test
    void whatIsLostSaysWhyAndWhatIsLetBeStays(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = deal(somebody, "输掉的商机", "initial_contact");
        Page page = board(browser, new Look("zh-CN", false, 2400, 900), "输掉").page();
        Locator first = column(page, "初步接洽");
        drag(page, card(first, "输掉的商机"), column(page, "输单"));
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("取消").click();
        assertThat(card(first, "输掉的商机")).isVisible();

        drag(page, card(first, "输掉的商机"), column(page, "输单"));
        dialog.getByRole(AriaRole.COMBOBOX).click();
        page.getByTitle("价格").last().click();
        named(dialog, AriaRole.BUTTON, "输单").click();
        assertThat(card(column(page, "输单"), "输掉的商机")).isVisible();
        assertThat(told(page, "移到“输单”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"status\":\"lost\"", "\"loss_reason\":\"price\"");
    }

    @Test
    void aColumnHasALimitThatOnlyWarns(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        deal(somebody, "上限一", "initial_contact");
        deal(somebody, "上限二", "initial_contact");
        Screen screen = board(browser, Look.DESK, "上限");
        Page page = screen.page();
        Locator count = column(page, "初步接洽").locator("header [data-over]");
        assertThat(count).hasText("2");
        button(page, "设置“初步接洽”的数量上限").click();
        Locator limit = page.getByLabel("数量上限", new Page.GetByLabelOptions().setExact(true));
        limit.fill("0");
        assertThat(page.getByText("请填写 1 到")).isVisible();
        limit.fill("1");
        screen.isAccessible();
        limit.press("Enter");
        assertThat(count).hasAttribute("data-over", "true");
        assertThat(count).containsText("2 / 1");
        screen.isAccessible().picture("board-limit");
        page.reload();
        assertThat(count).hasAttribute("data-over", "true");
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill("有上限的看板");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        assertThat(count).containsText("2 / 1");
    }

    @Test
    void toLookAtAViewAnotherWayIsNoChangeOfIt(Browser browser) {
        Page page = board(browser, Look.DESK, "换个看法").page();
        Locator changed = page.getByText("未保存的修改");
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill("换个看法");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        button(page, "表格").click();
        assertThat(page).hasURL(Pattern.compile("kind=table"));
        assertThat(button(page, "表格")).hasAttribute("aria-pressed", "true");
        assertThat(changed).isHidden();
        button(page, "视图操作").click();
        button(page, "打开时显示为表格").click();
        assertThat(told(page, "已保存视图“换个看法”").last()).isVisible();
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        assertThat(button(page, "表格")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void whatCardsTellIsChosenAndKept(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        deal(somebody, "换了内容的商机", "initial_contact");
        Screen screen = board(browser, Look.DESK, "换了内容");
        Page page = screen.page();
        Locator card = card(column(page, "初步接洽"), "换了内容的商机");
        assertThat(card).containsText("还没有下一步");
        button(page, "卡片").click();
        Locator told = named(page, AriaRole.DIALOG, "卡片");
        for (String field : new String[] {"客户", "负责人", "下一步"}) {
            named(told, AriaRole.BUTTON, "隐藏" + field).click();
        }
        button(page, "添加字段").click();
        Locator search = named(told, AriaRole.COMBOBOX, "搜索字段");
        search.fill("没有的字段");
        assertThat(told.getByText("没有匹配的字段")).isVisible();
        screen.isAccessible();
        search.fill("阶段");
        page.keyboard().press("Enter");
        screen.isAccessible().picture("board-card");
        page.keyboard().press("Escape");
        tells(card);

        button(page, "另存为").click();
        page.getByLabel("视图名称").fill("换了内容");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        page.reload();
        tells(card);
        screen.isAccessible();
    }

    private static void tells(Locator card) {
        assertThat(card).containsText(Pattern.compile("¥100.*初步接洽"));
        assertThat(card).not().containsText("还没有下一步");
    }

    @Test
    void aCardIsAddedWhereItBegins(Browser browser) {
        Page page = board(browser, Look.DESK, "列里新建").page();
        button(page, "在“需求分析”中新建").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("名称").first().fill("列里新建的商机");
        button(page, "保存").click();
        assertThat(card(column(page, "需求分析"), "列里新建的商机")).isVisible();
        assertThat(page).hasURL(Pattern.compile("kind=board"));
    }

    @Test
    void rowsByOwnerCountAndMoveWithin(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK.darkened()).signedIn(App.ADMIN);
        Page page = screen.open("/opportunity?view=all&kind=board").page();
        button(page, "按负责人分行").click();
        Locator lane = page.locator("section:has(> header + div a)").first();
        Locator cells = lane.locator("section");
        assertThat(lane.getByRole(AriaRole.LINK).first()).isVisible();
        screen.isAccessible().picture("board-lanes");
        int at = (int) lane.evaluate(
                "lane => [...lane.querySelectorAll('section')].findIndex(cell => cell.querySelector('a'))");
        Locator card = cells.nth(at).getByRole(AriaRole.LINK).first();
        String name = card.locator("span[dir=auto]").first().innerText();
        drag(page, card, cells.nth(at + 1));
        assertThat(card(cells.nth(at + 1), name)).isVisible();
        assertThat(told(page, "已将“" + name)).isVisible();
        assertThat(page).hasURL(Pattern.compile("lanes=owner"));
        assertThat(page.getByText("未保存的修改")).isVisible();
    }

    @Test
    void cardsGoWithoutWhatOnesRoleHides(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        deal(boss, "没有金额的商机", "initial_contact");
        boss.post("roles", """
                {"name": "unpriced", "label": "不看金额",
                 "objects": {"*": {"read": "all", "create": true, "update": "all"}},
                 "fields": {"opportunity.amount": "hidden", "opportunity.next_step": "hidden"}}""");
        boss.hire("unpriced", "unpriced");
        Page page = browser.screen(Look.DESK)
                .signedIn("unpriced")
                .open("/opportunity?kind=board")
                .page();
        Locator first = column(page, "初步接洽");
        assertThat(card(first, "没有金额的商机")).isVisible();
        assertThat(first).not().containsText("¥");
    }

    @Test
    void anEndIsAskedAsTheButtonAsksAndTakenBackWhole(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create(
                "opportunity",
                Map.of("name", "赢下的商机", "stage", "negotiation", "amount", "9000", "close_date", "2099-01-31"));
        Page page = board(browser, new Look("zh-CN", false, 2400, 900), "赢下").page();
        drag(page, card(column(page, "商务谈判"), "赢下的商机"), column(page, "赢单"));
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("金额")).hasValue("9000");
        assertThat(dialog.getByLabel("成交日期")).not().hasValue("2099-01-31");
        dialog.getByLabel("说明").fill("价格合适");
        named(dialog, AriaRole.BUTTON, "赢单").click();
        assertThat(card(column(page, "赢单"), "赢下的商机")).isVisible();
        assertThat(told(page, "移到“赢单”")).isVisible();
        assertThat(somebody.read("opportunity", id)).contains("\"status\":\"won\"", "\"close_note\":\"价格合适\"");

        button(page, "撤销").click();
        assertThat(told(page, "移到“商务谈判”")).isVisible();
        assertThat(somebody.read("opportunity", id))
                .contains("\"status\":\"open\"", "\"close_date\":\"2099-01-31\"", "\"close_note\":null");
    }
}
