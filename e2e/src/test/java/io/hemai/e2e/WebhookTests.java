package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator has flows tell another system what happens, sees that it arrives, and takes back what a flow did. */
@ExtendWith(Browser.class)
class WebhookTests {
    private static final Pattern KEPT = Pattern.compile(".*/settings/webhooks/[0-9a-f-]{36}$");
    private static final Pattern DRAWN = Pattern.compile(".*/settings/flows/[0-9a-f-]{36}$");

    private final List<Message> arrived = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    /** What the other system got. */
    private record Message(String id, String timestamp, String signature, String body) {
        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        String type() {
            return json().get("type").getAsString();
        }

        /** The signature as whoever has the secret works it out. */
        String signedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] text = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
                return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stopListening() {
        receiver.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        arrived.add(new Message(
                call.getRequestHeaders().getFirst("webhook-id"),
                call.getRequestHeaders().getFirst("webhook-timestamp"),
                call.getRequestHeaders().getFirst("webhook-signature"),
                body));
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hemai";
    }

    private Message awaited(Page page, String type) {
        page.waitForCondition(
                () -> arrived.stream().anyMatch(each -> each.type().equals(type)));
        return arrived.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void addWebhook(Page page, String name) {
        button(page, "新建 Webhook").first().click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.locator("input[id$='-name']").fill(name);
        form.locator("input[id$='-url']").fill("http://192.168.0.1/hemai");
        named(form, AriaRole.BUTTON, "新建").click();
        assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
        form.locator("input[id$='-url']").fill(address());
        named(form, AriaRole.BUTTON, "新建").click();
        page.waitForURL(KEPT);
    }

    @Test
    void aTestMessageArrivesAndItsSignatureHolds(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/webhooks");
        Page page = screen.page();
        addWebhook(page, "数据仓库");
        assertThat(page.getByText("还没有消息")).isVisible();
        button(page, "发送测试").click();
        Locator messages = named(page, AriaRole.LIST, "消息");
        assertThat(messages.getByRole(AriaRole.LISTITEM).first()).containsText("已送达");
        screen.isAccessible().picture("webhook");

        button(page, "显示").click();
        String secret =
                page.locator("code").getByText(Pattern.compile("^whsec_")).textContent();
        Message test = awaited(page, "test");
        assertThat(test.signature()).isEqualTo(test.signedWith(secret));

        messages.getByRole(AriaRole.BUTTON).first().click();
        Locator message = page.getByRole(AriaRole.DIALOG);
        assertThat(message).containsText("\"type\": \"test\"");
        named(message, AriaRole.BUTTON, "重新发送").click();
        page.waitForCondition(() -> arrived.size() == 2);
        assertThat(arrived.get(1).id()).isEqualTo(test.id());
        screen.isAccessible().picture("webhook-message");

        String path = page.url().replaceAll("^https?://[^/]+", "");
        Map.of("en-dark", Look.DESK.english().darkened(), "phone", Look.PHONE)
                .forEach((name, look) -> browser.screen(look)
                        .signedIn(App.ADMIN)
                        .open(path)
                        .isAccessible()
                        .fitsItsWidth()
                        .picture("webhook-" + name));
    }

    private static Locator card(Page page, String text) {
        return page.locator("[data-card]").filter(containing(text));
    }

    private static Locator panel(Page page, String name) {
        return named(page, AriaRole.COMPLEMENTARY, name);
    }

    /** Adds a step at the plus of that number from above. */
    private static void add(Page page, int plus, String kind) {
        button(page, "添加步骤").nth(plus).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(kind))
                .click();
    }

    /** Chooses what a field lists below it. */
    private static void choose(Page page, Locator field, String name) {
        field.click();
        page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(containing(name))
                .first()
                .click();
    }

    /** When an account changes, its contacts are tagged, and the other system hears of it. */
    private static void draw(Page page, String webhook) {
        card(page, "新建客户时").click();
        choose(page, panel(page, "触发条件").getByLabel("触发方式"), "修改记录时");
        add(page, 0, "循环");
        choose(page, panel(page, "循环").getByLabel("对哪些记录"), "联系人（客户）");
        assertThat(named(page, AriaRole.REGION, "对每个“联系人”")).isVisible();
        add(page, 1, "打标签");
        choose(page, panel(page, "打标签").getByLabel("字段"), "标签");
        Locator tags = panel(page, "打标签").getByLabel("加上");
        tags.fill("已同步");
        tags.press("Enter");
        page.keyboard().press("Escape");
        add(page, 3, "发送 Webhook");
        choose(page, panel(page, "发送 Webhook").getByLabel("Webhook").first(), webhook);
        panel(page, "发送 Webhook").getByLabel("消息类型").fill("account.changed");
        choose(page, panel(page, "发送 Webhook").getByLabel("携带的字段"), "客户名称");
        page.keyboard().press("Escape");
        page.getByLabel("流程名称").fill("同步客户");
    }

    private static void publish(Page page) {
        button(page, "发布").click();
        page.waitForURL(DRAWN);
        named(page.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "发布").click();
        assertThat(told(page, "已发布“同步客户”")).isVisible();
    }

    private static void undo(Page page, Screen screen) {
        Locator run = panel(page, "一次运行");
        assertThat(run).containsText("已完成");
        assertThat(run).containsText("共 1 条记录");
        assertThat(named(named(run, AriaRole.REGION, "改动的记录"), AriaRole.LINK, "赵敏"))
                .isVisible();
        screen.isAccessible().picture("flow-run-loop");
        named(run, AriaRole.BUTTON, "撤销它的改动").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("已经发出的邮件");
        named(dialog, AriaRole.BUTTON, "撤销它的改动").click();
        assertThat(dialog).containsText("恢复了 1 条记录的修改");
        screen.isAccessible().picture("flow-run-undone");
        named(dialog, AriaRole.BUTTON, "关闭").last().click();
        assertThat(run).containsText(Pattern.compile("已于 .+ 撤销它的改动"));
        assertThat(named(run, AriaRole.BUTTON, "撤销它的改动")).hasCount(0);
    }

    @Test
    void aFlowTellsAnotherSystemAndIsTakenBack(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN);
        Api api = screen.api();
        api.create("webhook", Map.of("name", "ERP", "url", address()));
        Page page = screen.open("/settings/flows/new?object=account").page();
        draw(page, "ERP");
        screen.isAccessible().picture("flow-loop");
        publish(page);
        String drawn = page.url();

        String account = api.create("account", Map.of("name", "循环测试公司"));
        String contact = api.create("contact", Map.of("name", "赵敏", "account", account));
        api.change("account", account, Map.of("website", "https://example.com"));
        JsonObject told = awaited(page, "account.changed").json();
        assertThat(told.toString()).contains("循环测试公司");
        page.waitForCondition(() -> api.read("contact", contact).contains("已同步"));

        named(page, AriaRole.LINK, "运行记录").click();
        named(page, AriaRole.LINK, "循环测试公司").first().click();
        undo(page, screen);
        assertThat(api.read("contact", contact)).doesNotContain("已同步");

        page.navigate(drawn);
        button(page, "回测").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        named(dialog, AriaRole.BUTTON, "开始回测").click();
        assertThat(dialog).containsText(Pattern.compile("过去 30 天会触发 \\d+ 次"));
        assertThat(named(dialog, AriaRole.LINK, "循环测试公司").first()).isVisible();
        screen.isAccessible().picture("flow-back-test");
        // other tests change accounts as well
        api.post("records/flow/" + drawn.replaceAll(".*/", "") + "/stop", Map.of());
    }
}
