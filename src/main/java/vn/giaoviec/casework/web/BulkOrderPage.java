package vn.giaoviec.casework.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.giaoviec.casework.AdvanceBulkOrder;

/** How far an order about many cases is, and the button that goes on with it. */
@Controller
class BulkOrderPage {
    private final AdvanceBulkOrder advance;

    BulkOrderPage(AdvanceBulkOrder advance) {
        this.advance = advance;
    }

    @GetMapping("/bulk-orders/{order}")
    String show(@PathVariable long order, Model model) {
        model.addAttribute("order", advance.of(order));
        model.addAttribute("held", advance.held(order));
        return "casework/bulk-order";
    }

    @PostMapping("/bulk-orders/{order}/advance")
    String advance(@PathVariable long order) {
        advance.advance(order);
        return "redirect:/bulk-orders/" + order;
    }
}
