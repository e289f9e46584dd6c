// What is told in lists: scenarios, findings, operations.
(function (trestle) {
  'use strict';

  const {el, plural} = trestle;

  // The scenarios of a cell, each a link to its result where the report has it.
  trestle.scenarios = function (model, keys) {
    return el('ul', {class: 'ix-scenarios'}, keys.map((key) => {
      const scenario = model.scenario(key);
      return el('li', {},
        scenario.link ? el('a', {class: 'ix-link', href: scenario.link}, scenario.name) : scenario.name,
        scenario.place ? el('span', {class: 'ix-soft ix-place'}, scenario.place) : null);
    }));
  };

  function lost(consumer, calls) {
    const count = calls.reduce((sum, each) => sum + each.count, 0);
    return el('li', {class: 'ix-finding'},
      el('p', {}, el('strong', {}, consumer), ` dropped the trace of ${plural(count, 'call')}. `
        + 'It can be no scenario’s: a service hands on the header traceparent of what it is asked.'),
      el('ul', {class: 'ix-plain'}, calls.map((each) =>
        el('li', {}, el('code', {}, each.operation), ` of ${each.provider}`,
          el('span', {class: 'ix-soft'}, ` ${each.count} ×`)))));
  }

  function fact(name, value) {
    return value === undefined || value === null || value === '' ? []
      : [el('dt', {}, name), el('dd', {}, el('code', {}, String(value)))];
  }

  function contract(model, finding) {
    const status = finding.status ? ` ${finding.status}` : '';
    return el('li', {class: 'ix-finding'},
      el('p', {}, el('strong', {}, [finding.consumer, finding.provider].filter(Boolean).join(' → ')), ' ',
        el('code', {}, finding.operation || ''), ` ${finding.part || ''}${status}: ${finding.problem || ''}`,
        el('span', {class: 'ix-soft'}, ` ${finding.count || 1} ×`)),
      el('dl', {class: 'ix-facts'}, fact('at', finding.pointer), fact('expected', finding.expected),
        fact('actual', finding.actual), fact('document', finding.document)),
      (finding.scenarios || []).length
        ? el('details', {}, el('summary', {}, plural(finding.scenarios.length, 'scenario')),
          trestle.scenarios(model, finding.scenarios))
        : null);
  }

  // The findings: traces that were dropped, and contracts that were broken.
  trestle.findings = function (model) {
    const byConsumer = new Map();
    model.lost.forEach((each) =>
      byConsumer.set(each.consumer, (byConsumer.get(each.consumer) || []).concat(each)));
    const contracts = model.contracts ? model.contracts.findings || [] : [];
    const items = [...byConsumer].map(([consumer, calls]) => lost(consumer, calls))
      .concat(contracts.map((finding) => contract(model, finding)));
    const omitted = (model.contracts && model.contracts.omitted) || 0;
    if (omitted) {
      items.push(el('li', {class: 'ix-finding'}, `… and ${plural(omitted, 'more finding')}`));
    }
    return {
      count: byConsumer.size + contracts.length + omitted,
      element: items.length ? el('ul', {class: 'ix-findings'}, items)
        : el('p', {class: 'ix-soft'}, 'None: every service handed on the trace of what it was asked'
          + (model.contracts ? ', and every call that was checked kept its contract.' : '.')),
    };
  };

  function operation(name, edges) {
    const [method, ...path] = name.split(' ');
    const total = edges.reduce((sum, each) => sum + each.count, 0);
    return el('tr', {class: total ? '' : 'ix-never'},
      el('td', {}, el('code', {}, el('span', {class: 'ix-method'}, method), ' ', path.join(' '))),
      total ? [
        el('td', {class: 'ix-number'}, total.toLocaleString('en')),
        el('td', {class: 'ix-callers'}, edges.map((each) => el('span', {class: 'ix-caller'},
          `${each.consumer} `, el('b', {}, each.count.toLocaleString('en'))))),
      ] : el('td', {class: 'ix-callers', colspan: 2}, el('span', {class: 'ix-badge'}, 'never called')));
  }

  function provider(model, service) {
    const called = new Map();
    model.edges.filter((edge) => edge.provider === service.name).forEach((edge) =>
      edge.operations.forEach((each) => called.set(each.operation,
        (called.get(each.operation) || []).concat({consumer: edge.consumer, count: each.count}))));
    if (called.size + service.neverCalled.length === 0) {
      return null;
    }
    const rows = service.neverCalled.map((name) => operation(name, []))
      .concat([...called].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([name, edges]) => operation(name, edges)));
    return el('section', {class: 'ix-provider'},
      el('h3', {}, service.name, el('span', {class: 'ix-soft'}, service.operations
        ? ` ${service.operations - service.neverCalled.length} of ${plural(service.operations, 'operation')} called`
        : ' no OpenAPI document')),
      el('table', {class: 'ix-operations'},
        el('thead', {class: 'ix-hidden'}, el('tr', {}, el('th', {scope: 'col'}, 'operation'),
          el('th', {scope: 'col'}, 'calls'), el('th', {scope: 'col'}, 'by'))),
        el('tbody', {}, rows)));
  }

  // The operations of each provider: how often each was called and by whom, first those by nobody.
  trestle.operations = function (model) {
    return el('div', {class: 'ix-providers'},
      model.services.map((service) => provider(model, service)));
  };
})(window.trestle);
