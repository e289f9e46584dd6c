// The matrix of connections and outcomes; each cell opens the scenarios that it stands for.
(function (trestle) {
  'use strict';

  const {el, plural} = trestle;

  trestle.OUTCOMES = [
    {word: 'exercised', text: 'exercised', what: 'it was used, whatever came of it'},
    {word: 'slow', text: 'slow', what: 'the answer came late'},
    {word: 'timed-out', text: 'timed out', what: 'no answer came'},
    {word: 'refused', text: 'refused', what: 'the connection was refused or reset'},
    {word: 'error-status', text: 'error status', what: 'the answer was a status of 500 or more'},
    {word: 'malformed', text: 'malformed', what: 'the answer was not what its reader can read'},
    {word: 'unauthorized', text: 'unauthorized', what: 'the answer was 401 or 403'},
    {word: 'contract-checked', text: 'contract checked', what: 'checked against the provider’s document'},
  ];

  // The step that would fill an empty cell.
  function step(edge, word) {
    const [from, to] = [`"${edge.consumer}"`, `"${edge.provider}"`];
    if (edge.kind !== 'HTTP') {
      return {
        slow: `Given the connection from ${from} to ${to} is slowed by 200 ms`,
        refused: `Given the connection from ${from} to ${to} is cut`,
      }[word];
    }
    return {
      slow: `Given ${to} takes 200 ms to answer ${from}`,
      'timed-out': `Given ${to} never answers ${from}`,
      refused: `Given ${to} refuses the connections of ${from}`,
      'error-status': `Given ${to} answers 503 to ${from}`,
      malformed: `Given ${to} answers ${from} with malformed JSON`,
      unauthorized: `Given ${to} answers 401 to ${from}`,
    }[word];
  }

  // What a cell shows: filled, empty, or none where there is nothing to ask.
  trestle.cell = function (edge, word) {
    const scenarios = edge.outcomes[word];
    if (scenarios) {
      return {state: 'filled', scenarios, more: edge.unattributed.includes(word)};
    }
    const state = edge.applicable.includes(word) ? 'empty' : 'none';
    return {state, scenarios: [], more: false};
  };

  function shown(cell) {
    if (cell.state === 'filled') {
      return cell.scenarios.length === 0 ? 'seen' : cell.scenarios.length + (cell.more ? '+' : '');
    }
    return cell.state === 'empty' ? 'empty' : '–';
  }

  function told(cell) {
    if (cell.state === 'filled') {
      return cell.scenarios.length === 0 ? 'seen, in which scenario is not known'
        : plural(cell.scenarios.length, 'scenario') + (cell.more ? ' and more that are not known' : '');
    }
    return cell.state === 'empty' ? 'empty, no scenario tried it' : 'not applicable';
  }

  function panel(model, edge, outcome, close) {
    const cell = trestle.cell(edge, outcome.word);
    const more = 'It was also seen when it was not known which scenario caused it.';
    const only = 'It was seen, but it is not known which scenario caused it: what passes is not read, '
      + 'or its calls carried no trace.';
    return el('div', {class: 'ix-panel', role: 'region', 'aria-label': `${edge.name}, ${outcome.text}`},
      el('div', {class: 'ix-panel__head'},
        el('strong', {}, `${edge.name} · ${outcome.text}`), el('span', {class: 'ix-soft'}, outcome.what),
        el('button', {type: 'button', class: 'ix-button ix-panel__close', click: close}, 'Close')),
      cell.state === 'empty' ? missing(edge, outcome) : null,
      cell.scenarios.length ? trestle.scenarios(model, cell.scenarios) : null,
      cell.more ? el('p', {class: 'ix-soft'}, cell.scenarios.length ? more : only) : null);
  }

  function missing(edge, outcome) {
    const given = step(edge, outcome.word);
    return el('div', {},
      el('p', {}, given ? 'No scenario of this run tried it. A scenario with this step does:'
        : 'No scenario of this run did.'),
      given ? el('pre', {class: 'ix-code'}, given) : null);
  }

  // The matrix of a model. What is heard: over an edge, select it.
  trestle.matrix = function (model, heard) {
    let open = null;
    const rows = [];

    function close() {
      if (open) {
        open.row.remove();
        open.button.setAttribute('aria-expanded', 'false');
        const button = open.button;
        open = null;
        button.focus();
      }
    }

    function toggle(edge, outcome, button) {
      const same = open && open.button === button;
      close();
      if (!same) {
        const row = el('tr', {class: 'ix-matrix__open', role: 'row'},
          el('td', {colspan: model.outcomes.length + 1, role: 'cell'}, panel(model, edge, outcome, close)));
        rows[edge.index].after(row);
        button.setAttribute('aria-expanded', 'true');
        open = {row, button};
      }
    }

    function cell(edge, outcome) {
      const found = trestle.cell(edge, outcome.word);
      const spoken = `${edge.name}, ${outcome.text}: ${told(found)}`;
      return el('td', {class: `ix-cell ix-cell_${found.state}`, role: 'cell', 'data-outcome': outcome.text},
        found.state === 'none'
          ? el('span', {class: 'ix-cell__text', title: told(found), 'aria-label': spoken, role: 'img'}, '–')
          : el('button', {
            type: 'button', class: 'ix-cell__text', 'aria-expanded': 'false', 'aria-label': spoken,
            title: told(found),
            click: (event) => toggle(edge, outcome, event.currentTarget),
          }, shown(found)));
    }

    function row(edge) {
      const calls = edge.kind === 'HTTP' && edge.observed ? ` · ${plural(edge.count, 'call')}` : '';
      const before = model.edges[edge.index - 1];
      const begins = before && before.consumer !== edge.consumer ? ' ix-row_first' : '';
      return el('tr', {
        class: 'ix-row' + begins, role: 'row', 'data-edge': edge.index,
        mouseenter: () => heard.over(edge.index), mouseleave: () => heard.over(null),
      }, el('th', {scope: 'row', role: 'rowheader'}, el('div', {class: 'ix-row__head'},
        el('button', {
          type: 'button', class: 'ix-row__name', 'aria-pressed': 'false', title: edge.title,
          focus: () => heard.over(edge.index), blur: () => heard.over(null),
          click: () => heard.select(edge.index),
        }, el('span', {}, edge.consumer), el('span', {class: 'ix-row__to', 'aria-label': 'to'}, '→'),
        el('span', {}, edge.provider)),
      el('span', {class: 'ix-soft ix-row__kind'},
        edge.kind + calls + (edge.observed ? '' : ' · not observed')))),
      model.outcomes.map((outcome) => cell(edge, outcome)));
    }

    model.edges.forEach((edge) => (rows[edge.index] = row(edge)));
    const head = el('tr', {role: 'row'}, el('th', {scope: 'col', role: 'columnheader'}, 'Connection'),
      model.outcomes.map((outcome) =>
        el('th', {scope: 'col', role: 'columnheader', title: outcome.what}, outcome.text)));
    const element = el('div', {class: 'ix-matrix', keydown: (event) => {
      if (event.key === 'Escape') {
        close();
      }
    }}, el('table', {role: 'table', 'aria-label': 'Connections and what was tried on each'},
      el('thead', {role: 'rowgroup'}, head), el('tbody', {role: 'rowgroup'}, rows)));
    return {
      element,
      mark(chosen) {
        rows.forEach((each, i) => each.classList.toggle('ix-row_on', chosen(model.edges[i], i)));
      },
      select(index, scrolls) {
        rows.forEach((each, i) => {
          each.classList.toggle('ix-row_selected', i === index);
          each.querySelector('.ix-row__name').setAttribute('aria-pressed', i === index);
        });
        if (scrolls && index !== null) {
          rows[index].scrollIntoView({block: 'center'});
        }
      },
      show(wanted) {
        close();
        rows.forEach((each, i) => (each.hidden = !wanted(model.edges[i])));
      },
    };
  };
})(window.trestle);
