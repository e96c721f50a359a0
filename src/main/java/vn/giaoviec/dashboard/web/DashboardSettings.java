package vn.giaoviec.dashboard.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param updateDays within how many days progress must have been noted for a case to count as kept up to date */
@ConfigurationProperties("giaoviec.dashboard")
record DashboardSettings(@DefaultValue("30") int updateDays) {}
