// Beside the form of a step: what it moves, and the case so far.
import { show, words } from './server.js';

const tab = (name, priority) => ({
  id: `giaoviec.${name}`,
  pluginPoint: 'tasklist.task.detail',
  priority,
  properties: { label: words[name] },
  render: (node, { taskId }) => show(node, `/steps/${encodeURIComponent(taskId)}/${name}`),
});

// behind the form, before the diagram
export default [tab('indicators', 790), tab('dossier', 780)];
