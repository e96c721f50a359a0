package vn.giaoviec.look;

import vn.giaoviec.testing.Browser;

/** One browser that goes from page to page, and signs in whenever another person is to look. */
final class Tour implements AutoCloseable {
    final Browser browser;
    private String signedIn = "";

    Tour(int port) {
        browser = Browser.start(port);
    }

    void comesTo(OwnPage page) {
        if (!page.person().equals(signedIn)) {
            if (page.person().isEmpty()) {
                browser.forgets();
            } else {
                browser.signIn(page.person());
            }
            signedIn = page.person();
        }
        page.opens(browser);
        browser.sight().unfolds();
    }

    @Override
    public void close() {
        browser.close();
    }
}
