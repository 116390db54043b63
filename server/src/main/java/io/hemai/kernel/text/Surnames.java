package io.hemai.kernel.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chinese family names whose reading differs from the everyday reading of their characters. */
final class Surnames {
    private static final Map<String, List<String>> READINGS = new HashMap<>();

    static {
        add("单 shan 單 shan 曾 zeng 解 xie 仇 qiu 查 zha 任 ren 盖 ge 蓋 ge 区 ou 區 ou 朴 piao 覃 qin 种 chong 折 she");
        add("黑 he 祭 zhai 缪 miao 繆 miao 翟 zhai 召 shao 员 yun 員 yun 乐 yue 樂 yue 宓 mi 洗 xian 冼 xian 繁 po 葛 ge");
        add("能 nai 尉 wei 隗 wei 薄 bo 便 pian 句 gou 秘 bi 贲 ben 賁 ben 乜 nie 莘 shen 郄 qie 亓 qi 佴 nai 藏 zang");
        add("都 du 会 gui 车 che 過 guo 过 guo 那 na 卜 bu 哈 ha 华 hua 華 hua 宁 ning 沈 shen 牟 mou 晁 chao 逄 pang");
        add("尉迟 yu,chi 尉遲 yu,chi 万俟 mo,qi 長孫 zhang,sun 长孙 zhang,sun 单于 chan,yu 澹台 tan,tai 令狐 ling,hu");
        add("皇甫 huang,fu 夏侯 xia,hou 宰父 zai,fu 濮阳 pu,yang 呼延 hu,yan 仉督 zhang,du 乐正 yue,zheng 毌丘 guan,qiu");
    }

    private Surnames() {}

    /** How a name begins: the number of its characters that are read, and their syllables. */
    record Surname(int length, List<String> syllables) {}

    /** The family name at the beginning of a full name when it is a special one; compound names win. */
    static Optional<Surname> reading(String name) {
        for (int length = Math.min(2, name.length()); length > 0; length--) {
            List<String> syllables = READINGS.get(name.substring(0, length));
            if (syllables != null) {
                return Optional.of(new Surname(length, syllables));
            }
        }
        return Optional.empty();
    }

    private static void add(String pairs) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            READINGS.put(words[i], List.of(words[i + 1].split(",")));
        }
    }
}
