package vn.giaoviec.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser. Chromium or Chrome and its driver are found by system property ({@code giaoviec.browser},
 * {@code webdriver.chrome.driver}) or on the path; without them a test is skipped, and fails where {@code CI=true}.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final String base;
    private String language = "vi";

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.wait = new WebDriverWait(driver, PATIENCE);
        this.wait.ignoring(StaleElementReferenceException.class);
        this.wait.pollingEvery(Duration.ofMillis(50));
        this.base = base;
    }

    /** Starts a headless browser that speaks Vietnamese, or skips the test if there is none here. */
    public static Browser start(int port) {
        return startAt("http://127.0.0.1:" + port);
    }

    /** The same for any address of this machine; a certificate that nobody vouches for is good enough. */
    public static Browser startAt(String base) {
        Path browser = Installed.program("giaoviec.browser", "chromium", "chromium-browser", "google-chrome", "chrome");
        Path driver = Installed.program("webdriver.chrome.driver", "chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=vi",
                "--accept-lang=vi",
                "--window-size=1360,1200");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), base);
    }

    /** From now on the browser asks for that language, and so does whoever signs in. */
    public void speaks(String newLanguage) {
        language = newLanguage;
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride",
                Map.of(
                        "userAgent",
                        String.valueOf(driver.executeScript("return navigator.userAgent")),
                        "acceptLanguage",
                        language));
    }

    /** Forgets whoever was signed in, and signs in by choosing a name on the sign-in page. */
    public void signIn(String person) {
        // what the page before still asks for ends with it, so no answer comes back with the cookie of an older session
        open("/sign-in");
        driver.manage().deleteAllCookies();
        open("/sign-in?lang=" + language);
        WebElement name = visible(By.id("person"));
        name.sendKeys(person);
        name.submit();
        wait.until(any -> driver.getCurrentUrl().equals(base + "/"));
    }

    /** Forgets whoever was signed in. */
    public void forgets() {
        driver.manage().deleteAllCookies();
    }

    /** Forgets whoever was signed in here, and signs in on Keycloak's page. */
    public void signInByKeycloak(String person, String password) {
        driver.manage().deleteAllCookies();
        // cookies are forgotten for the path one looks at
        driver.get(KeycloakServer.running().issuer() + "/.well-known/openid-configuration");
        driver.manage().deleteAllCookies();
        entersByKeycloak(person, password);
    }

    /** Comes as a stranger, is led to Keycloak's page, signs in there and is led back. */
    public void entersByKeycloak(String person, String password) {
        open("/");
        visible(By.id("username")).sendKeys(person);
        visible(By.id("password")).sendKeys(password);
        click(By.id("kc-login"));
        wait.until(any -> driver.getCurrentUrl().startsWith(base + "/"));
    }

    /** Does something in a second tab, closes it and comes back to the first. */
    public void inAnotherTab(Runnable something) {
        String first = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        something.run();
        driver.close();
        driver.switchTo().window(first);
    }

    /** Where the browser is now, without our own address. */
    public String place() {
        return driver.getCurrentUrl().replace(base, "");
    }

    public void awaitPlace(String start) {
        wait.until(any -> place().startsWith(start));
    }

    /** From the home page into Tasklist, to a step of a case that waits for the signed-in person. */
    public void openStep(String caseKey, String stepName) {
        open("/");
        takeStep(caseKey, stepName);
    }

    /** The same from any page that shows it, or one of the pages that follow. */
    public void takeStep(String caseKey, String stepName) {
        String first = driver.getCurrentUrl();
        wait.withMessage(() -> stepName + " of " + caseKey + " on " + driver.getCurrentUrl() + ": "
                + driver.findElement(By.tagName("body")).getText());
        WebElement link = wait.until(any -> driver.findElements(By.cssSelector("tr")).stream()
                .filter(row -> !row.findElements(By.cssSelector("a[href$='/cases/" + caseKey + "']"))
                        .isEmpty())
                .flatMap(row -> row.findElements(By.cssSelector("a[href*='#/?task=']")).stream())
                .filter(step -> step.getText().strip().equals(stepName))
                .findFirst()
                .orElseGet(() -> {
                    driver.get(driver.findElements(By.cssSelector("a[rel='next']")).stream()
                            .map(next -> next.getDomProperty("href"))
                            .findFirst()
                            .orElse(first));
                    return null;
                }));
        driver.get(
                link.getDomAttribute("href").startsWith("/")
                        ? base + link.getDomAttribute("href")
                        : link.getDomAttribute("href"));
        wait.withMessage("");
        visible(By.cssSelector("[data-gv-form]"));
        List<WebElement> claim = driver.findElements(By.cssSelector("button.claim"));
        if (!claim.isEmpty() && claim.get(0).isDisplayed()) {
            claim.get(0).click();
            wait.until(any ->
                    driver.findElements(By.cssSelector("button.claim")).stream().noneMatch(WebElement::isDisplayed));
            visible(By.cssSelector("[data-gv-form]"));
        }
    }

    public void choose(String option) {
        click(By.cssSelector("input[name=decision][value=" + option + "]"));
    }

    /** Types into every field of the form, but for dates that may stay empty. */
    public void fillIn(String words, String date) {
        for (WebElement field : driver.findElements(By.cssSelector("[data-gv-field-part] [data-gv-input]"))) {
            if (!field.isDisplayed()) {
                continue;
            }
            switch (String.valueOf(field.getDomProperty("type"))) {
                case "date" -> {
                    if ("true".equals(field.getDomAttribute("aria-required"))) {
                        set(field, date);
                    }
                }
                case "select-one" ->
                    field.findElements(By.tagName("option")).get(1).click();
                default -> field.sendKeys(words);
            }
        }
        driver.findElements(By.cssSelector("[data-gv-flags] input")).stream()
                .limit(1)
                .forEach(WebElement::click);
    }

    public void giveReason(String reason) {
        visible(By.cssSelector("textarea[name=reason]")).sendKeys(reason);
    }

    public void bring(Path file) {
        List<WebElement> pickers = driver.findElements(By.cssSelector("[data-gv-evidence] input[type=file]"));
        if (!pickers.isEmpty()) {
            pickers.get(0).sendKeys(file.toAbsolutePath().toString());
            visible(By.partialLinkText(file.getFileName().toString()));
        }
    }

    /** Presses Tasklist's own button and waits until the step is gone. */
    public void complete() {
        press();
        wait.withMessage(() -> "the step stays open: "
                        + driver.findElement(By.tagName("body")).getText())
                .until(any ->
                        driver.findElements(By.cssSelector("[data-gv-form]")).isEmpty());
        wait.withMessage("");
    }

    /** Presses Tasklist's own button and expects to be told why not. */
    public String completeAndBeRefused() {
        press();
        return wait.until(any ->
                driver.findElements(By.cssSelector(".notifications .alert, [data-gv-refusal]:not([hidden])")).stream()
                        .map(WebElement::getText)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(null));
    }

    private void press() {
        WebElement complete =
                wait.until(any -> driver.findElements(By.cssSelector("button[ng-click='complete()']")).stream()
                        .filter(button -> button.isDisplayed() && button.isEnabled())
                        .findFirst()
                        .orElse(null));
        clickInSight(complete);
    }

    public void waitForSaved() {
        visible(By.cssSelector("[data-gv-notice=saved]"));
    }

    public String text(String selector) {
        return visible(By.cssSelector(selector)).getText();
    }

    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    public void awaitCount(String selector, int least) {
        wait.until(any -> driver.findElements(By.cssSelector(selector)).size() >= least);
    }

    public void awaitNone(String selector) {
        wait.withMessage(() ->
                        selector + ": " + driver.findElement(By.tagName("body")).getText())
                .until(any -> count(selector) == 0);
        wait.withMessage("");
    }

    /** Fetches the page again until it shows that. */
    public void awaitRefreshed(String selector) {
        wait.until(any -> {
            boolean there = count(selector) > 0;
            if (!there) {
                driver.navigate().refresh();
            }
            return there;
        });
    }

    /** Waits until the page says so. */
    public void awaitText(String words) {
        wait.until(any -> driver.findElement(By.tagName("body")).getText().contains(words));
    }

    public String property(String selector, String property) {
        return String.valueOf(visible(By.cssSelector(selector)).getDomProperty(property));
    }

    public void open(String path) {
        driver.get(base + path);
    }

    public void click(By element) {
        clickInSight(visible(element));
    }

    /** As a person scrolls: Tasklist's footer lies over the last lines of a long form. */
    private void clickInSight(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        wait.until(any -> {
            try {
                element.click();
                return true;
            } catch (ElementClickInterceptedException stillMoving) {
                return false;
            }
        });
    }

    private WebElement visible(By element) {
        return wait.until(any -> driver.findElements(element).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Sends a form with these words in its fields, also those that a browser would not have let through. */
    public void sends(String form, Map<String, String> typed) {
        WebElement sent = driver.findElement(By.cssSelector(form));
        typed.forEach((name, words) -> set(sent.findElement(By.name(name)), words));
        driver.executeScript(
                "document.documentElement.dataset.left = ''; arguments[0].noValidate = true; arguments[0].requestSubmit()",
                sent);
        wait.until(any -> driver.findElements(By.cssSelector("html[data-left]")).isEmpty()
                && "complete".equals(driver.executeScript("return document.readyState")));
    }

    /** How the page looks. */
    public Sight sight() {
        return new Sight(driver);
    }

    /** The keys, for somebody who has no mouse. */
    public Keyboard keyboard() {
        return new Keyboard(driver);
    }

    private void set(WebElement field, String value) {
        driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'));", field, value);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
