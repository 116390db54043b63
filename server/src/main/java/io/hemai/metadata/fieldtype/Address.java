package io.hemai.metadata.fieldtype;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody is; one of the parts is there at least.
 *
 * @param region code of the province, city or district in China
 * @param street what stands after it, down to the door; for other countries all but the postcode
 */
public record Address(
        @Nullable String region,
        @Nullable String street,
        @Nullable String postcode) {
    public Address {
        if (region == null && street == null && postcode == null) {
            throw new IllegalArgumentException("an address without any part");
        }
    }
}
