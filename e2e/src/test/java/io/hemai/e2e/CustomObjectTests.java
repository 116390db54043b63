package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.title;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator makes an object of the company's own, and everything works with it at once. */
@ExtendWith(Browser.class)
class CustomObjectTests {
    private static final String MACHINES = """
            名称,型号,数量,状态,启用日期,价格
            三号机床,HX-3000,7,在用,2026-03-01,120000
            四号机床,HX-4000,2,检修,2026-04-01,98000.5
            """;

    /** A field to be: its type as people call it, and its names. */
    private record Wanted(String type, String chinese, String english) {}

    private static final List<Wanted> FIELDS = List.of(
            new Wanted("单行文本", "型号", "Model"),
            new Wanted("多行文本", "技术说明", "Notes"),
            new Wanted("整数", "数量", "Quantity"),
            new Wanted("金额", "价格", "Price"),
            new Wanted("百分比", "折旧率", "Depreciation"),
            new Wanted("单选", "状态", "State"),
            new Wanted("日期", "启用日期", "In use since"),
            new Wanted("电话", "报修电话", "Hotline"),
            new Wanted("是/否", "在保", "Under warranty"),
            new Wanted("评分", "评级", "Grade"));

    @Test
    void worksEverywhereWithoutCode(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/objects");
        Page page = screen.page();
        makeObject(screen);
        for (Wanted field : FIELDS) {
            makeField(screen, field);
        }
        screen.isAccessible().picture("custom-object-fields");
        deleteAndRestore(page);

        fillForm(screen);
        editInPlace(page);
        search(page);
        bringIn(screen);
        listAndBoard(screen);
    }

    private static void makeObject(Screen screen) {
        Page page = screen.page();
        button(page, "新建对象").last().click();
        page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true)).fill("设备");
        page.getByLabel("英文名称").fill("Device");
        page.getByLabel("英文复数").fill("Devices");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("扳手"))
                .click();
        screen.isAccessible().picture("custom-object-new");
        button(page, "新建对象").last().click();
        page.waitForURL("**/settings/objects/c_device");
        assertThat(title(page)).hasText("设备");
        Locator menu = page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("设备"));
        assertThat(menu).hasCount(0);
        button(page, "显示在菜单").click();
        assertThat(menu.first()).isVisible();
        assertThat(button(page, "显示在菜单")).hasCount(0);
    }

    private static void makeField(Screen screen, Wanted field) {
        Page page = screen.page();
        button(page, "新建字段").last().click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^" + field.type().replace('/', '.'))))
                .first()
                .click();
        page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true)).fill(field.chinese());
        page.getByLabel("英文名称", new Page.GetByLabelOptions().setExact(true)).fill(field.english());
        if (field.type().equals("单选")) {
            page.getByLabel("选项 1 的中文名称").fill("在用");
            page.getByLabel("选项 2 的中文名称").fill("检修");
            page.getByLabel("选项 3 的中文名称").fill("报废");
            button(page, "移动选项 3").press("ArrowUp");
            button(page, "选项 1 的颜色").click();
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("绿"))
                    .first()
                    .click();
            screen.isAccessible().picture("custom-object-choices");
        }
        button(page, "新建字段").last().click();
        assertThat(button(page, field.chinese())).isVisible();
    }

    @Test
    void aLinkAsksWhereItLeads(Browser browser) {
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/settings/objects/lead")
                .page();
        button(page, "新建字段").last().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^关联")))
                .first()
                .click();
        Locator label = page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true));
        assertThat(label).isFocused();
        label.fill("介绍人");
        button(page, "新建字段").last().click();
        assertThat(page.getByText("请选择关联到哪个对象")).isVisible();
        assertThat(page.getByLabel("关联到")).isFocused();
    }

    private static void deleteAndRestore(Page page) {
        button(page, "评级的更多操作").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("删除字段"))
                .click();
        assertThat(page.getByText("前可以恢复")).isVisible();
        assertThat(button(page, "评级")).hasCount(0);
        button(page, "恢复").click();
        assertThat(button(page, "评级")).isVisible();
    }

    private static void fillForm(Screen screen) {
        Page page = screen.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查看记录"))
                .click();
        button(page, "新建设备").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByText(Pattern.compile("更多字段")).click();
        form.getByLabel("名称").fill("一号机床");
        for (Wanted field : FIELDS) {
            assertThat(form.getByText(field.chinese(), new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
        form.getByLabel("型号").fill("HX-2000");
        form.getByLabel("数量").fill("3");
        screen.isAccessible().picture("custom-object-form");
        button(page, "保存").click();
        page.waitForURL(Pattern.compile("/c_device/[0-9a-f-]{36}"));
        assertThat(page.getByText("HX-2000").first()).isVisible();
    }

    private static void editInPlace(Page page) {
        button(page, "编辑数量").click();
        page.keyboard().press("ControlOrMeta+A");
        page.keyboard().type("12");
        page.keyboard().press("Enter");
        assertThat(page.getByText("12", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    private static void search(Page page) {
        page.keyboard().press("ControlOrMeta+K");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("搜索和命令"))
                .fill("HX-2000");
        assertThat(page.getByRole(AriaRole.OPTION).filter(containing("一号机床"))).isVisible();
        page.keyboard().press("Escape");
    }

    private static void bringIn(Screen screen) {
        Page page = screen.open("/import/new?object=c_device").page();
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("设备.csv", "text/csv", MACHINES.getBytes(StandardCharsets.UTF_8)));
        page.waitForURL(Pattern.compile("/import/[0-9a-f-]{36}"));
        button(page, "下一步：对应字段").click();
        button(page, "下一步：核对取值").click();
        button(page, "试跑").click();
        assertThat(page.getByText("2 行可以导入")).isVisible();
        button(page, "导入 2 行").click();
        assertThat(page.getByText("已导入 2 条设备")).isVisible();
    }

    private static void listAndBoard(Screen screen) {
        Page page = screen.open("/c_device").page();
        Locator row = page.getByRole(AriaRole.ROW).filter(containing("三号机床"));
        assertThat(row).containsText("HX-3000");
        screen.isAccessible().picture("custom-object-list");
        button(page, "看板").click();
        assertThat(page.getByText("报废").first()).isVisible();
        assertThat(page.getByText("四号机床")).isVisible();
        Assertions.assertThat(page.locator("#content").innerText()).containsSubsequence("在用", "报废", "检修");
        screen.isAccessible().picture("custom-object-board");
    }

    @Test
    void fitsAPhoneInEnglish(Browser browser) {
        Screen screen = browser.screen(Look.PHONE.english().darkened())
                .signedIn(App.ADMIN)
                .open("/settings/objects/lead");
        Page page = screen.page();
        assertThat(button(page, "Company")).isVisible();
        screen.isAccessible();
        button(page, "New field").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Choice")))
                .click();
        assertThat(page.getByLabel("Chinese name of choice 1")).isVisible();
        screen.isAccessible().picture("settings-phone");
        Assertions.assertThat((Integer) page.evaluate("() => document.getElementById('content').scrollWidth"))
                .isLessThanOrEqualTo(page.viewportSize().width);
    }
}
