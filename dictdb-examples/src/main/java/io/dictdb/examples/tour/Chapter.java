package io.dictdb.examples.tour;

import java.util.List;

/*
 * A tour is a list of chapters, a chapter a list of steps. What chapters share is the database, handed to their constructors; a chapter
 * finds the tables that earlier ones left. To lengthen the tour, write a class with this interface and name it in ProductionTour.
 */
public interface Chapter {
    /** What it is about, in a few words. */
    String title();

    /** Its steps in order; asked for when the chapter begins, so that they may depend on what earlier chapters found; none leaves it out. */
    List<Step> steps();
}
