package io.hemai.metadata.fieldtype;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plain JSON values and texts that nobody in his senses would send, always the same for the same seed. */
final class Garbage {
    private static final int DEEPEST = 3;
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "0",
            "1",
            "-",
            "+",
            ".",
            ",",
            ":",
            "/",
            "%",
            "¥",
            "$",
            "(",
            ")",
            "e",
            "E",
            "T",
            "Z",
            "@",
            "#",
            "*",
            "{",
            "}",
            "'",
            "\"",
            "\\",
            "<",
            ">",
            "&",
            ";",
            "=",
            "_",
            "年",
            "月",
            "日",
            "元",
            "是",
            "省",
            "市",
            "上海",
            "浙江",
            "330000",
            "2026",
            "01",
            "31",
            "2026-01-31",
            "14:30",
            "+08:00",
            "9999",
            "99999999999999999999",
            "13800138000",
            "+86",
            "ext",
            "a@b.cn",
            "example.com",
            "https://",
            "<p>",
            "<b>x</b>",
            "&#0;",
            "&#xD800;",
            "&#7;",
            "&lt;",
            "<script>",
            "<img src=x>",
            "javascript:",
            "USD",
            "CNY",
            "true",
            "null",
            "NaN",
            "Infinity",
            "1e999999999",
            "1E-999999999",
            "\u0000",
            "\u0007",
            "\n",
            "\r",
            "\t",
            "\u0085",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "😀",
            "１２",
            "٣",
            "②",
            "ﬁ",
            "İ",
            "ß",
            "e\u0301",
            "\u202E",
            "\uFFFF",
            "藏",
            "★");
    private static final List<Object> NUMBERS = List.of(
            0,
            -1,
            5,
            42,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            1.5,
            -0.0,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1.5f,
            Float.NaN,
            (short) 3,
            new BigDecimal("12.340"),
            new BigDecimal("1e999999999"),
            new BigDecimal("1e-999999999"),
            new BigDecimal("0e999999999"),
            new BigDecimal("0e-999999999"),
            new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE),
            new BigDecimal(BigInteger.TEN, Integer.MAX_VALUE),
            BigInteger.TEN.pow(40),
            BigInteger.TEN.pow(900),
            BigInteger.ONE.shiftLeft(62));

    private final Random random;

    Garbage(Random random) {
        this.random = random;
    }

    Object json(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
            case 0 -> random.nextBoolean();
            case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 2, 3 -> text();
            case 4 -> list(depth);
            default -> object(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(9) == 0 ? null : json(depth + 1));
        }
        return list;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> names = List.of("id", "amount", "currency", "region", "street", "postcode", "external_id", text());
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(names.get(random.nextInt(names.size())), random.nextInt(9) == 0 ? null : json(depth + 1));
        }
        return object;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(200) == 0 ? text.toString().repeat(3_000) : text.toString();
    }
}
