package vn.giaoviec.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where this node keeps its sealing key and its own copy of the checkpoints; not on the database's machine
 */
@ConfigurationProperties("giaoviec.audit")
record AuditSettings(@DefaultValue("./data/audit") Path folder) {}
