package vn.giaoviec.casework;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;

/**
 * How early the dossier of an international conference must be handed in: at least 40 days before it where the Prime
 * Minister permits it, at least 30 days where the chairman of the province does (QĐ 06/2020/QĐ-TTg).
 */
@Service
public class ConferenceLeadTime {
    private static final String PRIME_MINISTER = "primeMinister";
    private static final int DAYS_FOR_PRIME_MINISTER = 40;
    private static final int DAYS_FOR_CHAIRMAN = 30;

    private final BusinessClock clock;

    ConferenceLeadTime(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * @param authority who permits the conference, an option of the step that prepares it
     * @param eventOn the first day of the conference
     * @return whether a dossier handed in today is early enough
     */
    public boolean isKept(String authority, LocalDate eventOn) {
        int days = PRIME_MINISTER.equals(authority) ? DAYS_FOR_PRIME_MINISTER : DAYS_FOR_CHAIRMAN;
        return !clock.today().plusDays(days).isAfter(eventOn);
    }
}
