package dev.chancery.publisher.target;

/** A place that takes files. Called by one thread; bounded in time. */
interface Target {
    /** Complete when it returns: whoever reads there gets the old file or the new one, whole. */
    void put(PublishedFile file) throws TargetException;

    /** Where it leads, for people; without anything secret. */
    String where();
}
