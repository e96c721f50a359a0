package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.shared.Refusal;

/** Files that are changed at random, within their structure or without: each is understood soundly, or refused in words. */
class AnnexFuzzTest {
    private static final int ROUNDS = Boolean.getBoolean("giaoviec.campaign") ? 10_000 : 300;
    private static final List<String> TAGS = List.of(
            "<row>",
            "</row>",
            "<c>",
            "</c>",
            "<v>",
            "<w:tr>",
            "</w:tr>",
            "<w:tc>",
            "</w:tc>",
            "<w:tbl>",
            "</w:tbl>",
            "<w:p>",
            "&amp;",
            "&x;",
            "<!DOCTYPE a>",
            "<w:gridSpan w:val=\"9\"/>",
            "<w:vMerge/>",
            "<mergeCell ref=\"A1:C9\"/>",
            "<col min=\"2\" max=\"99999\" hidden=\"1\"/>",
            "\u0000",
            "]]>");
    private static final List<String> WORDS = List.of(
            "STT",
            "Nhiệm vụ",
            "I",
            "1.1",
            "a)",
            "31/02/2024",
            "Quý V",
            "Sở",
            ";",
            "\n",
            "MẬT",
            "0912345678",
            "99999999999999999999",
            "-1",
            "1e308",
            "Nơi nhận",
            "Tổng cộng",
            "\u200b",
            "\uD83D\uDE00",
            "đ");

    private final Messages messages = new Messages("vi");

    @Test
    void nothingButASoundResultOrARefusal() throws IOException {
        List<byte[]> seeds = BigAnnex.seeds();
        Random random = new Random(20_261_128);
        Map<String, Integer> ends = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] seed = seeds.get(random.nextInt(seeds.size()));
            byte[] changed = changed(seed, random);
            String end;
            try {
                sound(AnnexTest.read(changed));
                end = "understood";
            } catch (Refusal refused) {
                end = refused.key();
                assertThat(messages.of(refused.key(), refused.args().toArray()))
                        .as("round %s", round)
                        .doesNotContain("{");
                assertThat(refused.key().equals("refusal.sheetDamaged")
                                && refused.args().size() != 2)
                        .as("a damaged sheet is named with its row")
                        .isFalse();
            } catch (RuntimeException failed) {
                throw new AssertionError("round " + round, failed);
            }
            ends.merge(end, 1, Integer::sum);
        }
        assertThat(ends).containsKey("understood").hasSizeGreaterThan(2);
        assertThat(ends.get("understood")).as("%s", ends).isGreaterThan(ROUNDS / 10);
    }

    private static void sound(Annex annex) {
        assertThat(annex.rows().size() + annex.targets().size()).isLessThan(20_000);
        for (AnnexRow row : annex.rows()) {
            assertThat(row.row()).isPositive();
            assertThat(row.dueOn() == null
                            || (row.dueOn().getYear() >= 1999 && row.dueOn().getYear() < 3000))
                    .isTrue();
            for (Named named : row.leads()) {
                assertThat(named.certain()).isEqualTo(named.unit() != null);
            }
            if (row.kind() == AnnexRow.Kind.TASK && row.dueOn() == null) {
                assertThat(row.warnings()).anyMatch(warning -> warning.column() == AnnexColumn.DEADLINE);
            }
        }
    }

    private static byte[] changed(byte[] seed, Random random) throws IOException {
        if (seed[0] != 'P') {
            String text = new String(seed, StandardCharsets.UTF_8);
            for (int times = 1 + random.nextInt(8); times > 0; times--) {
                text = changed(text, random, WORDS);
            }
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return switch (random.nextInt(6)) {
            case 0 -> flipped(seed, random);
            case 1 -> Arrays.copyOf(seed, random.nextInt(seed.length));
            default -> repacked(seed, random);
        };
    }

    private static byte[] flipped(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int times = 1 + random.nextInt(20); times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] repacked(byte[] seed, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(seed))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        List<String> telling = parts.keySet().stream()
                .filter(name -> name.matches(".*(sheet1|sharedStrings|document|styles|workbook|\\.rels).*"))
                .toList();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            String name = telling.get(random.nextInt(telling.size()));
            if (random.nextInt(20) == 0) {
                parts.remove(name);
                break;
            }
            String text = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
            parts.put(name, within(text, random).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Most often what stands between tags, so that the file stays one. */
    private static String within(String text, Random random) {
        if (random.nextInt(4) == 0) {
            return changed(text, random, TAGS);
        }
        List<int[]> texts = new ArrayList<>();
        for (int at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) {
            int end = text.indexOf('<', at);
            if (end > at + 1) {
                texts.add(new int[] {at + 1, end});
            }
        }
        if (texts.isEmpty()) {
            return text;
        }
        int[] chosen = texts.get(random.nextInt(texts.size()));
        String word = random.nextBoolean()
                ? WORDS.get(random.nextInt(WORDS.size()))
                : texts.stream()
                        .skip(random.nextInt(texts.size()))
                        .findFirst()
                        .map(other -> text.substring(other[0], other[1]))
                        .orElse("");
        return text.substring(0, chosen[0]) + word.replace("\u0000", "") + text.substring(chosen[1]);
    }

    private static String changed(String text, Random random, List<String> words) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(60));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + words.get(random.nextInt(words.size())) + text.substring(at);
            case 2 -> text.substring(0, end) + text.substring(at);
            default -> text.substring(0, at) + words.get(random.nextInt(words.size())) + text.substring(end);
        };
    }

    @Test
    void filesBuiltToTakeMemoryAreRefusedWithinIt(@TempDir Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFile.class.getName()));
        Map<String, byte[]> files = HostileFile.all();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            command.add(
                    Files.write(folder.resolve(file.getKey()), file.getValue()).toString());
        }
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String all = Files.readString(said);
        assertThat(process.exitValue()).as(all).isZero();
        for (String name : files.keySet()) {
            assertThat(all).contains(name + " refusal." + name.replaceFirst("-.*", ""));
        }
        assertThat(all)
                .as("with sheet, row and column")
                .contains("sheetTooLong [20000, A, 20001]")
                .contains("cellTooLong [A, 1, A, 32767]")
                .contains("sheetTooWide [3, 60, A]");
    }
}
