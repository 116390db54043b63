package io.hemai.kernel.china;

import java.util.Locale;

/**
 * A province, city or district of China.
 *
 * @param code six digits; the first two are the province, the first four the city
 * @param parent the code of the region around it, empty for a province
 * @param name the official Chinese name
 * @param english the usual English name, or pinyin
 */
public record Region(String code, String parent, String name, String english) {

    /** The three levels at which customers are placed. */
    public enum Level {
        PROVINCE(2),
        CITY(4),
        DISTRICT(6);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    public Level level() {
        if (code.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return code.endsWith("00") ? Level.CITY : Level.DISTRICT;
    }

    /** The leading digits that all regions within this one share, itself included; for "code begins with" filters. */
    public String prefix() {
        return code.substring(0, level().digits);
    }

    /** Whether this is the other region or lies within it. */
    public boolean isWithin(Region other) {
        return code.startsWith(other.prefix());
    }

    /** Its own name in the language, Chinese for every Chinese locale and English otherwise. */
    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? name : english;
    }

    /** Whether it is only a drawer of the numbering, such as 省直辖县, that nobody writes in an address. */
    boolean isDrawer() {
        return name.equals("县") || name.equals("市辖区") || name.contains("直辖县");
    }
}
