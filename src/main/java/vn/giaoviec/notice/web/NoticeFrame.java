package vn.giaoviec.notice.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.giaoviec.notice.Notices;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.web.PageParts;

/** Gives every page's frame the number of unread notices, which is counted only where the frame asks for it. */
@ControllerAdvice
class NoticeFrame implements PageParts {
    private final Notices notices;

    NoticeFrame(Notices notices) {
        this.notices = notices;
    }

    @Override
    @ModelAttribute
    public void add(Model model) {
        model.addAttribute("unread", (Unread) () -> {
            String actor = Actor.current();
            return actor == null ? 0 : notices.unread(actor);
        });
    }

    /** Counts when asked. */
    @FunctionalInterface
    public interface Unread {
        int count();
    }
}
