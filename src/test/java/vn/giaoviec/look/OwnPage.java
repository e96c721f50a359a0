package vn.giaoviec.look;

import java.util.Map;
import vn.giaoviec.testing.Browser;

/**
 * One of our pages in one state.
 *
 * @param name no other page has it; fit for a file's name
 * @param person who looks; empty for somebody who is not signed in
 * @param path where the page stands
 * @param form what is then sent, as a selector; empty if nothing is
 * @param typed what is typed into that form, by field
 * @param shows what makes the state, as a selector
 */
record OwnPage(String name, String person, String path, String form, Map<String, String> typed, String shows) {
    static OwnPage of(String name, String person, String path, String shows) {
        return new OwnPage(name, person, path, "", Map.of(), shows);
    }

    /** The page that comes when this form was sent from there. */
    OwnPage sends(String sent, Map<String, String> words) {
        return new OwnPage(name, person, path, sent, words, shows);
    }

    /** Goes there as the person who is signed in. */
    void opens(Browser browser) {
        browser.open(path);
        if (!form.isEmpty()) {
            browser.sends(form, typed);
        }
        browser.awaitCount(shows, 1);
        browser.text("h1");
    }
}
