package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.text.Pinyin.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "王芳,wangfang,wf",
        "单雪,shanxue,sx",
        "曾国强,zengguoqiang,zgq",
        "解晓东,xiexiaodong,xxd",
        "仇英,qiuying,qy",
        "查理,zhali,zl",
        "尉迟恭,yuchigong,ycg",
        "欧阳修,ouyangxiu,oyx",
        "吕布,lvbu,lb",
        "区建国,oujianguo,ojg",
        "朴志勇,piaozhiyong,pzy",
        "古丽·买买提,gulimaimaiti,glmmt",
        "Wang Fang,wangfang,wangfang"
    })
    void readsNames(String name, String full, String initials) {
        Reading reading = Pinyin.person(name);
        assertThat(reading.full()).isEqualTo(full);
        assertThat(reading.initials()).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "重庆银行,chongqingyinhang,cqyh",
        "长城汽车,changchengqiche,ccqc",
        "海晟模具,haishengmuju,hsmj",
        "ABC科技,abckeji,abckj",
        "查理食品,chalishipin,clsp",
        "云栖（上海）3号,yunqishanghai3hao,yqsh3h",
        "𠮷野家,yejia,yj",
        "'',''," + "''"
    })
    void readsOtherText(String text, String full, String initials) {
        Reading reading = Pinyin.text(text);
        assertThat(reading.full()).isEqualTo(full);
        assertThat(reading.initials()).isEqualTo(initials);
    }

    @Test
    void ordersAsADictionaryDoes() {
        assertThat(Stream.of("先", "张三", "西安", "李四", "安娜", "阿明")
                        .sorted(Comparator.comparing(text -> Pinyin.text(text).sortKey())))
                .containsExactly("阿明", "安娜", "李四", "西安", "先", "张三");
    }

    @Test
    void readsTheSameInManyThreads() {
        List<String> full = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> Pinyin.text(i % 2 == 0 ? "重庆音乐厅" : "银行重启").full())
                .distinct()
                .sorted()
                .toList();
        assertThat(full).containsExactly("chongqingyinyueting", "yinhangchongqi");
    }
}
