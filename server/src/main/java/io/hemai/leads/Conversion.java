package io.hemai.leads;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.CompanyName;
import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import io.hemai.search.Search;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beforehand which customer {@link Convert} would find, and tells no more than that would. */
@Component
final class Conversion implements Verb<Conversion.Input, Conversion.Found> {
    private static final int MOST_SIMILAR = 5;

    private final LeadObject lead;
    private final AccountObject account;
    private final ContactObject contact;
    private final Convert convert;
    private final Matching matching;
    private final Search search;

    Conversion(
            LeadObject lead,
            AccountObject account,
            ContactObject contact,
            Convert convert,
            Matching matching,
            Search search) {
        this.lead = lead;
        this.account = account;
        this.contact = contact;
        this.convert = convert;
        this.matching = matching;
        this.search = search;
    }

    /** Of what {@link Convert} takes, that by which a customer is found. */
    record Input(
            @Asked(like = "opportunity.account") @Nullable String account,
            @Asked(like = "account.name") @Nullable String accountName) {}

    /**
     * What is there already.
     *
     * @param account the one of the lead's credit code, else of the name; where there is one, none is made
     * @param contact who has the lead's mobile number or e-mail address at the account that was chosen, else at the one found
     * @param similar ids of accounts that the caller may read whose names hold this one, best first
     */
    record Found(Convert.@Nullable Ref account, Convert.@Nullable Ref contact, List<String> similar) {}

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean inBulk() {
        return false;
    }

    @Override
    public Found run(Row record, Input input) {
        convert.refuseToDisclose(
                record, new Convert.Input(null, input.accountName(), null, null, false, null, null, null));
        String name = Convert.firstOf(input.accountName(), record.value(lead.company));
        Optional<RecordId> known = name == null ? Optional.empty() : matching.account(record, name);
        return new Found(
                known.map(id -> convert.ref(account, id)).orElse(null),
                contact(record, input, name, known)
                        .map(id -> convert.ref(contact, id))
                        .orElse(null),
                name == null ? List.of() : similar(name));
    }

    /** An account that is yet to be made has no contacts. */
    private Optional<RecordId> contact(Row from, Input input, @Nullable String name, Optional<RecordId> known) {
        Optional<RecordId> of = input.account() == null ? known : Optional.of(convert.chosen(account, input.account()));
        return of.isEmpty() && name != null ? Optional.empty() : matching.contact(from, of.orElse(null));
    }

    private List<String> similar(String name) {
        String key = CompanyName.key(name);
        return search.find(key, List.of(account.name()), MOST_SIMILAR).stream()
                .map(hit -> hit.id().toString())
                .toList();
    }
}
