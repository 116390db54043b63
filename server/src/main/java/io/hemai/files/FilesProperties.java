package io.hemai.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a stored file may be ({@code HEMAI_FILES_MAX_SIZE}).
 *
 * @param maxSize such as {@code 50MB}; the server reads no upload over 1,024 MB whatever is set here
 */
@ConfigurationProperties("hemai.files")
record FilesProperties(@DefaultValue("50MB") DataSize maxSize) {}
