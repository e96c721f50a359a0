package vn.giaoviec.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of the plan an annex belongs to.
 *
 * @param year the plan year
 * @param number the plan's number
 * @param title its title
 * @param issuer who signs it
 * @param issuedOn the day it is signed
 * @param aim the general aim; may be empty
 * @param standsOn the plan year whose targets, pillars and solution groups it stands on, or null for those this version
 *     ships
 */
public record Heading(
        int year,
        String number,
        String title,
        String issuer,
        LocalDate issuedOn,
        String aim,
        @Nullable Integer standsOn) {}
