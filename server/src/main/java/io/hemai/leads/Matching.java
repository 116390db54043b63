package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.CompanyName;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the customer that a lead already is, whoever looks after it: a company is one account however many people sell to it. The
 * oldest one counts where several match. Only fields that the person sees are compared: which customer is found would tell what
 * stands in the others.
 */
@Component
class Matching {
    private static final SystemIdentity MATCHING = new SystemIdentity("lead conversion", "looks for the customer");

    private final LeadObject lead;
    private final AccountObject account;
    private final ContactObject contact;
    private final Records records;
    private final Gate gate;

    Matching(LeadObject lead, AccountObject account, ContactObject contact, Records records, Gate gate) {
        this.lead = lead;
        this.account = account;
        this.contact = contact;
        this.records = records;
        this.gate = gate;
    }

    /** Looks and makes one at a time: two leads of one customer become one customer. */
    void alone(Row from, @Nullable String company) {
        List<String> names = new ArrayList<>();
        add(names, "company", company == null ? null : CompanyName.key(company));
        add(names, "credit code", from.value(lead.creditCode));
        add(names, "mobile", from.value(lead.mobile));
        add(names, "email", from.value(lead.email));
        records.alone(names);
    }

    private static void add(List<String> names, String kind, @Nullable String value) {
        if (value != null) {
            names.add(kind + " " + value);
        }
    }

    /** The account of the lead's credit code, else of the name. */
    Optional<RecordId> account(Row from, String name) {
        String code = sees(account, account.creditCode) ? from.value(lead.creditCode) : null;
        Optional<RecordId> byCode =
                code == null ? Optional.empty() : oldest(Query.of(account).where(account.creditCode.is(code)));
        return byCode.or(() -> byName(name, code));
    }

    /** One of the same name but of another code is another company. */
    private Optional<RecordId> byName(String name, @Nullable String code) {
        if (!sees(account, account.nameKey)) {
            return Optional.empty();
        }
        Filter same = account.nameKey.is(CompanyName.key(name));
        return oldest(Query.of(account).where(code == null ? same : same.and(account.creditCode.isEmpty())));
    }

    /** The contact of the account, or of none, that has the lead's mobile number or e-mail address. */
    Optional<RecordId> contact(Row from, @Nullable RecordId of) {
        Filter there = of == null ? contact.account.isEmpty() : contact.account.is(of);
        return reached(from)
                .flatMap(same -> oldest(Query.of(contact).where(same).where(there)));
    }

    /** Those of all contacts that the person may read. */
    List<RecordId> contacts(Row from, int most) {
        return reached(from)
                .map(same -> records.list(Query.of(contact).where(same).limit(most)))
                .orElse(List.of())
                .stream()
                .map(Row::id)
                .toList();
    }

    private Optional<Filter> reached(Row from) {
        Filter same = Filter.none();
        if (from.value(lead.mobile) != null && sees(contact, contact.mobile)) {
            same = same.or(contact.mobile.is(from.require(lead.mobile)));
        }
        if (from.value(lead.email) != null && sees(contact, contact.email)) {
            same = same.or(contact.email.is(from.require(lead.email)));
        }
        return same.equals(Filter.none()) ? Optional.empty() : Optional.of(same);
    }

    private boolean sees(StandardObject object, Field<?> field) {
        return gate.rights(Acting.who(), records.type(object)).sees(field);
    }

    private Optional<RecordId> oldest(Query query) {
        Supplier<Optional<Row>> find = () -> records.find(query.sort(Sort.by(CommonFields.CREATED_AT)));
        return Acting.call(MATCHING, find).map(Row::id);
    }
}
