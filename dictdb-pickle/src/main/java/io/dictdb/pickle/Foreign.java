package io.dictdb.pickle;

/**
 * Stands for something that the file names and that is no plain data, and for whatever the file makes of it by calling and filling it: two strings and nothing else, so only its
 * name is ever known here. Where it turns up in a record can be said whose value it is.
 *
 * @param module where Python has it
 * @param name what it is called there
 */
record Foreign(String module, String name) {
    private static final int LONGEST = 100;

    /** The complaint about one that is in no record. */
    String complaint() {
        return "it names " + words() + ", which is no plain data";
    }

    private String words() {
        return cut(module) + "." + cut(name);
    }

    private static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "a " + words();
    }
}
