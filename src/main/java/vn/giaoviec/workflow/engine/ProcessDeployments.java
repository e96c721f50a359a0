package vn.giaoviec.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code bpmn/}: one folder, one deployment, unchanged folders not again. The starter's own auto-deployment is
 * off, since it names resources differently when run from Maven and from the jar, and would create new versions at each
 * switch. Forms lie once in {@code bpmn/shared} and join each deployment, so a model keeps the form it was issued with.
 */
@Component
class ProcessDeployments implements InitializingBean {
    private static final String SHARED = "shared";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployments(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        Map<String, Map<String, Resource>> folders = folders();
        Map<String, Resource> shared = folders.getOrDefault(SHARED, Map.of());
        for (var folder : folders.entrySet()) {
            DeploymentBuilder deployment = repository
                    .createDeployment()
                    .name(folder.getKey())
                    .source("bpmn")
                    .enableDuplicateFiltering(true);
            for (var file : folder.getValue().entrySet()) {
                add(deployment, file.getKey(), file.getValue());
            }
            if (!SHARED.equals(folder.getKey())) {
                for (var file : shared.entrySet()) {
                    if (file.getKey().endsWith(".html")) {
                        add(deployment, file.getKey(), file.getValue());
                    }
                }
            }
            deployment.deploy();
        }
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) throws IOException {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        }
    }

    private Map<String, Map<String, Resource>> folders() throws IOException {
        Map<String, Map<String, Resource>> folders = new TreeMap<>();
        Resource[] files = resources.getResources("classpath:bpmn/*/*.*");
        Arrays.sort(files, Comparator.comparing(Resource::getFilename));
        for (Resource file : files) {
            String path = file.getURL().getPath();
            String folder = path.substring(0, path.lastIndexOf('/'));
            folders.computeIfAbsent(folder.substring(folder.lastIndexOf('/') + 1), any -> new TreeMap<>())
                    .put(path.substring(path.lastIndexOf('/') + 1), file);
        }
        return folders;
    }
}
