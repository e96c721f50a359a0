package vn.giaoviec;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.giaoviec.annex.ImportCommand;
import vn.giaoviec.audit.VerifyCommand;
import vn.giaoviec.dossier.DrawPageCommand;
import vn.giaoviec.privacy.PersonalDataCommand;

/**
 * A province's yearly plan, carried out: a <em>plan</em> is issued, <em>casework</em> carries it out, <em>indicators</em>
 * show the effect, the <em>audit</em> proves it. {@code docs/tour.md} follows one assignment through the code.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class GiaoViec {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            System.exit(VerifyCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        if (args.length > 0 && args[0].equals("import")) {
            System.exit(ImportCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        if (args.length > 0 && args[0].equals("personal-data")) {
            System.exit(
                    PersonalDataCommand.run(Arrays.asList(args).subList(1, args.length), System.getenv(), System.out));
        }
        if (args.length > 0 && args[0].equals("draw-page")) {
            System.exit(DrawPageCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(GiaoViec.class, args);
    }
}
