package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator makes a department, a role and a person who has both, and who then leaves. */
@ExtendWith(Browser.class)
class CompanySettingsTests {
    private static final String LOGIN = "luoxiaoyu";

    @Test
    void somebodyComesAndGoes(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        screen.signIn(App.ADMIN);
        makeDepartment(screen);
        makeRole(screen);
        String password = addPerson(screen);

        Screen own = browser.screen(Look.DESK);
        Assertions.assertThat(own.trySignIn("main", LOGIN, password)).isEqualTo(200);
        own.open("/settings/roles");
        assertThat(own.page().getByText("您没有权限使用这项设置")).isVisible();

        leave(screen);
        Assertions.assertThat(browser.screen(Look.DESK).trySignIn("main", LOGIN, password))
                .isEqualTo(401);
    }

    private static void makeDepartment(Screen screen) {
        Page page = screen.open("/settings/departments").page();
        button(page, "新建部门").first().click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).first().fill("西南大区");
        page.getByRole(AriaRole.DIALOG).getByText("新建部门").last().click();
        assertThat(button(page, "西南大区")).isVisible();
        screen.isAccessible();
    }

    private static void makeRole(Screen screen) {
        Page page = screen.open("/settings/roles").page();
        screen.isAccessible();
        button(page, "新建角色").last().click();
        page.getByLabel("中文名称", new Page.GetByLabelOptions().setExact(true)).fill("渠道经理");
        page.getByLabel("英文名称").fill("Channel manager");
        button(page, "新建角色").last().click();
        page.waitForURL("**/settings/roles/channel_manager");
        button(page, "线索").click();
        assertThat(page.getByLabel("手机的权限")).hasValue("write");
        screen.isAccessible();
        page.getByLabel("线索, 查看").selectOption("all");
        page.getByLabel("线索, 导出").check();
        page.getByLabel("手机的权限").selectOption("masked");
        screen.picture("settings-role");
        button(page, "保存权限").click();
        assertThat(page.getByText("权限已保存")).isVisible();
        page.reload();
        assertThat(page.getByLabel("线索, 查看")).hasValue("all");
        assertThat(page.getByText("1 个字段受限")).isVisible();
    }

    private static String addPerson(Screen screen) {
        Page page = screen.open("/settings/people").page();
        button(page, "新建人员").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("罗晓雨");
        form.getByLabel("登录名").fill(LOGIN);
        form.getByLabel("角色").fill("渠道经理");
        page.locator(".ant-select-item-option").filter(containing("渠道经理")).click();
        String password = form.getByLabel("初始密码").inputValue();
        form.getByText("新建人员").last().click();
        assertThat(page.getByRole(AriaRole.DIALOG).locator("code")).containsText(password);
        button(page, "关闭").last().click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(button(page, "罗晓雨")).isVisible();
        screen.isAccessible().picture("settings-people");
        return password;
    }

    private static void leave(Screen screen) {
        Page page = screen.page();
        button(page, "罗晓雨的更多操作").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("停用并交接"))
                .click();
        screen.isAccessible();
        page.getByLabel("交接给").fill("管理员");
        page.locator(".ant-select-item-option").first().click();
        button(page, "停用并交接").click();
        assertThat(button(page, "罗晓雨")).hasCount(0);
        page.getByText("已停用", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(button(page, "罗晓雨")).isVisible();
    }
}
