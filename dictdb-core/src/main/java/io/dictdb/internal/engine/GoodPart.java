package io.dictdb.internal.engine;

import java.util.List;

/**
 * What could be read of an image that is damaged.
 *
 * @param root its indexes are empty
 * @param announced how many tables the image has; 0 where not even that could be read
 * @param missing how many records of the last table of the root could not be read
 */
record GoodPart(Root root, int announced, int missing) {
    static final GoodPart NONE = new GoodPart(Root.EMPTY, 0, 0);

    /** What is there and what is not, in words. */
    String report() {
        if (announced == 0) {
            return "not even the number of its tables can be read";
        }
        List<TableState> tables = root.tables();
        int lost = announced - tables.size();
        return tables.size() + " of its " + announced + " tables can be read" + (missing == 0 ? "" : cut(tables))
                + (lost > 0 ? "; of the others only what the journal tells" : "");
    }

    private String cut(List<TableState> tables) {
        return ", of the last of them, '" + tables.get(tables.size() - 1).name() + "', all but " + missing + " records";
    }
}
