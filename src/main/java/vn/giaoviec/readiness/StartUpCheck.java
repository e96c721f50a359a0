package vn.giaoviec.readiness;

import java.util.List;

/**
 * Looks at one thing that would later go wrong silently: shifted deadlines, lost updates, words cut, an open door. A
 * check says everything it finds; nothing is repaired, since whoever runs the server must know how it is set.
 */
interface StartUpCheck {
    /** What is looked at, for the log. */
    String name();

    /** What is wrong; empty if nothing is. */
    List<Problem> problems();
}
