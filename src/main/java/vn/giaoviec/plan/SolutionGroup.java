package vn.giaoviec.plan;

import vn.giaoviec.shared.Text;

/**
 * One of the plan's solution groups (nhóm giải pháp).
 *
 * @param number its number in the plan
 * @param process the process that carries its assignments
 * @param name its name
 * @param appraiser the unit that appraises in this group's procedure
 */
public record SolutionGroup(int number, String process, Text name, String appraiser) {}
