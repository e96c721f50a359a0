// What our server says, in its words, put where Tasklist leaves room for it. Nothing is shown while nobody is signed in:
// the form of the step says so itself.
async function get(path, type) {
  const response = await fetch(path, { credentials: 'same-origin', headers: { Accept: type } });
  if (response.status === 401 || response.redirected) {
    throw new Error(`not signed in: ${path}`);
  }
  return response;
}

export async function page(path) {
  const response = await get(path, 'text/html');
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

export async function show(node, path) {
  const found = await page(path);
  const part = document.createElement('div');
  part.append(...document.importNode(found.querySelector('main') || found.body, true).childNodes);
  part.className = 'gv-step gv-step--wide';
  node.replaceChildren(part);
}

export const words = await get('/steps/words', 'application/json')
  .then((response) => response.json())
  .catch(() => ({}));
