package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files, pictures and rich text are given where they stand, in forms as on pages. */
@ExtendWith(Browser.class)
class EditorTests {
    /** What the clipboard gives a page. */
    private static final String PASTE = """
            (at, [html, name, type, base64]) => {
              const data = new DataTransfer();
              if (html) data.setData('text/html', html);
              if (name) {
                const bytes = Uint8Array.from(atob(base64), each => each.charCodeAt(0));
                data.items.add(new File([bytes], name, {type}));
              }
              at.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }
            """;

    private static final String WORD = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>"
            + "<span style='mso-list:Ignore'>1.</span>粘贴的<b>报价</b></p><script>x()</script>";

    private static FilePayload picture(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }

    private static Screen withSites(Browser browser, String object, String label) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        api.post("meta/objects", Map.of("name", "c_" + object, "label", Map.of("zh-CN", label, "en", object)));
        String fields = "meta/objects/c_" + object + "/fields";
        field(api, fields, "c_photo", "image", "照片");
        field(api, fields, "c_paper", "file", "协议");
        field(api, fields, "c_brief", "rich_text", "简报");
        return screen;
    }

    private static void field(Api api, String path, String name, String type, String label) {
        api.post(path, Map.of("name", name, "type", type, "label", Map.of("zh-CN", label, "en", name)));
    }

    private static void change(Page page, String field) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("编辑" + field))
                .click();
    }

    private static void shows(Page page, String what) {
        assertThat(button(page, "查看图片 " + what)).isVisible();
    }

    @Test
    void aFormTakesThemAndListsShowThem(Browser browser) throws IOException {
        Screen screen = withSites(browser, "siteform", "厂区");
        Page page = screen.open("/c_siteform").page();
        button(page, "新建厂区").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("名称").fill("一号厂区");
        form.getByLabel("选择图片").setInputFiles(picture("大门.png"));
        assertThat(form.getByText("大门.png")).isVisible();
        form.getByLabel("选择文件")
                .setInputFiles(new FilePayload("协议.txt", "text/plain", "条款".getBytes(StandardCharsets.UTF_8)));
        assertThat(form.getByText("协议.txt")).isVisible();
        Locator text = form.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("简报"));
        text.pressSequentially("产能充足");
        screen.isAccessible().picture("editors-form");
        button(page, "移除 协议.txt").click();
        form.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("撤销").setExact(true))
                .first()
                .click();
        assertThat(form.getByText("协议.txt")).isVisible();
        button(page, "保存").click();

        page.waitForURL(Pattern.compile("/c_siteform/[0-9a-f-]{36}"));
        shows(page, "大门.png");
        assertThat(page.getByText("产能充足").first()).isVisible();
        assertThat(named(page, AriaRole.LINK, "协议.txt")).isVisible();
        screen.isAccessible();
        screen.open("/c_siteform");
        shows(page, "大门.png");
        assertThat(button(page, "查看图片 大门.png").locator("img")).hasJSProperty("naturalWidth", 96);
        screen.isAccessible().picture("editors-list");
    }

    @Test
    void aPictureThatCannotBeDrawnIsToldByAnIcon(Browser browser) {
        Screen screen = withSites(browser, "sitebroken", "仓库");
        String id = screen.api().create("c_sitebroken", Map.of("name", "四号仓库"));
        Page page = screen.open("/c_sitebroken/" + id).page();
        change(page, "照片");
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H'};
        page.getByLabel("选择图片").setInputFiles(new FilePayload("坏图.png", "image/png", head));
        Locator thumb = named(page.locator("[data-facts]"), AriaRole.BUTTON, "查看图片 坏图.png");
        assertThat(thumb).containsText("坏图.png");
        assertThat(thumb.locator("img")).hasCount(0);
        screen.isAccessible().picture("picture-broken");
    }

    @Test
    void picturesAreGivenLookedAtAndTakenBackWhereTheyStand(Browser browser) throws IOException {
        Screen screen = withSites(browser, "sitepage", "园区");
        Page page = screen.page();
        String id = screen.signIn(App.ADMIN).create("c_sitepage", Map.of("name", "二号园区"));
        screen.open("/c_sitepage/" + id);
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/files")) {
                sent.add(request.url());
            }
        });

        change(page, "照片");
        Locator chooser = page.getByLabel("选择图片");
        assertThat(chooser).isFocused();
        assertThat(page.getByText("最大 50 MB")).isVisible();
        chooser.setInputFiles(new FilePayload("说明.txt", "text/plain", new byte[] {65}));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不是 PNG");
        Assertions.assertThat(sent).isEmpty();
        screen.isAccessible().picture("editor-image");
        FilePayload shot = picture("截图.png");
        chooser.evaluate(
                PASTE, List.of("", shot.name, shot.mimeType, Base64.getEncoder().encodeToString(shot.buffer)));
        Locator thumb = named(page.locator("[data-facts]"), AriaRole.BUTTON, "查看图片 截图.png");
        assertThat(thumb).isVisible();
        Assertions.assertThat(sent).hasSize(1);

        thumb.click();
        Locator viewer = named(page, AriaRole.DIALOG, "截图.png");
        assertThat(viewer.getByRole(AriaRole.IMG)).isVisible();
        screen.isAccessible().picture("picture-viewer");
        page.keyboard().press("Escape");
        assertThat(viewer).hasCount(0);
        assertThat(thumb).isFocused();

        removeAndTakeBack(page, thumb);
    }

    private static void removeAndTakeBack(Page page, Locator thumb) {
        change(page, "照片");
        button(page, "移除 截图.png").click();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("照片")))
                .hasCount(0);
        assertThat(thumb).hasCount(0);
        button(page, "撤销").last().click();
        assertThat(thumb).isVisible();
    }

    @Test
    void richTextIsWrittenPastedAndReadAsItWasLaidOut(Browser browser) throws IOException {
        Screen screen = withSites(browser, "sitetext", "基地");
        Page page = screen.page();
        String id = screen.signIn(App.ADMIN).create("c_sitetext", Map.of("name", "三号基地"));
        screen.open("/c_sitetext/" + id);
        change(page, "简报");
        Locator text = named(page, AriaRole.TEXTBOX, "简报");
        assertThat(text).isFocused();
        write(page, text);
        goAlongTheTools(page);
        screen.isAccessible().picture("editor-rich");
        refuseALink(page, text);
        text.press("Control+Enter");

        assertThat(text).hasCount(0);
        assertThat(page.locator("dd strong").first()).hasText("重点");
        assertThat(page.locator("dd img[alt='现场.png']")).isVisible();
        page.reload();
        assertThat(page.locator("dd ol > li")).hasText("粘贴的报价");
        screen.isAccessible();

        Screen dark = browser.screen(Look.PHONE.english().darkened());
        dark.signIn(App.ADMIN);
        dark.open("/c_sitetext/" + id + "?part=facts");
        named(dark.page(), AriaRole.BUTTON, "Edit c_brief").click();
        assertThat(dark.page().getByRole(AriaRole.TOOLBAR)).isVisible();
        dark.isAccessible().picture("editor-rich-phone");
    }

    private static void write(Page page, Locator text) throws IOException {
        page.keyboard().type("Plan ");
        page.keyboard().press("Control+b");
        page.keyboard().type("重点");
        page.keyboard().press("Control+b");
        page.keyboard().press("Enter");
        text.evaluate(PASTE, List.of(WORD, "", "", ""));
        assertThat(text.locator("ol > li")).hasText("粘贴的报价");
        FilePayload photo = picture("现场.png");
        text.evaluate(
                PASTE,
                List.of("", photo.name, photo.mimeType, Base64.getEncoder().encodeToString(photo.buffer)));
        assertThat(text.locator("img[src^='/api/v1/files/']")).isVisible();
    }

    private static void goAlongTheTools(Page page) {
        button(page, "项目列表").focus();
        page.keyboard().press("ArrowRight");
        assertThat(button(page, "编号列表")).isFocused();
    }

    private static void refuseALink(Page page, Locator text) {
        text.press("Control+k");
        named(page, AriaRole.TEXTBOX, "链接地址").fill("javascript:alert(1)");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("网址或邮箱");
        page.keyboard().press("Escape");
        assertThat(text).isFocused();
    }
}
