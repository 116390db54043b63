package io.hemai.metadata.custom;

import io.hemai.formula.Expression;
import io.hemai.formula.Fault;
import io.hemai.formula.Formula;
import io.hemai.formula.FormulaError;
import io.hemai.formula.Type;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.computed.FormulaReads;
import io.hemai.metadata.computed.ObjectScope;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the conditions under which a company's records are refused. */
@Component
public class CustomRules {
    private static final int MOST = 100;
    /** Refusing what Hemai writes for itself, or what people keep for themselves, is nobody's business. */
    private static final List<ObjectTrait> BY_HEMAI =
            List.of(ObjectTrait.INTERNAL, ObjectTrait.SHAPE, ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY);

    private final MetaFrame frame;
    private final MetaStore meta;
    private final RuleStore store;
    private final Shaping shaping;
    private final TenantTransactions transactions;

    CustomRules(MetaFrame frame, MetaStore meta, RuleStore store, Shaping shaping, TenantTransactions transactions) {
        this.frame = frame;
        this.meta = meta;
        this.store = store;
        this.shaping = shaping;
        this.transactions = transactions;
    }

    /** The rules of an object, in the order in which they were added. */
    public List<CompanyRule> of(Tenant tenant, String object) {
        return CurrentTenant.call(tenant, () -> transactions.read(store::load)).stream()
                .filter(rule -> rule.object().equals(object))
                .map(CompanyRule::of)
                .toList();
    }

    /** Adds a rule: {@code {"name","formula","message","field"?,"active"?}}. */
    public UUID add(String object, Map<String, Object> sent, Author author) {
        return frame.change(stored -> {
            ObjectTypes all = shaping.objects(stored);
            ObjectType type = all.require(object);
            if (BY_HEMAI.stream().anyMatch(type::is)) {
                throw Refusal.of(ShapingError.NO_RULES_HERE, object);
            }
            if (stored.rules().stream()
                            .filter(rule -> rule.object().equals(object))
                            .count()
                    >= MOST) {
                throw Refusal.of(ShapingError.TOO_MANY_RULES, MOST);
            }
            Map<String, Object> usual = new LinkedHashMap<>(sent);
            usual.putIfAbsent(StoredRule.ACTIVE, true);
            return saved(new StoredRule(RecordId.next().value(), object, Map.of(), 0), usual, all, type, author);
        });
    }

    /** Changes a rule that the caller saw in the version. */
    public void change(String object, UUID id, long version, Map<String, Object> sent, Author author) {
        frame.change(stored -> {
            ObjectTypes all = shaping.objects(stored);
            return saved(seen(object, id, version, stored), sent, all, all.require(object), author);
        });
    }

    /** Ends a rule that the caller saw in the version. */
    public void delete(String object, UUID id, long version, Author author) {
        frame.change(stored -> {
            shaping.objects(stored).require(object);
            StoredRule rule = seen(object, id, version, stored);
            store.forget(rule);
            meta.note(author, "rule_deleted", object, null, rule.definition(), null);
            return rule;
        });
    }

    private static StoredRule seen(String object, UUID id, long version, StoredMeta stored) {
        StoredRule rule = stored.rules().stream()
                .filter(each -> each.object().equals(object) && each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ShapingError.NO_RULE, object, id));
        if (rule.version() != version) {
            throw Refusal.of(ShapingError.RULE_STALE, version, rule.version());
        }
        return rule;
    }

    private UUID saved(StoredRule rule, Map<String, Object> sent, ObjectTypes all, ObjectType type, Author author) {
        Problems problems = new Problems();
        boolean isNew = rule.version() == 0;
        Map<String, Object> changes = read(new Given(sent, problems), isNew);
        Definition said = rule.said().with(changes);
        String field = said.text(StoredRule.FIELD);
        if (field != null && type.field(field).isEmpty()) {
            problems.add(StoredRule.FIELD, MetadataError.UNKNOWN_FIELD, type.name(), field);
        }
        List<String> reads = reads(said.text(Definition.FORMULA), all, type, problems);
        problems.refuseIfAny();
        StoredRule kept = new StoredRule(
                rule.id(),
                rule.object(),
                said.with(Map.of(Definition.READS, reads)).plain(),
                rule.version() + 1);
        store.save(kept);
        meta.note(
                author,
                isNew ? "rule_added" : "rule_changed",
                type.name(),
                null,
                isNew ? null : rule.definition(),
                kept.definition());
        return kept.id();
    }

    private static Map<String, Object> read(Given given, boolean isNew) {
        if (isNew || given.says(StoredRule.NAME)) {
            given.name(StoredRule.NAME);
        }
        if (isNew || given.says(Definition.FORMULA)) {
            given.keep(Definition.FORMULA);
        }
        given.message(StoredRule.MESSAGE, isNew);
        given.word(StoredRule.FIELD);
        given.flag(StoredRule.ACTIVE);
        given.flag(Definition.CONSENT);
        given.end();
        return given.taken();
    }

    private static List<String> reads(@Nullable String text, ObjectTypes all, ObjectType type, Problems problems) {
        if (text == null || text.isEmpty()) {
            if (!problems.concern(Definition.FORMULA)) {
                problems.add(Definition.FORMULA, KernelError.MISSING, Definition.FORMULA);
            }
            return List.of();
        }
        return switch (Formula.read(text, new ObjectScope(all, type, (object, field) -> true))) {
            case Formula.Good(var formula) -> {
                FormulaChecks.refuse(faults(formula), problems);
                yield FormulaReads.names(all, type, formula);
            }
            case Formula.Bad(var faults) -> {
                FormulaChecks.refuse(faults, problems);
                yield List.of();
            }
        };
    }

    /** What is wrong with the formula as a condition. */
    public static List<Fault> faults(Formula formula) {
        List<Fault> faults = new ArrayList<>();
        for (Expression part : formula.expression().all()) {
            if (part instanceof Expression.Aggregate list) {
                faults.add(new Fault(
                        list.at(),
                        FormulaError.OTHER_RECORDS,
                        List.of(list.list().toString())));
            }
        }
        if (formula.type() != Type.Plain.BOOLEAN) {
            faults.add(new Fault(
                    formula.expression().at(),
                    FormulaError.NOT_A_CONDITION,
                    List.of(formula.type().worded())));
        }
        return faults;
    }
}
