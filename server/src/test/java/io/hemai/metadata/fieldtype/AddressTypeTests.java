package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressTypeTests extends FieldTypeContract<Address> {
    @Override
    FieldType<Address> type() {
        return new AddressType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of(
                        map("region", "330106", "street", "文三路 1 号", "postcode", "310012"),
                        map("region", "330106", "street", "文三路 1 号", "postcode", "310012")),
                of(map("region", "上海"), map("region", "310000", "street", null, "postcode", null)),
                of(map("street", "1 Main St"), map("region", null, "street", "1 Main St", "postcode", null)),
                of(map("street", "", "region", null), null));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("浙江省杭州市西湖区文三路1号 310012", map("region", "330106", "street", "文三路1号", "postcode", "310012")),
                of("上海路 5 号", map("region", null, "street", "上海路 5 号", "postcode", null)),
                of(
                        "10 Downing Street, London",
                        map("region", null, "street", "10 Downing Street, London", "postcode", null)));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("1 Main St", MetadataError.WRONG_TYPE),
                of(map("city", "x"), MetadataError.WRONG_TYPE),
                of(map("region", "Atlantis"), MetadataError.UNKNOWN_REGION),
                of(map("street", 5), MetadataError.WRONG_TYPE),
                of(map("street", "x".repeat(256)), MetadataError.TOO_LONG));
    }

    @Override
    boolean readsItsText() {
        return false;
    }

    @Test
    void eachLanguageHasItsOrder() {
        Address address = new Address("330106", "文三路1号", "310012");
        assertThat(type().text(address, Contexts.SHANGHAI)).isEqualTo("浙江省杭州市西湖区文三路1号 310012");
        assertThat(type().text(address, Contexts.LONDON)).startsWith("文三路1号, ").endsWith("Zhejiang 310012");
    }
}
