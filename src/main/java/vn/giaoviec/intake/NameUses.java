package vn.giaoviec.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.annex.AnnexRow;
import vn.giaoviec.annex.Named;

/** Counts the names of an annex that are not certain. */
final class NameUses {
    private NameUses() {}

    static List<NameUse> of(Annex annex, Map<String, Meaning> meanings) {
        Map<String, List<Named>> leading = new LinkedHashMap<>();
        Map<String, List<Named>> all = new LinkedHashMap<>();
        for (AnnexRow row : annex.rows()) {
            row.leads().forEach(named -> add(leading, named));
            row.leads().forEach(named -> add(all, named));
            row.coordinators().forEach(named -> add(all, named));
        }
        annex.targets().forEach(target -> target.leads().forEach(named -> add(all, named)));
        List<NameUse> uses = new ArrayList<>();
        all.forEach((key, named) -> uses.add(new NameUse(
                named.get(0).text(),
                named.size(),
                leading.getOrDefault(key, List.of()).size(),
                named.get(0).members(),
                named.get(0).suggestions(),
                meanings.get(key))));
        uses.sort(Comparator.comparing((NameUse use) -> use.meaning() != null)
                .thenComparing(Comparator.comparingInt(NameUse::leads).reversed())
                .thenComparing(Comparator.comparingInt(NameUse::uses).reversed()));
        return uses;
    }

    private static void add(Map<String, List<Named>> to, Named named) {
        String key = Meaning.key(named.text());
        if (!named.certain() && !key.isEmpty()) {
            to.computeIfAbsent(key, any -> new ArrayList<>()).add(named);
        }
    }
}
