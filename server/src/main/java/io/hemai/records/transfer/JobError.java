package io.hemai.records.transfer;

import java.util.Locale;

/** Why a job failed, in both languages. */
record JobError(String code, String chinese, String english) {
    String in(Locale reader) {
        return reader.getLanguage().equals("zh") ? chinese : english;
    }
}
