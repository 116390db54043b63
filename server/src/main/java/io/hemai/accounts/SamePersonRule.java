package io.hemai.accounts;

import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import io.hemai.records.DuplicateKey;
import io.hemai.records.DuplicateRule;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.List;

/** Who has one's mobile number or e-mail address is likely the same person, whether they are kept as a lead or as a contact. */
public abstract class SamePersonRule implements DuplicateRule {
    private final StandardObject object;
    private final Field<String> mobile;
    private final Field<String> email;

    protected SamePersonRule(StandardObject object, Field<String> mobile, Field<String> email) {
        this.object = object;
        this.mobile = mobile;
        this.email = email;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final String name() {
        return "person";
    }

    @Override
    public final boolean blocks() {
        return false;
    }

    @Override
    public final List<DuplicateKey> keys(Row record) {
        List<DuplicateKey> keys = new ArrayList<>();
        String number = record.value(mobile);
        if (number != null) {
            keys.add(new DuplicateKey(mobile, "mobile:" + number));
        }
        String address = record.value(email);
        if (address != null) {
            keys.add(new DuplicateKey(email, "email:" + Normalised.of(address)));
        }
        return keys;
    }
}
