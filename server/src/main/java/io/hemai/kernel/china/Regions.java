package io.hemai.kernel.china;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.hemai.kernel.text.Normalised;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * China's regions in three levels: province, city, district.
 *
 * <p>A code contains its parents' codes, so "within Zhejiang" is "begins with 33". Municipalities appear as a province
 * and as a city of the same name ({@code 310000}, {@code 310100}), so every district has both.
 */
public final class Regions {
    private static final Map<String, Region> BY_CODE = read();
    private static final Map<String, List<Region>> CHILDREN =
            BY_CODE.values().stream().collect(Collectors.groupingBy(Region::parent));
    private static final RegionNames NAMES = new RegionNames(BY_CODE.values());

    private Regions() {}

    /** All regions in the order of their codes: every parent before its children. */
    public static List<Region> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** The region of a six-digit code. */
    public static Optional<Region> byCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The regions directly within one; those of the empty code are the provinces. */
    public static List<Region> children(String code) {
        return CHILDREN.getOrDefault(code, List.of());
    }

    /** From the province down to the region itself; empty for an unknown code. */
    public static List<Region> path(String code) {
        List<Region> path = new ArrayList<>();
        for (Optional<Region> at = byCode(code);
                at.isPresent();
                at = byCode(at.get().parent())) {
            path.add(at.get());
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** As an address says it: 浙江省杭州市, 上海市浦东新区; "Hangzhou, Zhejiang". Unknown codes stay as they are. */
    public static String label(String code, Locale locale) {
        List<Region> path = path(code);
        List<String> names = path.stream()
                .filter(region -> region.code().equals(code) || !region.isDrawer())
                .map(region -> region.name(locale))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return code;
        }
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? String.join("", names) : String.join(", ", names.reversed());
    }

    /**
     * The one region that a text names, in Chinese with or without 省, 市, 区, or in English from small to large or the
     * other way. The largest region wins (吉林 is the province); empty when the text fits no region or several of one
     * level (苏州 and 宿州 are both Suzhou, and many cities have a 朝阳区).
     */
    public static Optional<Region> find(String text) {
        return NAMES.find(text);
    }

    /** The first regions whose name holds a text, in Chinese or English, the greater ones first. */
    public static List<Region> named(String text, int most) {
        String wanted = Normalised.of(text);
        return BY_CODE.values().stream()
                .filter(region -> !region.isDrawer())
                .filter(region -> (region.name() + "\n" + Normalised.of(region.english())).contains(wanted))
                .sorted(Comparator.comparing(Region::level))
                .limit(most)
                .toList();
    }

    /** All regions that a text may mean, so that a person can choose. */
    public static List<Region> candidates(String text) {
        return NAMES.candidates(text);
    }

    private static Map<String, Region> read() {
        Map<String, Region> regions = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(Regions.class.getResourceAsStream("/china/regions.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                String code = row.getField("code");
                Region region = new Region(code, row.getField("parent"), row.getField("name"), row.getField("english"));
                regions.put(code, region);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(regions);
    }
}
