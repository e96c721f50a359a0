package vn.giaoviec.audit.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.giaoviec.audit.CheckLedger;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;

/** Whether the ledger is intact, as this node sees it, and how to find out without it. */
@Controller
class VerificationPage {
    private static final int SHOWN = 10;

    private final CheckLedger checks;
    private final Directory directory;

    VerificationPage(CheckLedger checks, Directory directory) {
        this.checks = checks;
        this.directory = directory;
    }

    @GetMapping("/audit/verification")
    String verification(Model model) {
        whoMayLook();
        model.addAttribute("checks", checks.last(SHOWN));
        model.addAttribute("running", checks.running());
        model.addAttribute("head", checks.head());
        return "audit/verification";
    }

    @PostMapping("/audit/verification")
    String verify() {
        checks.begin(whoMayLook().id());
        return "redirect:/audit/verification";
    }

    private Person whoMayLook() {
        Person me = directory.me();
        if (!me.in(Groups.INSPECTOR) && !me.in(Groups.ADMINISTRATOR)) {
            throw new Refusal.Forbidden("refusal.onlyInspectors");
        }
        return me;
    }
}
