package io.hemai.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseProperties;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Small pictures of stored ones. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThumbnailTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    DatabaseProperties database;

    private TestTenant tenant;
    private Api api;

    @BeforeAll
    void company() {
        tenant = tenants.fresh();
        api = tenant.as("wang", "sales");
    }

    private static String small(String file, int size) {
        return "/files/" + file + "/thumbnail?size=" + size;
    }

    private String stored(String name, byte[] content) {
        return Stored.send(api, name, content).expect(201).text("id");
    }

    private String stored(String name, String content) {
        return stored(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private BufferedImage shown(String file, int size) {
        return Pictures.decoded(api.download(small(file, size)));
    }

    private Path kept(String file, int size) {
        String hash = api.get("/files/" + file).expect(200).header("ETag").replace("\"", "");
        return database.homeDirectory().resolve("files").resolve(tenant.name()).resolve(hash + "." + size);
    }

    @Test
    void aLargePhotoIsShownSmall() {
        String file = stored("厂区.jpg", Pictures.encoded(Pictures.photo(3000, 2000), "jpeg"));

        Answer answer = api.get(small(file, 640)).expect(200);

        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Cache-Control")).contains("private").contains("no-cache");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).endsWith("sandbox");
        assertThat(Long.parseLong(answer.header("Content-Length"))).isLessThan(60_000);
        BufferedImage shown = shown(file, 640);
        assertThat(shown.getWidth()).isEqualTo(640);
        assertThat(shown.getHeight()).isEqualTo(427);
        assertThat(near(shown, 2, 2, Color.ORANGE)).isTrue();
        assertThat(near(shown, 637, 424, Color.BLUE)).isTrue();
        assertThat(shown(file, 96).getWidth()).isEqualTo(96);
        assertThat(Pictures.decoded(api.download("/files/" + file + "/thumbnail"))
                        .getWidth())
                .isEqualTo(640);
    }

    private static boolean near(BufferedImage picture, int x, int y, Color wanted) {
        Color is = new Color(picture.getRGB(x, y));
        return Math.abs(is.getRed() - wanted.getRed()) < 40
                && Math.abs(is.getGreen() - wanted.getGreen()) < 40
                && Math.abs(is.getBlue() - wanted.getBlue()) < 40;
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 5", "2, 91, 5", "3, 91, 43", "4, 5, 43", "5, 5, 5", "6, 43, 5", "7, 43, 91", "8, 5, 91"})
    void aPhotoStandsAsTheCameraWasHeld(int orientation, int redX, int redY) {
        String file = stored("held.jpg", Pictures.held(orientation));

        BufferedImage shown = shown(file, 96);

        assertThat(shown.getWidth()).isEqualTo(orientation < 5 ? 96 : 48);
        assertThat(shown.getHeight()).isEqualTo(orientation < 5 ? 48 : 96);
        for (int x : new int[] {5, shown.getWidth() - 5}) {
            for (int y : new int[] {5, shown.getHeight() - 5}) {
                assertThat(near(shown, x, y, Color.RED)).as("%d, %d", x, y).isEqualTo(x == redX && y == redY);
            }
        }
    }

    @Test
    void whatOneSeesThroughStaysSo() {
        BufferedImage logo = new BufferedImage(600, 300, BufferedImage.TYPE_INT_ARGB);
        logo.createGraphics().fillRect(0, 0, 300, 300);
        for (String format : new String[] {"png", "gif"}) {
            String file = stored("logo." + format, Pictures.encoded(logo, format));
            assertThat(api.get(small(file, 96)).expect(200).header("Content-Type"))
                    .isEqualTo("image/png");
            BufferedImage shown = shown(file, 96);
            assertThat(shown.getRGB(2, 2)).isEqualTo(Color.WHITE.getRGB());
            assertThat(shown.getRGB(94, 2) >>> 24).isZero();
        }
    }

    @Test
    void aSmallPictureGrowsNoLarger() {
        BufferedImage shown = shown(stored("dot.png", Pictures.encoded(Pictures.photo(20, 1), "png")), 640);
        assertThat(shown.getWidth()).isEqualTo(20);
        assertThat(shown.getHeight()).isEqualTo(1);
    }

    @Test
    void browsersAskAgainAndHearThatNothingChanged() {
        String file = stored("a.png", Pictures.encoded(Pictures.photo(300, 300), "png"));
        String tag = api.get(small(file, 96)).expect(200).header("ETag");
        assertThat(api.get(small(file, 640)).expect(200).header("ETag")).isNotEqualTo(tag);
        Answer unchanged = tenant.as("wang").header("If-None-Match", tag).get(small(file, 96));
        assertThat(unchanged.expect(304).raw()).isEmpty();
    }

    @Test
    void itIsDrawnOnce() throws IOException {
        String file = stored("once.png", Pictures.encoded(Pictures.photo(301, 300), "png"));
        assertThat(kept(file, 96)).doesNotExist();
        api.get(small(file, 96)).expect(200);
        FileTime longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(kept(file, 96), longAgo);
        api.get(small(file, 96)).expect(200);
        assertThat(Files.getLastModifiedTime(kept(file, 96))).isEqualTo(longAgo);
    }

    @Test
    void aPictureThatUnfoldsToGigabytesIsRefusedByItsHead() throws IOException {
        byte[] bomb = Pictures.unfolding(30_000, 30_000);
        assertThat(bomb).hasSizeLessThan(200_000);
        String file = stored("bomb.png", bomb);
        Answer refused = tenant.as("wang").speaking("en").get(small(file, 96)).refused(422, "files.too_many_pixels");
        assertThat(refused.text("detail")).contains("bomb.png").contains("30,000");
        // none of it was read: the same head with nothing behind it
        String head = stored("head.png", Arrays.copyOf(bomb, 33));
        api.get(small(head, 96)).refused(422, "files.too_many_pixels");
        // long and thin is no better
        String thin = stored("thin.png", Pictures.unfolding(100_000, 1));
        api.get(small(thin, 96)).refused(422, "files.too_many_pixels");
    }

    @Test
    void aPictureThatIsHoursOfWorkIsRefused() throws IOException {
        shown(stored("focus.jpg", Pictures.focusing(2_000, 1_000, 100)), 96);
        api.get(small(stored("ever.jpg", Pictures.focusing(2_000, 1_000, 650)), 96))
                .refused(422, "files.broken_picture");
        byte[] photo = Pictures.encoded(Pictures.photo(64, 32), "jpeg");
        shown(stored("padded.jpg", Pictures.padded(photo, 900)), 96);
        api.get(small(stored("padding.jpg", Pictures.padded(photo, 1_100)), 96)).refused(422, "files.broken_picture");
    }

    @Test
    void whatACameraSaysIsNotFollowedInCircles() {
        assertThat(shown(stored("circle.jpg", Pictures.pointingBack()), 96).getWidth())
                .isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aBrokenPictureIsToldAsSuch(String format) {
        byte[] whole = Pictures.encoded(Pictures.photo(300, 300), format);
        String file = stored("broken." + format, Pictures.joined(Arrays.copyOf(whole, 12), new byte[200]));
        Answer refused = tenant.as("wang").speaking("en").get(small(file, 96)).refused(422, "files.broken_picture");
        assertThat(refused.text("detail")).contains("broken." + format);
    }

    @Test
    void whatIsNoPictureHasNone() {
        String drawing = stored("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        api.get(small(drawing, 96)).refused(422, "files.no_thumbnail");
        api.get(small(stored("a.txt", "words"), 96)).refused(422, "files.no_thumbnail");
        api.get(small(stored("a.webp", Pictures.webp(1_048_577)), 96)).refused(422, "files.no_thumbnail");
    }

    @Test
    void aSmallFileThatOnlyBrowsersReadIsPassedOn() {
        String file = stored("a.webp", Pictures.webp(2_000));
        assertThat(api.get(small(file, 96)).expect(200).header("Content-Type")).isEqualTo("image/webp");
        assertThat(api.download(small(file, 96))).isEqualTo(Pictures.webp(2_000));
    }

    @Test
    void whoMayNotReadTheFileSeesNoPictureOfIt() {
        String file = stored("mine.png", Pictures.encoded(Pictures.photo(302, 300), "png"));
        api.get(small(file, 96)).expect(200);
        tenant.as("li", "sales").get(small(file, 96)).refused(404, "files.not_found");
        tenants.fresh().admin().get(small(file, 96)).refused(404, "files.not_found");
        tenants.api().get(small(file, 96)).expect(401);
        // and whoever reads a record that uses it does
        api.post("/records/attachment", Map.of("file", file)).expect(201);
        tenant.admin().get(small(file, 96)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "97", "4096", "-1", "many", "96&width=1"})
    void sizesAreTwo(String size) {
        String file = stored("a.png", Stored.picture("png"));
        assertThat(api.get("/files/" + file + "/thumbnail?size=" + size)
                        .expect(400)
                        .code())
                .isIn("request.invalid_parameter", "request.unknown_parameter");
    }
}
