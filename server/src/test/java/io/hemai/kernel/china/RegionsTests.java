package io.hemai.kernel.china;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "330000|浙江省|Zhejiang",
                "330100|浙江省杭州市|Hangzhou, Zhejiang",
                "310115|上海市浦东新区|Pudong New Area, Shanghai",
                "310100|上海市|Shanghai",
                "150000|内蒙古自治区|Inner Mongolia",
                "540100|西藏自治区拉萨市|Lhasa, Tibet",
                "500229|重庆市城口县|Chengkou County, Chongqing",
                "429004|湖北省仙桃市|Xiantao, Hubei",
                "610100|陕西省西安市|Xi'an, Shaanxi",
                "441904|广东省东莞市长安镇|Chang'an Town, Dongguan, Guangdong",
                "710100|台湾省台北市|Taipei, Taiwan",
                "810000|香港特别行政区|Hong Kong",
                "820000|澳门特别行政区|Macao",
                "999999|999999|999999"
            })
    void labelsAsAnAddressDoes(String code, String chinese, String english) {
        assertThat(Regions.label(code, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(Regions.label(code, Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "上海|310000",
                "上海市浦东新区|310115",
                "上海 浦东|310115",
                "上海市/上海市/浦东新区|310115",
                "浙江省杭州市|330100",
                "浙江杭州余杭区|330110",
                "杭州|330100",
                "吉林|220000",
                "吉林市|220200",
                "海南|460000",
                "河北区|120105",
                "内蒙古|150000",
                "广西|450000",
                "延边|222400",
                "西安|610100",
                "重庆市城口县|500229",
                "湖北仙桃|429004",
                "Zhejiang|330000",
                "Zhejiang Province|330000",
                "Hangzhou, Zhejiang|330100",
                "Suzhou, Jiangsu|320500",
                "Suzhou, Anhui|341300",
                "Pudong New Area, Shanghai|310115",
                "xian|610100",
                "Shaanxi|610000",
                "Shanxi|140000",
                "Inner Mongolia|150000",
                "Hong Kong|810000",
                "苏州工业园区|320571",
                "香港九龙油尖旺区|810202"
            })
    void findsWhatATextNames(String text, String code) {
        assertThat(Regions.find(text).map(Region::code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "华东", "江浙沪", "上海浦西", "杭州市浦东新区", "朝阳区", "鼓楼区", "Suzhou", "经济技术开发区", "县", "海", "München"})
    void doesNotGuess(String text) {
        assertThat(Regions.find(text)).isEmpty();
    }

    @Test
    void offersWhatATextMayMean() {
        assertThat(Regions.candidates("Suzhou")).extracting(Region::name).contains("苏州市", "宿州市");
        assertThat(Regions.candidates("朝阳区")).extracting(Region::code).contains("110105", "220104");
    }

    @Test
    void theTreeIsWhole() {
        assertThat(Regions.children("")).hasSize(34);
        assertThat(Regions.all()).hasSizeGreaterThan(3_200).allSatisfy(region -> {
            assertThat(region.code()).matches("[1-8][0-9]{5}");
            assertThat(region.english()).isNotBlank();
            assertThat(Regions.path(region.code()))
                    .hasSize(region.prefix().length() / 2)
                    .endsWith(region)
                    .allMatch(region::isWithin);
        });
        assertThat(Regions.path("110105")).extracting(Region::name).containsExactly("北京市", "北京市", "朝阳区");
    }

    @Test
    void everyFullNameLeadsBackToItsRegion() {
        assertThat(Regions.all().stream()
                        .map(region -> Regions.label(region.code(), Locale.CHINA))
                        .filter(label -> Regions.find(label)
                                .filter(found -> Regions.label(found.code(), Locale.CHINA)
                                        .equals(label))
                                .isEmpty()))
                .isEmpty();
    }
}
