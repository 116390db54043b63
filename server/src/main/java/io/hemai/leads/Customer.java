package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.accounts.AccountObject;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.CompanyName;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a lead becomes as people choose and read it: records that they name, what the deal is called. */
@Component
class Customer {
    private final LeadObject lead;
    private final AccountObject account;
    private final Interest interest;
    private final Records records;
    private final Gate gate;

    Customer(LeadObject lead, AccountObject account, Interest interest, Records records, Gate gate) {
        this.lead = lead;
        this.account = account;
        this.interest = interest;
        this.records = records;
        this.gate = gate;
    }

    /** A record that the person named and may read. */
    Row chosen(StandardObject object, String id) {
        RecordId known =
                RecordId.parse(id).orElseThrow(() -> Refusal.ofField(object.name(), MetadataError.INVALID_ID, id));
        Row row = records.rows(object.name(), List.of(known)).get(known);
        if (row == null) {
            throw Refusal.ofField(
                    object.name(),
                    LeadError.NO_SUCH_TARGET,
                    records.type(object).label());
        }
        return row;
    }

    /** The company by the name that was typed, else by the lead's; null for a consumer. */
    @Nullable
    String company(Row from, @Nullable String typed) {
        return firstOf(typed, from.value(lead.company));
    }

    /** What the deal is called unless said otherwise: by the account that was chosen, else by the company, else by the person; companies without their legal form. */
    String dealName(Row from, @Nullable String chosen, @Nullable String typed, Optional<Row> wished) {
        String said = chosen == null ? typed : seenName(chosen(account, chosen));
        String company = company(from, said);
        String who = company == null ? Objects.toString(from.value(lead.name), "") : CompanyName.spoken(company);
        String what = wished.map(interest::name).orElseGet(() -> from.value(lead.productInterest));
        return what == null ? who : who + " " + what;
    }

    private @Nullable String seenName(Row company) {
        return gate.rights(Acting.who(), company.type()).sees(account.name) ? company.value(account.name) : null;
    }

    static @Nullable String firstOf(@Nullable String given, @Nullable String other) {
        return given == null || given.isBlank() ? other : given;
    }
}
