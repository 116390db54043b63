package io.hemai.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Names and texts of a made-up market, the same for the same number. */
final class Words {
    private static final List<String> CITIES = List.of(
            "北京", "上海", "广州", "深圳", "苏州", "杭州", "南京", "无锡", "宁波", "合肥", "武汉", "长沙", "成都", "重庆", "西安", "青岛", "济南", "郑州",
            "沈阳", "大连", "厦门", "福州", "东莞", "佛山", "常州", "昆山", "嘉兴", "天津", "南通", "温州");
    private static final List<String> TRADES = List.of(
            "精密机械", "电子科技", "自动化设备", "新材料", "医疗器械", "生物科技", "软件", "信息技术", "物流", "建筑工程", "食品", "纺织", "化工", "汽车零部件",
            "仪器仪表", "能源", "环保", "包装", "家居", "贸易");
    private static final String BRAND =
            "华东瑞康盛达宏远博雅恒泰嘉信天成金源鑫海诚立明辉正丰凯越安邦永业佳和隆兴聚力维澄川岚璟曜霖骏骋晟奕昊" + "煜宸睿哲铭皓翰轩逸朗卓越峰岳森林江河湖洋云霄星辰日月光华彩虹春秋冬夏";
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰";

    private final SplittableRandom dice;

    Words(long seed) {
        dice = new SplittableRandom(seed);
    }

    <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }

    int below(int bound) {
        return dice.nextInt(bound);
    }

    String company() {
        return pick(CITIES) + letters(BRAND, 2 + dice.nextInt(2)) + pick(TRADES) + "有限公司";
    }

    String person() {
        return letters(SURNAMES, 1) + letters(GIVEN, 1 + dice.nextInt(2));
    }

    String mobile() {
        return "13" + (100_000_000 + dice.nextInt(899_999_999));
    }

    String note() {
        return pick(TRADES) + "项目，" + letters(BRAND, 6) + "，预算 " + dice.nextInt(500) + " 万";
    }

    private String letters(String from, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(from.charAt(dice.nextInt(from.length())));
        }
        return letters.toString();
    }
}
