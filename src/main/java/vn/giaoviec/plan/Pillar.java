package vn.giaoviec.plan;

import vn.giaoviec.shared.Text;

/**
 * One of the pillars of digital transformation (trụ cột).
 *
 * @param code e.g. {@code CQ}
 * @param name e.g. digital government
 */
public record Pillar(String code, Text name) {}
