package vn.giaoviec.notice;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;

/** The signed-in person's own notices. */
@Service
public class Notices {
    private final NoticeTable table;
    private final Directory directory;
    private final BusinessClock clock;

    Notices(NoticeTable table, Directory directory, BusinessClock clock) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
    }

    /** The latest, newest first. */
    public List<Notice> mine() {
        return table.of(directory.me().id());
    }

    /** How many a person has not marked read. */
    public int unread(String person) {
        return table.unread(person);
    }

    /** Marks own notices read, from the first to the last of these numbers; those of others stay as they are. */
    @Transactional
    public void read(long first, long last) {
        table.read(directory.me().id(), first, last, clock.instant());
    }
}
