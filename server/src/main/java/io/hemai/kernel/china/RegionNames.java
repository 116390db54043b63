package io.hemai.kernel.china;

import io.hemai.kernel.text.Normalised;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds regions by the names that people write. */
final class RegionNames {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 40;

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PEOPLES =
            Pattern.compile("(壮族|回族|维吾尔|蒙古族|藏族|苗族|彝族|布依族|朝鲜族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|傈僳族|羌族"
                    + "|景颇族|柯尔克孜|蒙古|各族|满族|黎族|畲族|水族|土族|佤族|拉祜族|纳西族|仡佬族|仫佬族|毛南族|锡伯)+(?=自治)");
    private static final Pattern ENDING = Pattern.compile("(特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|盟|区|县|旗)$");
    private static final Pattern ENGLISH_ENDING =
            Pattern.compile("(autonomousregion|province|city|newarea|district|county|prefecture|banner)$");

    private final Map<String, List<Region>> byName = new HashMap<>();

    RegionNames(Collection<Region> regions) {
        for (Region region : regions) {
            for (String name : names(region)) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(region);
            }
        }
    }

    /** The largest region wins where only one of its level is meant: 吉林 is the province, 西安 no district of that name. */
    Optional<Region> find(String text) {
        Map<Region.Level, List<Region>> byLevel = candidates(text).stream()
                .collect(Collectors.groupingBy(Region::level, TreeMap::new, Collectors.toList()));
        return byLevel.values().stream()
                .findFirst()
                .filter(largest -> largest.size() == 1)
                .map(List::getFirst);
    }

    /** All readings, those from the largest region down before those from the smallest up. */
    List<Region> candidates(String text) {
        String normal = Normalised.of(text);
        if (normal.length() > LONGEST_TEXT) {
            return List.of();
        }
        Set<Region> found = new LinkedHashSet<>(read(key(normal), null));
        if (found.isEmpty()) {
            List<String> parts = new ArrayList<>(Arrays.asList(normal.split(",")));
            found.addAll(read(key(String.join("", parts.reversed())), null));
        }
        return List.copyOf(found);
    }

    private Set<Region> read(String key, @Nullable Region around) {
        Set<Region> found = new LinkedHashSet<>();
        for (int end = Math.min(key.length(), LONGEST_NAME); end > 0; end--) {
            for (Region region : byName.getOrDefault(key.substring(0, end), List.of())) {
                boolean inside =
                        around == null ? !region.isDrawer() : region.isWithin(around) && !region.equals(around);
                if (inside && end == key.length()) {
                    found.add(region);
                } else if (inside) {
                    found.addAll(read(key.substring(end), region));
                }
            }
        }
        return found;
    }

    private static Set<String> names(Region region) {
        String full = key(Normalised.of(region.name()));
        if (region.isDrawer()) {
            return Set.of(full);
        }
        String english = key(Normalised.of(region.english()));
        Set<String> names = new LinkedHashSet<>(List.of(full, english));
        String bare = ENDING.matcher(PEOPLES.matcher(full).replaceFirst("")).replaceFirst("");
        if (bare.length() > 1) {
            names.add(bare);
        }
        if (full.equals("内蒙古自治区")) {
            names.add("内蒙古");
            names.add("内蒙");
        }
        String bareEnglish = ENGLISH_ENDING.matcher(english).replaceFirst("");
        if (!bareEnglish.isEmpty()) {
            names.add(bareEnglish);
            names.add(bareEnglish + (region.level() == Region.Level.PROVINCE ? "province" : "city"));
        }
        return names;
    }

    /** Letters and digits without marks: "Xi'an" and "Lüliang" as xian and luliang. */
    private static String key(String normal) {
        String plain = Normalizer.normalize(normal, Form.NFD).replaceAll("\\p{Mn}+", "");
        return Normalizer.normalize(NOT_IN_NAMES.matcher(plain).replaceAll(""), Form.NFC);
    }
}
