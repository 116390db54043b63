package io.hemai.metadata;

import io.hemai.kernel.Label;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.Address;
import io.hemai.metadata.fieldtype.AddressType;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.metadata.fieldtype.BooleanType;
import io.hemai.metadata.fieldtype.ChoiceType;
import io.hemai.metadata.fieldtype.DateType;
import io.hemai.metadata.fieldtype.DatetimeType;
import io.hemai.metadata.fieldtype.DecimalType;
import io.hemai.metadata.fieldtype.EmailType;
import io.hemai.metadata.fieldtype.EnumType;
import io.hemai.metadata.fieldtype.FileType;
import io.hemai.metadata.fieldtype.ImageType;
import io.hemai.metadata.fieldtype.IntegerType;
import io.hemai.metadata.fieldtype.JsonType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.LongTextType;
import io.hemai.metadata.fieldtype.MoneyType;
import io.hemai.metadata.fieldtype.MultiChoiceType;
import io.hemai.metadata.fieldtype.PercentType;
import io.hemai.metadata.fieldtype.PhoneType;
import io.hemai.metadata.fieldtype.RatingType;
import io.hemai.metadata.fieldtype.RegionType;
import io.hemai.metadata.fieldtype.RichTextType;
import io.hemai.metadata.fieldtype.TagsType;
import io.hemai.metadata.fieldtype.TextForm;
import io.hemai.metadata.fieldtype.TextType;
import io.hemai.metadata.fieldtype.UrlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one declaration of a standard object: a Spring component whose final fields are the handles that code uses.
 * Table, API, forms, lists, search, import and rights follow from it; labels stand in {@code messages/<module>_*.properties}.
 */
public abstract class StandardObject {
    private final String name;
    private final Set<ObjectTrait> traits;
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private List<String> columns = List.of();

    /**
     * @param name singular, lower case: the name in the API and of the table
     */
    protected StandardObject(String name, ObjectTrait... traits) {
        this.name = name;
        Set<ObjectTrait> given = EnumSet.noneOf(ObjectTrait.class);
        given.addAll(Arrays.asList(traits));
        this.traits = Set.copyOf(given);
    }

    public final String name() {
        return name;
    }

    public final Set<ObjectTrait> traits() {
        return traits;
    }

    /** The declared fields in the order declared, without the common ones. */
    public final List<Field<?>> fields() {
        return List.copyOf(fields);
    }

    /** The groups in which pages and forms show the fields; those in none come after them. */
    public final List<Section> sections() {
        return List.copyOf(sections);
    }

    /** What a list tells besides the name until somebody arranges it; empty where the interface chooses by the fields' types. */
    public final List<String> columns() {
        return columns;
    }

    /** The module that declares it: the last part of its package. */
    public final String module() {
        String of = getClass().getPackageName();
        return of.substring(of.lastIndexOf('.') + 1);
    }

    /** Makes the field part of the object. */
    protected final <T> Field<T> add(Field<T> field) {
        fields.add(field);
        return field;
    }

    /** Lets fields stand together, common ones too; sections come in the order declared, the one that matters most first. */
    protected final void section(String section, Field<?>... together) {
        sections.add(new Section(section, Label.same(section), names(together)));
    }

    /** Says what a list tells besides the name until somebody arranges it, in order. */
    protected final void columns(Field<?>... usual) {
        columns = names(usual);
    }

    private static List<String> names(Field<?>... fields) {
        return Arrays.stream(fields).<String>map(Field::name).toList();
    }

    protected static Field<String> text(String name) {
        return Field.of(name, new TextType());
    }

    /** Unified social credit code of an organisation, its check digit verified. */
    protected static Field<String> creditCode(String name) {
        return Field.of(name, new TextType().checking(TextForm.CREDIT_CODE));
    }

    /** Text of several lines. */
    protected static Field<String> longText(String name) {
        return Field.of(name, new LongTextType());
    }

    protected static Field<String> richText(String name) {
        return Field.of(name, new RichTextType());
    }

    protected static Field<String> phone(String name) {
        return Field.of(name, new PhoneType());
    }

    protected static Field<String> mobile(String name) {
        return Field.of(name, PhoneType.ofMobiles());
    }

    protected static Field<String> email(String name) {
        return Field.of(name, new EmailType());
    }

    protected static Field<String> url(String name) {
        return Field.of(name, new UrlType());
    }

    protected static Field<Address> address(String name) {
        return Field.of(name, new AddressType());
    }

    /** A region of China, or any other place as it is written. */
    protected static Field<String> openRegion(String name) {
        return Field.of(name, new RegionType(true));
    }

    /** A number that Hemai gives, by a format such as <code>CT-{yyyy}-{0000}</code>. */
    protected static Field<String> autoNumber(String name, String format) {
        return Field.of(name, new AutoNumberType(format)).readOnly().unique();
    }

    protected static Field<Long> integer(String name) {
        return Field.of(name, new IntegerType());
    }

    /** A whole number of zero or more: how many there are. */
    protected static Field<Long> count(String name) {
        return Field.of(name, new IntegerType().from(0));
    }

    /** A whole number between bounds, both included. */
    protected static Field<Long> integer(String name, long min, long max) {
        return Field.of(name, new IntegerType().between(min, max));
    }

    /** A decimal with that many places. */
    protected static Field<BigDecimal> decimal(String name, int scale) {
        return Field.of(name, new DecimalType(scale));
    }

    /** A share; 15 is 15 %, and nothing is more than all. */
    protected static Field<BigDecimal> share(String name) {
        return Field.of(name, new PercentType().between(0, 100));
    }

    /** One to five stars. */
    protected static Field<Long> rating(String name) {
        return Field.of(name, new RatingType());
    }

    protected static Field<Money> money(String name) {
        return Field.of(name, new MoneyType());
    }

    /** Money of zero or more: a price, a budget, what is expected. */
    protected static Field<Money> price(String name) {
        return Field.of(name, new MoneyType().from(0));
    }

    protected static Field<LocalDate> date(String name) {
        return Field.of(name, new DateType());
    }

    protected static Field<Instant> datetime(String name) {
        return Field.of(name, new DatetimeType());
    }

    protected static Field<Boolean> bool(String name) {
        return Field.of(name, new BooleanType());
    }

    /** A choice whose values the code knows. */
    protected static <E extends Enum<E>> Field<E> choice(String name, Class<E> values) {
        return Field.of(name, new EnumType<>(values));
    }

    /** A choice that is only data. */
    protected static Field<String> choice(String name, String... codes) {
        return Field.of(name, ChoiceType.listing(false, List.of(codes)));
    }

    /** A choice that also takes values nobody listed. */
    protected static Field<String> openChoice(String name, String... codes) {
        return Field.of(name, ChoiceType.listing(true, List.of(codes)));
    }

    /** Any of several values that are only data. */
    protected static Field<List<String>> multiChoice(String name, String... codes) {
        return Field.of(name, MultiChoiceType.listing(false, List.of(codes)));
    }

    /** Any of several values; nobody need have listed them. */
    protected static Field<List<String>> openMultiChoice(String name, String... codes) {
        return Field.of(name, MultiChoiceType.listing(true, List.of(codes)));
    }

    /** Words that anybody may add. */
    protected static Field<List<String>> tags(String name) {
        return Field.of(name, new TagsType());
    }

    /** What programs keep: an object or a list of JSON. */
    protected static Field<Object> json(String name) {
        return Field.of(name, JsonType.any());
    }

    /** An object of JSON. */
    protected static Field<Object> jsonObject(String name) {
        return Field.of(name, JsonType.object());
    }

    /** Texts whose order counts, kept as JSON. */
    protected static Field<Object> jsonTexts(String name) {
        return Field.of(name, JsonType.texts());
    }

    protected static Field<RecordId> file(String name) {
        return Field.of(name, new FileType());
    }

    protected static Field<RecordId> image(String name) {
        return Field.of(name, new ImageType());
    }

    /** A link whose target may go: the link becomes empty then. */
    protected static Field<RecordId> link(String name, String target, String inverse) {
        return link(name, target, inverse, OnDelete.CLEAR);
    }

    protected static Field<RecordId> link(String name, String target, String inverse, OnDelete onDelete) {
        return Field.of(name, new LinkType("link", target, onDelete, inverse, false));
    }

    /** A link by which who may see the target may see this record too; such a record goes with its target. */
    protected static Field<RecordId> followed(String name, String target, String inverse, OnDelete onDelete) {
        return Field.of(name, new LinkType("link", target, onDelete, inverse, true));
    }

    /** The link of a line to its master: required, and the line goes with it. */
    protected static Field<RecordId> master(String name, String target, String inverse) {
        return followed(name, target, inverse, OnDelete.CASCADE)
                .required()
                .fixed()
                .indexed();
    }

    /** A person of the company. */
    protected static Field<RecordId> user(String name) {
        return Field.of(name, new LinkType("user", "user", OnDelete.CLEAR, "", false));
    }
}
