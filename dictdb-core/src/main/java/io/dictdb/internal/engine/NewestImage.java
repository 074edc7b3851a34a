package io.dictdb.internal.engine;

import io.dictdb.CorruptFileException;
import io.dictdb.LoadOptions;
import io.dictdb.StorageException;
import io.dictdb.internal.engine.StoreFiles.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest image of a store that is whole.
 *
 * @param root what it holds, with indexes that are empty; the empty root if there is none
 * @param damaged what is wrong with those that are newer, the newest first
 * @param any whether there are images at all
 * @param notes what else is to be said
 */
record NewestImage(Root root, List<StorageException> damaged, boolean any, List<String> notes) {
    static NewestImage of(StoreFiles files, EditRules rules) {
        List<Image> images = files.images();
        List<StorageException> damaged = new ArrayList<>();
        for (Image image : images) {
            try {
                return new NewestImage(load(files, image, rules), damaged, true, List.of());
            } catch (StorageException e) {
                damaged.add(damage(e));
            }
        }
        return new NewestImage(Root.EMPTY, damaged, !images.isEmpty(), List.of());
    }

    /** What the disk cannot read is damaged too; what is not is thrown. */
    private static StorageException damage(StorageException e) {
        if (e instanceof CorruptFileException || e.getCause() instanceof IOException) {
            return e;
        }
        throw e;
    }

    /** As much of the newest image as is true, though it is damaged; there must be one. */
    NewestImage part(StoreFiles files, EditRules rules) {
        Image newest = files.images().get(0);
        GoodPart good = good(files, newest, rules);
        Root part = good.announced() > 0 ? good.root() : good.root().numbered(newest.sequence());
        return new NewestImage(part, damaged, true, List.of(newest.path() + ": " + good.report()));
    }

    private static GoodPart good(StoreFiles files, Image image, EditRules rules) {
        try {
            return new DatabaseFiles(files.storage()).loadGood(image.path(), rules);
        } catch (StorageException e) {
            return GoodPart.NONE;
        }
    }

    /** Whether records may be lacking that it should hold. */
    boolean isPart() {
        return !notes.isEmpty();
    }

    private static Root load(StoreFiles files, Image image, EditRules rules) {
        Root root = new DatabaseFiles(files.storage()).loadUnindexed(image.path(), LoadOptions.defaults(), rules);
        if (root.sequence() != image.sequence()) {
            String message = image.path() + " is of commit " + root.sequence() + ", not of the one that its name tells";
            throw new CorruptFileException(message);
        }
        return root;
    }

    /** What is wrong with the newest one, if anything is. */
    Optional<StorageException> newestDamage() {
        return damaged.stream().findFirst();
    }
}
