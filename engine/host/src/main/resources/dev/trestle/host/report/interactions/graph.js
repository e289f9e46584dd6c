// The graph of services: who calls whom, with what is known of each connection.
(function (trestle) {
  'use strict';

  const {el, svg} = trestle;

  // Of the icon font that is in the page anyway.
  const ICONS = {
    test: '\uf0c3', service: '\uf1b2', database: '\uf1c0', broker: '\uf0ec', mailbox: '\uf0e0',
    stub: '\uf1e6',
  };

  const WIDE = {
    vertical: false, height: 34, least: 92, most: 148, letter: 7.1, icon: 22,
    between: 44, gap: 20, through: 10,
  };
  const NARROW = {
    vertical: true, height: 30, least: 46, most: 92, letter: 6.1, icon: 0,
    between: 46, gap: 6, through: 4,
  };

  // How far an edge within a layer goes out of it.
  const BULGE = 44;

  // What is wider than this much smaller is scrolled.
  const SMALLEST = 0.75;

  function label(name, width, look) {
    const most = Math.floor((width - 14 - look.icon) / look.letter);
    return name.length > most ? name.slice(0, Math.max(1, most - 1)) + '…' : name;
  }

  function nodeWidth(name, look) {
    return Math.min(look.most, Math.max(look.least, 18 + look.icon + name.length * look.letter));
  }

  // A line through points, which leaves and meets each in the direction of the layers.
  function line(points, flat, turned) {
    const at = ([along, across]) => {
      const [x, y] = turned ? [across, along] : [along, across];
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    };
    if (flat) {
      const out = Math.min(BULGE, Math.abs(points[1][1] - points[0][1]) / 3 + 14);
      return `M${at(points[0])}C${at([points[0][0] + out, points[0][1]])} `
        + `${at([points[1][0] + out, points[1][1]])} ${at(points[1])}`;
    }
    let path = `M${at(points[0])}`;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      const half = (b[0] - a[0]) / 2;
      path += a[1] === b[1] ? `L${at(b)}`
        : `C${at([a[0] + half, a[1]])} ${at([b[0] - half, b[1]])} ${at(b)}`;
    }
    return path;
  }

  function arrow(points, edge, turned) {
    const [along, across] = edge.backwards ? points[0] : points[points.length - 1];
    const back = edge.backwards || edge.flat ? 8 : -8;
    const corners = [[along, across], [along + back, across - 4], [along + back, across + 4]];
    return corners.map(([a, c]) => (turned ? `${c},${a}` : `${a},${c}`)).join(' ');
  }

  function draw(model, look, room, heard) {
    const nodes = model.services.map((service) => {
      const width = nodeWidth(service.name, look);
      return {
        id: service.name,
        first: service.kind === 'test',
        last: service.kind !== 'test' && service.kind !== 'service',
        along: look.vertical ? look.height : width,
        across: look.vertical ? width : look.height,
        width,
      };
    });
    const edges = model.edges.map((edge) => ({from: edge.consumer, to: edge.provider}));
    const lay = (along) => trestle.layout(nodes, edges,
      {along, between: look.between, gap: look.gap, through: look.through});
    let found = lay(look.vertical ? 0 : room - 4);
    const bulge = found.edges.some((edge) => edge.flat) ? BULGE : 0;
    found = bulge ? lay(look.vertical ? 0 : room - 4 - bulge) : found;
    const width = (look.vertical ? found.across : found.along + bulge) + 4;
    const height = (look.vertical ? found.along + bulge : found.across) + 4;
    const scale = Math.max(SMALLEST, Math.min(1, room / width));
    const drawing = svg('svg', {
      class: 'ix-drawing', width: width * scale, height: height * scale, viewBox: `-2 -2 ${width} ${height}`, role: 'group',
      'aria-label': 'Services and their connections; the arrow keys move between them',
    });
    const lines = model.edges.map((edge, i) => {
      const {points, flat} = found.edges[i];
      const path = line(points, flat, look.vertical);
      return svg('g', {
        class: `ix-edge ix-edge_${edge.kind.toLowerCase()} ${edge.looks}`,
        role: 'button', tabindex: -1, 'aria-label': edge.title, 'data-edge': i,
        mouseenter: () => heard.over(i), mouseleave: () => heard.over(null),
        focus: () => heard.over(i), blur: () => heard.over(null),
        click: () => heard.select(i),
      }, svg('title', {}, edge.title), svg('path', {class: 'ix-edge__reach', d: path}),
        svg('path', {class: 'ix-edge__line', d: path}),
        svg('polygon', {class: 'ix-edge__end', points: arrow(points, found.edges[i], look.vertical)}));
    });
    const boxes = model.services.map((service, i) => {
      const place = found.nodes.get(service.name);
      const [x, y] = look.vertical ? [place.across, place.along] : [place.along, place.across];
      return node(service, nodes[i].width, look, [x, y], heard);
    });
    drawing.append(...lines, ...boxes);
    return {drawing, lines, boxes};
  }

  function node(service, width, look, [x, y], heard) {
    const text = x - width / 2 + 8 + look.icon;
    return svg('g', {
      class: `ix-node ix-node_${service.kind}`, role: 'button', tabindex: -1,
      'aria-label': `${service.name}, ${service.what}`, 'data-node': service.name,
      mouseenter: () => heard.near(service.name), mouseleave: () => heard.near(null),
      focus: () => heard.near(service.name), blur: () => heard.near(null),
      click: () => heard.filter(service.name),
    }, svg('title', {}, `${service.name}: ${service.what}`),
      svg('rect', {
        x: x - width / 2, y: y - look.height / 2, width, height: look.height,
        rx: service.kind === 'test' ? look.height / 2 : 5,
      }),
      look.icon ? svg('text', {class: 'ix-node__icon', x: x - width / 2 + 10, y: y + 5},
        ICONS[service.kind] || ICONS.service) : null,
      svg('text', look.icon ? {class: 'ix-node__name', x: text + 4, y: y + 4.5}
        : {class: 'ix-node__name', x, y: y + 4, 'text-anchor': 'middle'},
        label(service.name, width, look)));
  }

  // Arrow keys move between the drawing's parts, of which one can be reached by the tab key.
  function keys(drawing, parts) {
    parts.forEach((part, i) => part.setAttribute('tabindex', i === 0 ? 0 : -1));
    drawing.addEventListener('keydown', (event) => {
      const at = parts.indexOf(event.target.closest('[role=button]'));
      const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
      if (at < 0) {
        return;
      }
      if (step) {
        const next = parts[(at + step + parts.length) % parts.length];
        parts[at].setAttribute('tabindex', -1);
        next.setAttribute('tabindex', 0);
        next.focus();
        event.preventDefault();
      } else if (event.key === 'Enter' || event.key === ' ') {
        parts[at].dispatchEvent(new MouseEvent('click', {bubbles: true}));
        event.preventDefault();
      }
    });
  }

  function sample(classes, text) {
    return el('li', {class: 'ix-legend__item'},
      svg('svg', {width: 30, height: 10, class: 'ix-drawing', 'aria-hidden': 'true'},
        svg('g', {class: 'ix-edge ' + classes},
          svg('path', {class: 'ix-edge__line', d: 'M1 5L23 5'}),
          svg('polygon', {class: 'ix-edge__end', points: '29,5 21,1 21,9'}))), text);
  }

  function legend(model) {
    const has = (looks) => model.edges.some((edge) => edge.looks.includes(looks));
    const kind = (name) => model.edges.some((edge) => edge.kind === name);
    return el('ul', {class: 'ix-legend'},
      kind('HTTP') ? sample('ix-edge_http', 'HTTP, each call is seen') : null,
      kind('TCP') ? sample('ix-edge_tcp', 'other TCP, unread') : null,
      has('ix-edge_test') ? sample('ix-edge_http ix-edge_test', 'the test itself') : null,
      has('ix-edge_told') ? sample('ix-edge_told', 'only told of, not observed') : null,
      has('ix-edge_gap') ? sample('ix-edge_http ix-edge_gap', 'has empty cells') : null,
      has('ix-edge_bad') ? sample('ix-edge_http ix-edge_bad', 'has findings') : null);
  }

  // The drawing of a model, for a width. What is heard: over an edge, select it, near a service,
  // filter by it.
  trestle.graph = function (model, heard) {
    const box = el('div', {class: 'ix-graph'});
    let lines = [];
    let boxes = [];
    const mark = (chosen) => {
      lines.forEach((each, i) => each.classList.toggle('ix-edge_on', chosen(model.edges[i], i)));
      box.classList.toggle('ix-graph_marked', lines.some((each) => each.matches('.ix-edge_on')));
      boxes.forEach((each, i) => each.classList.toggle('ix-node_on', model.edges.some((edge, e) =>
        chosen(edge, e) && [edge.consumer, edge.provider].includes(model.services[i].name))));
    };
    return {
      element: el('div', {}, box, legend(model)),
      fit(width, narrow) {
        const drawn = draw(model, narrow ? NARROW : WIDE, width, heard);
        ({lines, boxes} = drawn);
        keys(drawn.drawing, boxes.concat(lines));
        box.replaceChildren(drawn.drawing);
      },
      mark,
      press(service) {
        boxes.forEach((each) => each.setAttribute('aria-pressed', each.dataset.node === service));
      },
    };
  };
})(window.trestle);
