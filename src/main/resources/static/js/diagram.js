// Draws the models of a case and marks what was walked. The server computes the path; this only paints it.
import '/vendor/bpmn-js-18.31.1/bpmn-navigated-viewer.production.min.js';

function relabel(viewer, labels) {
  const registry = viewer.get('elementRegistry');
  const factory = viewer.get('graphicsFactory');
  for (const [id, label] of Object.entries(labels)) {
    for (const element of [registry.get(id), registry.get(id + '_label')]) {
      if (element) {
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

async function draw(figure) {
  const facts = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const container = document.createElement('div');
  container.className = 'diagram';
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
    viewer.get('canvas').zoom('fit-viewport', 'auto');
  } catch (failure) {
    container.textContent = facts.message;
    container.classList.add('diagram--failed');
    console.error(failure);
  }
}

document.querySelectorAll('figure[data-diagram]').forEach(draw);
