package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages and forms stand in sections, an administrator lays them out, and a record is edited by its form. */
@ExtendWith(Browser.class)
class LayoutTests {
    private static final String SALES = "chenlifeng";
    private static final String WANG = "wangfang";
    private static final List<String> KINDS = List.of("详情页", "表单");

    private static Screen at(Browser browser, App hemai, Look look, String login, String path) {
        Screen screen = browser.screen(hemai, look);
        screen.signIn(login);
        return screen.open(path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void drag(Page page, Locator from, Locator to) {
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(start.x + start.width / 2 + 8, start.y + start.height / 2 + 8);
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().move(end.x + end.width / 2 + 2, end.y + end.height / 2 + 2);
        page.mouse().up();
    }

    private static void choose(Page page, String kind) {
        page.getByText(kind, new Page.GetByTextOptions().setExact(true)).click();
    }

    /** Moves a field into a new section by the mouse, and one there and back by keys. */
    private static void layOut(Page page, String kind) {
        choose(page, kind);
        button(page, "基本信息").click();
        button(page, "新分区").first().click();
        page.getByLabel("中文名称").fill("对外信息");
        page.getByLabel("英文名称").fill("In public");
        drag(page, button(page, "移动网站"), section(page, "对外信息").getByText("把字段拖到这里"));
        assertThat(button(section(page, "对外信息"), "移动网站")).isVisible();
        button(page, "移动优势").press("ArrowDown");
        assertThat(button(page, "移动优势")).isFocused();
        page.keyboard().press("Control+z");
    }

    private static void publish(Page page) {
        button(page, "发布").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("新增分区“对外信息”");
        assertThat(dialog).containsText("网站：从“基本信息”移到“对外信息”");
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).hasCount(2);
        button(dialog, "发布").click();
        assertThat(page.getByText("布局已发布，对“所有人”生效").last()).isVisible();
        assertThat(dialog).isHidden();
    }

    private static void makeByForm(Page page) {
        button(page, "新建竞争对手").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        assertThat(form.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("对外信息")))
                .isVisible();
        form.getByLabel("名称").fill("布局里的对手");
        form.getByLabel("网站").fill("https://example.cn");
        button(form, "保存").click();
    }

    @Test
    void whatAnAdministratorLaysOutIsSeenBySales(Browser browser) {
        App hemai = browser.demo();
        Screen admin = at(browser, hemai, Look.DESK, App.ADMIN, "/settings/objects/competitor");
        Page page = admin.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("布局")).click();
        for (String kind : KINDS) {
            layOut(page, kind);
            page.reload();
            assertThat(page.getByText("有未发布的修改")).isVisible();
            admin.isAccessible().picture("layout-" + KINDS.indexOf(kind));
            publish(page);
        }

        Screen sales = at(browser, hemai, Look.DESK, SALES, "/competitor?view=all");
        Page seen = sales.page();
        makeByForm(seen);
        Locator head =
                seen.locator("[data-facts]").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("对外信息"));
        assertThat(head).hasAttribute("aria-expanded", "true");
        head.click();
        seen.reload();
        assertThat(head).hasAttribute("aria-expanded", "false");
        assertThat(seen.locator("[data-facts]").getByText("example.cn")).isHidden();
        sales.isAccessible().picture("layout-facts");

        for (String kind : KINDS) {
            choose(page, kind);
            button(page, "恢复默认").click();
            assertThat(page.getByText("默认布局", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
        seen.reload();
        assertThat(seen.locator("[data-facts] [aria-expanded]").first()).isVisible();
        assertThat(head).hasCount(0);
    }

    /** Chooses a field for the header, moves one list first and hides another. */
    private static void arrangeAround(Page page) {
        button(page, "选择字段").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("行业"))
                .click();
        page.keyboard().press("Escape");
        Locator lists = section(page, "相关列表");
        lists.evaluate("list => list.scrollIntoView({block: 'center'})");
        drag(page, button(lists, "移动商机"), lists.getByRole(AriaRole.LISTITEM).first());
        assertThat(lists.getByRole(AriaRole.LISTITEM).first()).containsText("商机");
        button(lists, "移动商机").press("ArrowDown");
        assertThat(lists.getByRole(AriaRole.LISTITEM).first()).not().containsText("商机");
        page.keyboard().press("Control+z");
        button(lists, "隐藏“联系人”").click();
    }

    @Test
    void theHeaderAndTheRelatedListsAreArrangedForARole(Browser browser) {
        App hemai = browser.demo();
        Api colleague = Api.as(hemai, WANG);
        String id = colleague.create("account", "{\"name\":\"布局里的客户\",\"industry\":\"software\"}");
        Screen admin = at(browser, hemai, Look.DESK, App.ADMIN, "/settings/objects/account/layout?role=sales");
        Page page = admin.page();
        arrangeAround(page);
        page.reload();
        assertThat(button(page, "显示“联系人”")).isVisible();
        admin.isAccessible().picture("layout-around");
        button(page, "发布").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).hasCount(3);
        assertThat(dialog).containsText("隐藏相关列表“联系人”");
        button(dialog, "发布").click();
        assertThat(dialog).isHidden();

        Screen sales = at(browser, hemai, Look.DESK, WANG, "/account/" + id);
        Locator related = section(sales.page(), "相关");
        assertThat(related.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3))
                        .first())
                .containsText("商机");
        assertThat(section(sales.page(), "联系人")).hasCount(0);
        assertThat(sales.page().locator("header").getByTitle("行业")).isVisible();
        sales.isAccessible().picture("layout-around-seen");

        button(page, "恢复默认").click();
        assertThat(page.getByText("默认布局", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        sales.page().reload();
        assertThat(section(sales.page(), "联系人")).isVisible();
    }

    @Test
    void theDesignerIsUsedOnThePhone(Browser browser) {
        Screen screen = at(browser, browser.app(), Look.PHONE, App.ADMIN, "/settings/objects/campaign/layout");
        Page page = screen.page();
        assertThat(section(page, "基本信息")).isVisible();
        screen.fitsItsWidth().isAccessible();
        button(page, "活动编码的更多操作").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("移到“备注”"))
                .click();
        assertThat(button(section(page, "备注"), "移动活动编码")).isVisible();
        button(page, "添加内容").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新分区"))
                .click();
        assertThat(page.getByLabel("中文名称")).isVisible();
        screen.fitsItsWidth().isAccessible().picture("layout-phone");
        page.keyboard().press("Escape");
        button(page, "放弃修改").click();
        assertThat(button(section(page, "备注"), "移动活动编码")).hasCount(0);
    }

    @Test
    void theDesignerSpeaksEnglishInTheDark(Browser browser) {
        Look look = Look.DESK.english().darkened();
        Screen screen = at(browser, browser.app(), look, App.ADMIN, "/settings/objects/lead/layout?kind=form");
        Page page = screen.page();
        button(section(page, "Company"), "Company").click();
        assertThat(page.getByLabel("English name")).hasValue("Company");
        page.getByLabel("Closed at first").uncheck();
        assertThat(page.getByText("Changes not published")).isVisible();
        screen.isAccessible().picture("layout-en-dark");
        button(page, "Undo").click();
        assertThat(page.getByLabel("Closed at first")).isChecked();
    }

    @Test
    void aRecordIsEditedByItsFormAndNobodysWorkIsLost(Browser browser) {
        Api colleague = Api.as(browser.app(), App.ADMIN);
        String id = colleague.create("lead", "{\"name\":\"表单里的线索\",\"company\":\"旧公司\",\"title\":\"经理\"}");
        Screen screen = at(browser, browser.app(), Look.DESK, App.ADMIN, "/lead/" + id);
        Page page = screen.page();
        assertThat(page.locator("[data-facts]").getByText("旧公司")).isVisible();
        page.keyboard().press("Shift+E");
        Locator form = page.getByRole(AriaRole.DIALOG).first();
        form.getByLabel("公司", new Locator.GetByLabelOptions().setExact(true)).fill("我的公司");
        form.getByLabel("邮箱").fill("不是邮箱");
        screen.isAccessible().picture("edit-form");
        page.keyboard().press("Control+Enter");
        assertThat(form.getByRole(AriaRole.ALERT).first()).containsText("邮箱");
        form.getByLabel("邮箱").fill("li@example.cn");

        page.keyboard().press("Escape");
        assertThat(page.getByText("有 2 处修改还没有保存")).isVisible();
        button(page, "继续编辑").click();
        assertThat(form.getByLabel("邮箱")).hasValue("li@example.cn");

        colleague.change("lead", id, "{\"company\":\"同事的公司\",\"title\":\"总监\"}");
        form.getByText("保存", new Locator.GetByTextOptions().setExact(true)).click();
        Locator clash = page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setHasText("刚改过"));
        assertThat(clash).containsText("同事的公司");
        assertThat(clash.getByRole(AriaRole.RADIO)).hasCount(2);
        button(clash, "保存").click();
        assertThat(page.getByText("已保存修改")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(colleague.read("lead", id)).contains("我的公司", "li@example.cn", "总监");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("撤销"))
                .click();
        assertThat(page.locator("[data-facts]").getByText("同事的公司")).isVisible();
        assertThat(page.url()).matches(Pattern.compile(".*/lead/" + id + "$"));
    }
}
