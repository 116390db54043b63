/** Reads and writes tables of cells as CSV and XLSX files, row by row; it knows no objects, fields or tenants. */
@NullMarked
package io.hemai.records.transfer.file;

import org.jspecify.annotations.NullMarked;
