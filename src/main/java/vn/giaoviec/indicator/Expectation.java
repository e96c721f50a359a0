package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a unit expects of its part of an indicator this year (mức đăng ký).
 *
 * @param unit the unit's code
 * @param expected in the target's unit of measure, four decimals at most
 * @param by who registered it
 * @param at when, on the business clock
 */
public record Expectation(String unit, BigDecimal expected, String by, Instant at) {}
