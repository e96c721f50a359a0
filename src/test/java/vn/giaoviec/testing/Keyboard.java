package vn.giaoviec.testing;

import java.time.Duration;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody who has no mouse: goes on by Tab only, and must see at every stop where they are. */
public final class Keyboard {
    private static final int MOST_STOPS = 200;
    /** Outlines may fade in, and what is out of sight slides into it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whether it has an outline, lies within the window, and nothing lies over it. */
    private static final String SEEN = """
            const one = arguments[0], style = getComputedStyle(one), box = one.getClientRects()[0];
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline';
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (top === null) return 'out of sight';
            return one === top || one.contains(top) || top.contains(one) ? '' : 'hidden behind ' + top.outerHTML.slice(0, 80);
            """;

    private final ChromeDriver driver;

    Keyboard(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Goes forward until that is where the next key goes. */
    public Keyboard tabsTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            // a key stroke, not words for the field one leaves: a field for files would take them for a name
            new Actions(driver).sendKeys(Keys.TAB).perform();
            WebElement here = driver.switchTo().activeElement();
            new WebDriverWait(driver, PATIENCE)
                    .withMessage(() -> here.getDomProperty("outerHTML") + ": " + driver.executeScript(SEEN, here))
                    .until(any -> "".equals(driver.executeScript(SEEN, here)));
            if (Boolean.TRUE.equals(
                    driver.executeScript("return arguments[0].matches(arguments[1])", here, selector))) {
                return this;
            }
        }
        throw new AssertionError("nobody comes to " + selector + " by Tab on " + driver.getCurrentUrl());
    }

    public Keyboard types(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    public void enters() {
        types(Keys.ENTER);
    }
}
