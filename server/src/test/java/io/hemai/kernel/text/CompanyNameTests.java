package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云栖精工有限公司|云栖精工股份有限公司",
                "云栖精工（上海）有限公司|云栖精工(上海)有限责任公司",
                "云栖精工 集团|云栖精工",
                "云栖（集团）股份有限公司|云栖集团有限公司",
                "云栖精工Co., Ltd.|云栖精工",
                "Acme, Inc.|ACME",
                "Acme Co.,Ltd|Ａｃｍｅ Limited",
                "Müller GmbH & Co. KG|müller",
                "Johnson & Johnson|Johnson and Johnson",
                "U.S. Steel Corp.|US Steel",
                "O'Neil Ltd|ONeil",
                "Go Pro LLC|GoPro"
            })
    void takesTheSameCompanyForTheSame(String one, String other) {
        assertThat(CompanyName.key(one)).isEqualTo(CompanyName.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云栖精工（上海）有限公司|云栖精工（北京）有限公司",
                "云栖精工有限公司|云栖精工有限公司北京分公司",
                "云栖精工上海分公司|云栖精工北京分公司",
                "上海云栖精工|北京云栖精工",
                "云栖科技有限公司|云栖贸易有限公司",
                "A+B Ltd|AB Ltd",
                "C# Ltd|C Ltd",
                "Lotus Spa|Lotus",
                "First Bank|Second Bank",
                "3M|4M"
            })
    void keepsDifferentCompaniesApart(String one, String other) {
        assertThat(CompanyName.key(one)).isNotEqualTo(CompanyName.key(other));
    }

    @ParameterizedTest
    @CsvSource({"公司,公司", "有限公司,有限公司", "Company,company", "Co. Ltd.,co", "集团,集团", "中国集团,中国", "&,and", "？,?"})
    void isNeverEmpty(String name, String key) {
        assertThat(CompanyName.key(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "杭州云栖科技有限公司|杭州云栖科技",
                "云栖集团股份有限公司|云栖集团",
                "云栖精工（上海）有限责任公司|云栖精工（上海）",
                "云栖精工有限公司北京分公司|云栖精工有限公司北京分公司",
                "云栖投资中心（有限合伙）|云栖投资中心",
                "云栖精工Co., Ltd.|云栖精工",
                "Acme Trading Co., Ltd.|Acme Trading",
                "Acme (Shanghai) Co.,Ltd|Acme (Shanghai)",
                "Müller GmbH & Co. KG|Müller",
                "Smith and Company Limited|Smith",
                "Marks and Spencer p.l.c.|Marks and Spencer",
                "U.S. Steel Corp.|U.S. Steel",
                "Costco|Costco",
                "有限公司|有限公司",
                "Company|Company",
                "Co. Ltd.|Co"
            })
    void isSpokenAsItIsWrittenButForTheLegalForm(String name, String spoken) {
        assertThat(CompanyName.spoken(name)).isEqualTo(spoken);
    }
}
