package vn.giaoviec.testing;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** How the page where the browser is looks at some width, and what keeps people from reading it. */
public final class Sight {
    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int HEIGHT = 900;

    private final ChromeDriver driver;

    Sight(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Makes the page that many CSS pixels wide; half of it is what a zoom of 200 % leaves. */
    public void isWide(int width) {
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Unfolds whatever the page keeps folded. */
    public void unfolds() {
        driver.executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
    }

    /** What breaks WCAG 2.0 to 2.2, levels A and AA, as far as a machine can tell: rule, place, and why. */
    public List<String> barriers() {
        return barriers(new AxeBuilder());
    }

    /** The same of one part of a page, where the rest is not ours to mend. */
    public List<String> barriers(String within) {
        return barriers(new AxeBuilder().include(within));
    }

    private List<String> barriers(AxeBuilder axe) {
        // the one frame of ours is a sandbox in which nothing runs, axe neither
        return axe.disableIframeTesting().withTags(STANDARDS).analyze(driver).getViolations().stream()
                .map(Sight::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> node.getHtml() + " " + whyNot(node))
                .collect(Collectors.joining("\n  ", rule.getId() + ": " + rule.getHelp() + "\n  ", "\n"));
    }

    private static String whyNot(CheckedNode node) {
        return String.valueOf(node.getFailureSummary()).replaceAll("\\s+", " ");
    }

    /** What every page has: one heading of the first level, a language, a title. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (number("return document.querySelectorAll('h1').length") != 1) {
            faults.add("not exactly one h1");
        }
        if (number("return document.documentElement.lang.length") != 2) {
            faults.add("no language");
        }
        if (String.valueOf(driver.getTitle()).isBlank()) {
            faults.add("no title");
        }
        return faults;
    }

    /** What stands out at the right, so that the page as a whole has to be scrolled sideways. */
    public List<String> standsOut() {
        if (number("return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth") <= 0) {
            return List.of();
        }
        Object found = driver.executeScript("""
                const edge = document.scrollingElement.clientWidth;
                const scrolls = one => one !== document.body
                    && (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
                return [...document.querySelectorAll('body *')]
                    .filter(one => one.getBoundingClientRect().right > edge + .5 && !scrolls(one.parentElement))
                    .map(one => one.outerHTML.slice(0, 160)).slice(0, 8)""");
        return found instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    /** Everything that can be read, the title too. */
    public String words() {
        return driver.getTitle() + "\n" + driver.findElement(By.tagName("body")).getText();
    }

    /** The page as it comes out of a printer, as PDF. */
    public byte[] prints() {
        Map<String, Object> printed = driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
        return Base64.getDecoder().decode(String.valueOf(printed.get("data")));
    }

    /** Writes the whole page as a picture. */
    public void pictures(Path file) throws IOException {
        Map<String, Object> taken = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
    }

    /** Writes what is seen at once of a wide page, in three quarters of its size. */
    public void picturesInSmall(Path file) throws IOException {
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", 1280, "height", HEIGHT, "scale", 0.75);
        Map<String, Object> taken =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", clip));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
    }

    private long number(String script) {
        return driver.executeScript(script) instanceof Number number ? number.longValue() : -1;
    }
}
