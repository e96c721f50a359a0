// One sign-in for both: Tasklist's own sign-out would only end its half, so it leads to ours.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest && event.target.closest('.account .logout, .account [ng-click*="logout"]');
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
      window.location.assign('/sign-out');
    }
  },
  true
);

// The server counts no further than one beyond a thousand. The text stays Tasklist's own, which writes it anew when it changes.
new MutationObserver(() => {
  document.querySelectorAll('.task-filters .counter, .total-results').forEach(({ firstChild }) => {
    if (firstChild && firstChild.nodeValue.trim() === '1001') {
      firstChild.nodeValue = '1000+';
    }
  });
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true });

export default {
  id: 'giaoviec.home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render: (node) => {
    const home = document.createElement('a');
    home.href = '/';
    home.textContent = 'Giao Việc';
    node.append(home);
  },
};
