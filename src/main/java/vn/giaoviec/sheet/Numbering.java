package vn.giaoviec.sheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The numbers that a word processor writes before paragraphs: they stand in no text, and people read them all the same. */
final class Numbering {
    private static final int LEVELS = 9;
    private static final int MOST = 10_000;

    private final Map<String, Level[]> lists = new HashMap<>();
    private final Map<String, String> listOf = new HashMap<>();
    private final Map<String, int[]> counted = new HashMap<>();

    static Numbering none() {
        return new Numbering();
    }

    static Numbering read(Xml xml) throws IOException {
        Numbering numbering = new Numbering();
        Level[] levels = new Level[LEVELS];
        Level level = new Level();
        String id = "";
        while (xml.next()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "abstractNum" -> {
                    if (numbering.lists.size() == MOST) {
                        throw new IOException("too many lists");
                    }
                    levels = new Level[LEVELS];
                    numbering.lists.put(xml.attribute("abstractNumId", ""), levels);
                }
                case "lvl" -> {
                    level = new Level();
                    levels[xml.number("ilvl", 0, LEVELS - 1)] = level;
                }
                case "start" -> level.start = xml.number("val", 1, 10_000);
                case "numFmt" -> level.format = xml.attribute("val", "decimal");
                case "lvlText" -> level.text = xml.attribute("val", "");
                case "num" -> {
                    id = xml.attribute("numId", "");
                    if (numbering.listOf.size() == MOST) {
                        throw new IOException("too many lists");
                    }
                }
                case "abstractNumId" -> numbering.listOf.put(id, xml.attribute("val", ""));
                default -> {
                    // how it looks
                }
            }
        }
        return numbering;
    }

    /** The number before the next paragraph of that list, e.g. {@code 3.}; empty for bullets and unknown lists. */
    String next(String id, int depth) {
        Level[] levels = lists.get(listOf.getOrDefault(id, ""));
        if (levels == null || depth >= LEVELS || levels[depth] == null) {
            return "";
        }
        int[] counts = counted.computeIfAbsent(listOf.getOrDefault(id, ""), any -> new int[LEVELS]);
        counts[depth]++;
        for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = 0;
        }
        String label = levels[depth].text;
        if (levels[depth].format.equals("bullet") || label.length() > 40) {
            return "";
        }
        for (int at = 0; at <= depth; at++) {
            Level level = levels[at];
            if (level != null) {
                label = label.replace("%" + (at + 1), level.written(Math.max(1, counts[at])));
            }
        }
        return label;
    }

    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";

        String written(int count) {
            int number = start + count - 1;
            return switch (format) {
                case "upperRoman" -> roman(number);
                case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
                case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
                case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
                case "decimalZero" -> "%02d".formatted(number);
                default -> String.valueOf(number);
            };
        }

        private static String roman(int number) {
            int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
            String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
            StringBuilder roman = new StringBuilder();
            int left = Math.min(number, 399);
            for (int at = 0; at < values.length; at++) {
                for (; left >= values[at]; left -= values[at]) {
                    roman.append(signs[at]);
                }
            }
            return roman.toString();
        }
    }
}
