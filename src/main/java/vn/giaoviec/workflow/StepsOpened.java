package vn.giaoviec.workflow;

import java.util.List;

/**
 * Human steps began to wait. Published inside the engine's transaction: at once, or for cases that are started together when
 * all of them have been.
 *
 * @param steps one, or several
 */
public record StepsOpened(List<StepOpened> steps) {}
