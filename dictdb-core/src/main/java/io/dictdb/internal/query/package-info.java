/** From a condition to rows: the evaluator, the planner and its plans, ordering and grouping. Pure functions over a {@link io.dictdb.internal.query.TableView}. */
@NullMarked
package io.dictdb.internal.query;

import org.jspecify.annotations.NullMarked;
