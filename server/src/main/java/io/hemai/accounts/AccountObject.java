package io.hemai.accounts;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.Address;
import io.hemai.timeline.FollowedUp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A company, or a household, that buys or may buy. */
@Component
public final class AccountObject extends StandardObject implements FollowedUp {
    public final Field<String> name =
            add(text("name").required().searchable().indexed().naming());
    /** The name without legal form, case and punctuation: equal for names of the same company. */
    public final Field<String> nameKey =
            add(text("name_key").readOnly().hidden().indexed().repeating(name));

    public final Field<String> creditCode =
            add(creditCode("credit_code").unique().searchable());
    public final Field<String> industry = add(openChoice("industry", Industries.codes()));
    public final Field<String> region = add(openRegion("region"));
    public final Field<Address> address = add(address("address"));
    public final Field<String> website = add(url("website").searchable());
    public final Field<String> phone = add(phone("phone").searchable());
    public final Field<Long> employees = add(count("employees"));
    public final Field<Money> annualRevenue = add(price("annual_revenue"));
    public final Field<Long> foundedYear = add(integer("founded_year", 1, 9_999));
    public final Field<String> tier = add(choice("tier", "vip", "a", "b", "c")
            .colored(Map.of("vip", "amber", "a", "violet", "b", "blue", "c", "slate")));
    /** 线索, 意向, 谈判, 成交, 沉睡, 流失. */
    public final Field<String> lifecycle =
            add(choice("lifecycle", "lead", "interested", "negotiating", "customer", "dormant", "lost")
                    .colored(Map.of(
                            "lead",
                            "slate",
                            "interested",
                            "cyan",
                            "negotiating",
                            "blue",
                            "customer",
                            "green",
                            "dormant",
                            "amber",
                            "lost",
                            "grey")));

    public final Field<String> source = add(openChoice("source", Sources.codes()));
    public final Field<RecordId> parent = add(link("parent", "account", "subsidiaries"));
    public final Field<RecordId> pool = add(link("pool", "pool", "accounts"));
    public final Field<List<String>> tags = add(tags("tags"));
    public final Field<String> description = add(longText("description"));
    public final Field<String> nextStep = add(text("next_step"));
    public final Field<Instant> nextFollowUpAt = add(datetime("next_follow_up_at"));
    /** Kept by the roll-ups: the worth of its open deals in base currency. */
    public final Field<Money> openAmount = add(money("open_amount").readOnly());
    /** Kept by the roll-ups: the worth of its won deals in base currency. */
    public final Field<Money> wonAmount = add(money("won_amount").readOnly());
    /** Kept by the roll-ups. */
    public final Field<Instant> lastActivityAt =
            add(datetime("last_activity_at").readOnly());

    AccountObject() {
        super("account", ObjectTrait.OWNED);
        section("main", name, tier, lifecycle, industry, region, phone, website, address);
        section("company", creditCode, employees, annualRevenue, foundedYear, parent);
        section(
                "follow",
                CommonFields.OWNER,
                CommonFields.DEPARTMENT,
                pool,
                source,
                nextStep,
                nextFollowUpAt,
                lastActivityAt);
        section("deals", openAmount, wonAmount);
        section("notes", tags, description);
    }

    @Override
    public FollowUp followUp() {
        return new FollowUp(this, nextFollowUpAt, nextStep);
    }
}
