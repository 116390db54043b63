package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {
    @TempDir
    private Path folder;

    private void assertRefused(byte[] content, FileError error) {
        Path file = Given.file(folder, content);
        assertThatThrownBy(() -> TableFile.open(file, "leads.csv").close())
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(error));
    }

    @ParameterizedTest
    @CsvSource({
        "255044462D312E37, NOT_A_TABLE",
        "89504E470D0A1A0A, NOT_A_TABLE",
        "FFD8FFE000104A46, NOT_A_TABLE",
        "4D5A900003000000, NOT_A_TABLE",
        "504B0506000000000000000000000000000000000000, NOT_A_TABLE",
        "504B030414000000, DAMAGED",
        "'', EMPTY",
        "20200D0A0A, EMPTY",
        "EFBBBF, EMPTY",
        "000102030405060708090A, NOT_A_TABLE"
    })
    void refusesByContentWhateverTheName(String hex, FileError error) {
        assertRefused(HexFormat.of().parseHex(hex), error);
    }

    @Test
    void refusesNoise() {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        assertRefused(noise, FileError.NOT_A_TABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><table><tr><td>1", "\uFEFF <?xml version='1.0'?><Workbook/>", "<TABLE>"})
    void refusesWebPagesThatSystemsCallXls(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), FileError.WEB_PAGE);
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.bin, BINARY_EXCEL", "content.xml, OPEN_DOCUMENT", "word/document.xml, NOT_A_TABLE"})
    void refusesOtherZippedDocuments(String part, FileError error) throws Exception {
        Path file = Given.zip(folder, Map.of(part, "x"));
        assertRefused(Files.readAllBytes(file), error);
    }

    @ParameterizedTest
    @CsvSource({"Workbook, OLD_EXCEL", "EncryptedPackage, ENCRYPTED"})
    void tellsOldExcelFromExcelBehindAPassword(String stream, FileError error) {
        byte[] ole = new byte[2048];
        byte[] magic = HexFormat.of().parseHex("D0CF11E0A1B11AE1");
        System.arraycopy(magic, 0, ole, 0, magic.length);
        ole[30] = 9;
        ole[48] = 1;
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1024 + 128, name.length);
        assertRefused(ole, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void everyRefusalHasAText(String language) throws Exception {
        Properties texts = new Properties();
        try (var in = FileError.class.getResourceAsStream("/messages/file_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(FileError.values())
                .allSatisfy(
                        e -> assertThat(texts.getProperty("error." + e.code())).isNotBlank());
    }
}
