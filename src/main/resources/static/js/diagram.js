// Draws the models of a case and marks what was walked, or the model of a group and marks what waits. The server computes
// what is shown; this only paints it.
import '../vendor/bpmn-js-18.31.1/bpmn-navigated-viewer.production.min.js';

const READABLE = 0.85; // at this scale the names of the steps can be read
const MARGIN = 40;

function relabel(viewer, labels) {
  const registry = viewer.get('elementRegistry');
  const factory = viewer.get('graphicsFactory');
  for (const [id, label] of Object.entries(labels)) {
    for (const element of [registry.get(id), registry.get(id + '_label')]) {
      if (element && element.parent) {
        element.businessObject.name = label;
        factory.update(element.waypoints ? 'connection' : 'shape', element, registry.getGraphics(element));
      }
    }
  }
}

function mark(viewer, ids, marker) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  ids.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
}

// Words below an element, such as how many cases wait there; beside them stands the same table for readers without the drawing.
function badges(viewer, wordsByElement, late) {
  const registry = viewer.get('elementRegistry');
  for (const [id, words] of Object.entries(wordsByElement).filter(([element]) => registry.get(element))) {
    const box = document.createElement('ul');
    box.className = late.includes(id) ? 'diagram__badge diagram__badge--late' : 'diagram__badge';
    for (const word of words) {
      const item = document.createElement('li');
      item.textContent = word;
      box.append(item);
    }
    viewer.get('overlays').add(id, { position: { bottom: 8, left: 0 }, html: box });
  }
}

// The models are several screens wide: begin where the case stands, in a size that can be read.
function show(viewer, container, facts) {
  const canvas = viewer.get('canvas');
  const inner = canvas.viewbox().inner;
  container.style.height = `${Math.min(420, Math.max(220, inner.height * READABLE + 2 * MARGIN))}px`;
  canvas.resized();
  if (canvas.zoom('fit-viewport', 'auto') >= READABLE) return;
  const known = (ids) => ids.map((id) => viewer.get('elementRegistry').get(id)).filter(Boolean);
  const place = known(facts.active)[0] || known(facts.completed).pop();
  const along = (start, length, seen, wanted) =>
    seen >= length + 2 * MARGIN
      ? start - (seen - length) / 2
      : Math.max(start - MARGIN, Math.min(wanted - seen / 2, start + length + MARGIN - seen));
  const width = container.clientWidth / READABLE;
  const height = container.clientHeight / READABLE;
  canvas.viewbox({
    x: along(inner.x, inner.width, width, place ? place.x + place.width / 2 : inner.x),
    y: along(inner.y, inner.height, height, place ? place.y + place.height / 2 : inner.y),
    width,
    height,
  });
}

// Paper is narrower: there the drawing is whole and scales as one picture. What was seen comes back afterwards.
function fitPaper(viewer, container) {
  const canvas = viewer.get('canvas');
  const drawing = container.querySelector('svg');
  let seen;
  addEventListener('beforeprint', () => {
    seen = canvas.viewbox();
    canvas.zoom('fit-viewport', 'auto');
    const { inner, scale, x, y } = canvas.viewbox();
    const box = [(inner.x - x) * scale, (inner.y - y) * scale, inner.width * scale, inner.height * scale];
    drawing.setAttribute('viewBox', box.join(' '));
    drawing.style.maxWidth = `${inner.width}px`;
  });
  addEventListener('afterprint', () => {
    drawing.removeAttribute('viewBox');
    drawing.style.maxWidth = '';
    canvas.viewbox(seen);
  });
}

function button(text, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button button--secondary';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

function controls(viewer, texts) {
  const bar = document.createElement('div');
  bar.className = 'diagram__controls';
  bar.append(
    button(texts.whole, () => viewer.get('canvas').zoom('fit-viewport', 'auto')),
    button(texts.zoomIn, () => viewer.get('zoomScroll').stepZoom(1)),
    button(texts.zoomOut, () => viewer.get('zoomScroll').stepZoom(-1)),
  );
  return bar;
}

async function draw(figure) {
  const facts = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const container = document.createElement('div');
  container.className = 'diagram';
  // the wheel scrolls the page as everywhere else; with Ctrl it zooms, with Shift it moves the diagram sideways
  container.addEventListener('wheel', (event) => event.ctrlKey || event.shiftKey || event.stopPropagation(), true);
  figure.append(container);
  try {
    const response = await fetch(facts.xmlUrl, { credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(`${facts.xmlUrl} answers ${response.status}`);
    }
    const viewer = new window.BpmnJS({ container });
    await viewer.importXML(await response.text());
    relabel(viewer, facts.labels || {});
    mark(viewer, facts.flows, 'gv-taken');
    mark(viewer, facts.completed, 'gv-done');
    mark(viewer, facts.active, 'gv-active');
    mark(viewer, facts.late || [], 'gv-late');
    badges(viewer, facts.badges || {}, facts.late || []);
    show(viewer, container, facts);
    fitPaper(viewer, container);
    if (facts.controls) {
      container.before(controls(viewer, facts.controls));
    }
  } catch (failure) {
    container.textContent = facts.message;
    container.classList.add('diagram--failed');
    console.error(failure);
  }
}

document.querySelectorAll('figure[data-diagram]').forEach(draw);
