package io.dictdb.internal.image;

import io.dictdb.internal.page.PageTree;
import io.dictdb.spi.TableDescription;

/**
 * A table as an image holds it.
 *
 * @param description everything but the records
 * @param pages the records
 * @param count how many
 * @param nextRow the row number of the next record
 */
public record TablePart(TableDescription description, PageTree pages, int count, int nextRow) {}
