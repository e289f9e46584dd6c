// The tab that shows which connections a run used, and which failures of each it tried.
(function (trestle) {
  'use strict';

  const {el, plural} = trestle;
  const NARROW = 700;
  const WHAT = {
    test: 'the test itself', service: 'a service', database: 'a database', broker: 'a message broker',
    mailbox: 'the mailbox', stub: 'a third party, served from stubs',
  };

  function looks(edge, bad) {
    const empty = edge.empty.length > 0 && 'ix-edge_gap';
    return [bad && 'ix-edge_bad', !bad && empty, edge.consumer === 'test' && 'ix-edge_test',
      !edge.observed && 'ix-edge_told'].filter(Boolean).join(' ');
  }

  function title(edge) {
    const state = !edge.observed ? 'not observed'
      : edge.consumer === 'test' ? 'the test’s own calls'
        : edge.empty.length ? `${plural(edge.empty.length, 'empty cell')}: ${edge.empty.join(', ')}`
          : 'no empty cell';
    return `${edge.name} (${edge.kind}): ${state}`;
  }

  function edgesOf(data, findings) {
    return data.edges.map((edge, index) => {
      const whole = {observed: true, unattributed: [], applicable: [], ...edge, index};
      whole.name = `${edge.consumer} → ${edge.provider}`;
      whole.empty = whole.applicable.filter((word) => !whole.outcomes[word]);
      const between = (each) => each.consumer === edge.consumer && each.provider === edge.provider;
      whole.looks = looks(whole, findings.some(between));
      whole.title = title(whole);
      return whole;
    });
  }

  function servicesOf(data) {
    const known = (data.services || []).map((service) => ({...service}));
    const names = new Set(known.map((service) => service.name));
    data.edges.flatMap((edge) => [edge.consumer, edge.provider])
      .filter((name) => !names.has(name) && names.add(name))
      .forEach((name) => known.push(
        {name, kind: name === 'test' ? 'test' : 'service', operations: 0, neverCalled: []}));
    known.sort((a, b) => (b.kind === 'test') - (a.kind === 'test'));
    return known.map((service) => ({...service, what: WHAT[service.kind] || service.kind}));
  }

  function model({interactions: data, links}) {
    const contracts = data.contracts && data.contracts.mode !== 'off' ? data.contracts : null;
    const findings = (data.lost || []).concat((contracts && contracts.findings) || []);
    const names = data.scenarios || {};
    const places = new Map(); // A name that several have tells no place.
    Object.entries(names).forEach(([place, name]) => places.set(name, places.has(name) ? undefined : place));
    const edges = edgesOf(data, findings);
    return {
      edges, contracts, lost: data.lost || [], services: servicesOf(data),
      cells: data.coverage || {all: 0, filled: 0},
      outcomes: trestle.OUTCOMES.filter(({word}) => word !== 'contract-checked' || edges.some((edge) =>
        edge.applicable.includes(word) || edge.outcomes[word])),
      // By its place, or by its name where that is all that is known.
      scenario(key) {
        const place = Object.hasOwn(names, key) ? key : places.get(key);
        const id = place !== undefined && Object.hasOwn(links, place) ? links[place] : undefined;
        return {
          name: place === undefined ? key : names[place], place,
          link: id && `#testresult/${encodeURIComponent(id)}`,
        };
      },
    };
  }

  function tile(number, text, target, looks) {
    return el('button', {type: 'button', class: `ix-tile ${looks || ''}`, click: () => {
      target.scrollIntoView();
      target.focus({preventScroll: true});
    }}, el('b', {}, number), el('span', {}, text));
  }

  // As much as there is, rounded down: only all is 100 %.
  function percent({all, filled}) {
    return all ? `${Math.floor((filled * 1000) / all) / 10} %` : '–';
  }

  function summary(shown, findings, sections) {
    const {all, filled} = shown.cells;
    const never = shown.services.reduce((sum, each) => sum + each.neverCalled.length, 0);
    const share = all ? (filled / all) * 100 : 0;
    return el('div', {class: 'ix-summary'},
      el('div', {class: 'ix-share'}, el('b', {}, percent(shown.cells)),
        el('span', {}, all ? `of ${plural(all, 'cell')} filled` : 'no connection between services'),
        el('span', {class: 'ix-bar', 'aria-hidden': 'true'}, el('span', {style: `width:${share}%`}))),
      tile(shown.edges.length, shown.edges.length === 1 ? 'connection' : 'connections', sections.graph),
      tile(all - filled, all - filled === 1 ? 'empty cell' : 'empty cells', sections.matrix,
        all - filled ? 'ix-tile_gap' : ''),
      tile(never, never === 1 ? 'operation never called' : 'operations never called', sections.operations,
        never ? 'ix-tile_gap' : ''),
      tile(findings.count, findings.count === 1 ? 'finding' : 'findings', sections.findings,
        findings.count ? 'ix-tile_bad' : ''));
  }

  function section(name, ...children) {
    return el('section', {class: 'ix-section', tabindex: -1, 'aria-label': name}, el('h2', {}, name), children);
  }

  function checked({contracts}) {
    return contracts ? el('p', {class: 'ix-soft'}, `Contracts: ${plural(contracts.checked || 0, 'call')} `
      + `checked, ${(contracts.unchecked || 0).toLocaleString('en')} not.`) : null;
  }

  function filters(shown, choose) {
    const chip = el('button', {type: 'button', class: 'ix-button ix-chip', hidden: true,
      click: () => choose({service: null})});
    const gaps = el('button', {type: 'button', class: 'ix-button', 'aria-pressed': 'false',
      hidden: shown.edges.every((edge) => edge.empty.length === 0),
      click: () => choose({gaps: gaps.getAttribute('aria-pressed') !== 'true'})}, 'Only with empty cells');
    return {
      element: el('div', {class: 'ix-filters'}, gaps, chip),
      show(state) {
        gaps.setAttribute('aria-pressed', state.gaps);
        chip.hidden = !state.service;
        chip.textContent = `Only ${state.service || ''} ✕`;
      },
    };
  }

  function page(shown) {
    const state = {over: null, selected: null, near: null, service: null, gaps: false};
    const touches = (edge, name) => edge.consumer === name || edge.provider === name;
    const mark = () => {
      const chosen = (edge, i) => i === state.over || (state.over === null
        && (i === state.selected || (state.near !== null && touches(edge, state.near))));
      graph.mark(chosen);
      matrix.mark((edge, i) => i === state.over);
    };
    const choose = (change) => {
      Object.assign(state, change);
      controls.show(state);
      graph.press(state.service);
      matrix.show((edge) => (!state.gaps || edge.empty.length > 0)
        && (!state.service || touches(edge, state.service)));
    };
    const heard = (scrolls) => ({
      over(index) {
        state.over = index;
        mark();
      },
      near(name) {
        state.near = name;
        mark();
      },
      select(index) {
        state.selected = state.selected === index && !scrolls ? null : index;
        if (scrolls) {
          choose({service: null, gaps: false});
        }
        matrix.select(state.selected, scrolls);
        mark();
      },
      filter(name) {
        choose({service: state.service === name ? null : name});
      },
    });
    const graph = trestle.graph(shown, heard(true));
    const matrix = trestle.matrix(shown, heard(false));
    const controls = filters(shown, choose);
    const findings = trestle.findings(shown);
    const sections = {
      graph: section('Connections', graph.element),
      matrix: section('What was tried', el('p', {class: 'ix-soft'},
        'Each number is one of scenarios; open it to see them. An empty cell is a failure that no scenario '
        + 'tried. The test’s own calls are shown and need nothing.'), controls.element, matrix.element),
      findings: section('Findings', checked(shown), findings.element),
      operations: section('Operations', trestle.operations(shown)),
    };
    const order = findings.count
      ? [sections.findings, sections.graph, sections.matrix, sections.operations]
      : [sections.graph, sections.matrix, sections.operations, sections.findings];
    const element = el('div', {class: 'ix'}, el('h1', {}, 'Interactions'),
      summary(shown, findings, sections), order);
    return {element, graph};
  }

  function fitted({element, graph}) {
    let last = 0;
    const fit = () => {
      const width = Math.floor(element.clientWidth);
      if (width === last || width === 0) {
        return;
      }
      last = width;
      const narrow = width < NARROW;
      element.classList.toggle('ix_narrow', narrow);
      graph.fit(graph.element.clientWidth, narrow);
    };
    new ResizeObserver(fit).observe(element);
    fit();
  }

  function read() {
    return window.reportData['data/interactions.json'].then((base64) =>
      model(JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))))));
  }

  class Interactions extends allure.components.AppLayout {
    loadData() {
      return read().then((found) => (this.shown = found));
    }

    getContentView() {
      return {template: () => '<div class="ix-place-of-tab"></div>'};
    }

    onViewReady() {
      const shown = page(this.shown);
      this.el.querySelector('.ix-place-of-tab').append(shown.element);
      fitted(shown);
    }
  }

  allure.api.addTranslation('en', {tab: {interactions: {name: 'Interactions'}}});
  allure.api.addTab('interactions', {
    title: 'tab.interactions.name',
    icon: 'fa fa-exchange',
    route: 'interactions',
    onEnter: () => new Interactions(),
  });
})(window.trestle);
