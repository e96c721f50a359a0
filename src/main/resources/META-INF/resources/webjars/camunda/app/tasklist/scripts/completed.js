// What I completed, or my unit: our own page, inside Tasklist.
import { show, words } from './server.js';

export default [
  {
    id: 'giaoviec.completed',
    pluginPoint: 'tasklist.route',
    priority: 100,
    properties: { path: '/completed' },
    render: (node) => {
      node.className = 'gv-page';
      node.addEventListener('click', (event) => {
        const link = event.target.closest('a[href^="/completed"]');
        if (link) {
          event.preventDefault();
          show(node, link.getAttribute('href'));
        }
      });
      show(node, '/completed');
    },
  },
  {
    id: 'giaoviec.completed.link',
    pluginPoint: 'tasklist.navbar.action',
    priority: 90,
    render: (node) => {
      const link = document.createElement('a');
      link.href = '#/completed';
      link.textContent = words.completed;
      node.append(link);
    },
  },
];
