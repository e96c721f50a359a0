package vn.giaoviec.shared.web;

import org.springframework.ui.Model;

/** What every page shows around its content. Spring asks for it before a controller, and forgets it when one refuses. */
public interface PageParts {
    /** Adds the parts to what a page is given. */
    void add(Model model);
}
