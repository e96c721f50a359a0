// What every page does by script; each of it can be missed.

// A wide table scrolls inside a region of its own, never the page; keys reach the region while there is something to scroll.
const regions = new ResizeObserver((seen) => {
  new Set(seen.map(({ target }) => target.closest('.wide'))).forEach((region) => {
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
      region.setAttribute('role', 'region');
    } else {
      region.removeAttribute('tabindex');
      region.removeAttribute('role');
    }
  });
});

document.querySelectorAll('main .table').forEach((table) => {
  const region = document.createElement('div');
  region.className = 'wide';
  if (table.caption) {
    region.setAttribute('aria-label', table.caption.textContent.trim());
  }
  table.replaceWith(region);
  region.append(table);
  regions.observe(region);
  regions.observe(table);
});

document.querySelectorAll('button[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
