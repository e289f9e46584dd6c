// A layered layout of a directed graph, in the manner of Sugiyama: nodes in layers, so that edges lead
// from one to a later one; the order within layers with few crossings; then places near their
// neighbours. Along is the direction of the layers, across that of a layer.
(function (trestle) {
  'use strict';

  const SWEEPS = 24;
  const ROUNDS = 16;

  // The layer of each node: one after all that lead to it. Where edges go round, one of them leads back.
  function layersOf(nodes, edges) {
    const targets = new Map(nodes.map((node) => [node.id, []]));
    edges.forEach((edge) => targets.get(edge.from).push(edge.to));
    const state = new Map();
    const order = [];
    const back = new Set();
    const visit = (id) => {
      state.set(id, 'open');
      targets.get(id).forEach((to) => {
        if (state.get(to) === 'open') {
          back.add(id + '\n' + to);
        } else if (!state.has(to)) {
          visit(to);
        }
      });
      state.set(id, 'done');
      order.unshift(id);
    };
    nodes.forEach((node) => state.has(node.id) || visit(node.id));
    const hasFirst = nodes.some((node) => node.first);
    const layer = new Map(nodes.map((node) => [node.id, hasFirst && !node.first ? 1 : 0]));
    order.forEach((id) =>
      targets.get(id).forEach((to) => {
        if (!back.has(id + '\n' + to)) {
          layer.set(to, Math.max(layer.get(to), layer.get(id) + 1));
        }
      }));
    const middle = nodes.filter((node) => !node.last).map((node) => layer.get(node.id));
    const end = Math.max(-1, ...middle) + 1;
    nodes.filter((node) => node.last).forEach((node) => layer.set(node.id, end));
    return layer;
  }

  // Items of each layer: nodes, and places through which longer edges pass.
  function itemsOf(nodes, edges, layer, through) {
    const items = new Map();
    const layers = [];
    const add = (at, item) => {
      (layers[at] = layers[at] || []).push(item);
      return item;
    };
    nodes.forEach((node) =>
      items.set(node.id, add(layer.get(node.id), {node, size: node.across, next: [], former: []})));
    const chains = edges.map((edge) => {
      const backwards = layer.get(edge.from) > layer.get(edge.to);
      const [from, to] = backwards ? [edge.to, edge.from] : [edge.from, edge.to];
      const chain = [items.get(from)];
      for (let at = layer.get(from) + 1; at < layer.get(to); at++) {
        chain.push(add(at, {size: through, next: [], former: []}));
      }
      chain.push(items.get(to));
      const flat = layer.get(from) === layer.get(to);
      for (let i = 1; i < chain.length && !flat; i++) {
        chain[i - 1].next.push(chain[i]);
        chain[i].former.push(chain[i - 1]);
      }
      return {edge, chain, backwards, flat};
    });
    for (let at = 0; at < layers.length; at++) {
      layers[at] = layers[at] || [];
    }
    return {layers, chains};
  }

  function number(layers) {
    layers.forEach((layer) => layer.forEach((item, place) => (item.place = place)));
  }

  function crossings(layers) {
    let count = 0;
    layers.forEach((layer) => {
      const ends = layer.flatMap((item) => item.next.map((to) => to.place).sort((a, b) => a - b));
      for (let i = 0; i < ends.length; i++) {
        for (let j = i + 1; j < ends.length; j++) {
          count += ends[i] > ends[j] ? 1 : 0;
        }
      }
    });
    return count;
  }

  const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

  function ordered(layers) {
    number(layers);
    let best = layers.map((layer) => layer.slice());
    let least = crossings(layers);
    for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
      const down = sweep % 2 === 0;
      (down ? layers : layers.slice().reverse()).forEach((layer) => {
        layer.forEach((item) => {
          const beside = down ? item.former : item.next;
          item.wish = beside.length ? mean(beside.map((other) => other.place)) : item.place;
        });
        layer.sort((a, b) => a.wish - b.wish || a.place - b.place);
        layer.forEach((item, place) => (item.place = place));
      });
      const count = crossings(layers);
      if (count < least) {
        least = count;
        best = layers.map((layer) => layer.slice());
      }
    }
    number(best);
    return best;
  }

  // Puts a layer's items as near as can be to where they wish to be, in their order and with gaps: the
  // least squares of a monotone sequence, by pooling neighbours that are in the wrong order.
  function settle(layer, gap) {
    const pools = [];
    let offset = 0;
    layer.forEach((item, i) => {
      offset += i === 0 ? 0 : (layer[i - 1].size + item.size) / 2 + gap(layer[i - 1], item);
      item.offset = offset;
      pools.push({sum: item.wish - offset, items: [item]});
      while (pools.length > 1) {
        const [one, other] = pools.slice(-2);
        if (one.sum / one.items.length <= other.sum / other.items.length) {
          break;
        }
        pools.splice(-2, 2, {sum: one.sum + other.sum, items: one.items.concat(other.items)});
      }
    });
    pools.forEach((pool) =>
      pool.items.forEach((item) => (item.at = pool.sum / pool.items.length + item.offset)));
  }

  function placed(layers, gap) {
    layers.forEach((layer) => {
      layer.forEach((item) => (item.wish = 0));
      settle(layer, gap);
    });
    for (let round = 0; round < ROUNDS; round++) {
      (round % 2 ? layers.slice().reverse() : layers).forEach((layer) => {
        layer.forEach((item) => {
          const beside = item.former.concat(item.next);
          item.wish = beside.length ? mean(beside.map((other) => other.at)) : item.at;
        });
        settle(layer, gap);
      });
    }
    const least = Math.min(...layers.flat().map((item) => item.at - item.size / 2));
    layers.flat().forEach((item) => (item.at -= least));
  }

  // Where on the side of a node each of its edges begins or ends, in the order in which they come.
  function ports(chains, side) {
    const atNode = new Map();
    chains.filter((chain) => !chain.flat).forEach((chain) => {
      const path = side === 'next' ? chain.chain : chain.chain.slice().reverse();
      atNode.set(path[0], (atNode.get(path[0]) || []).concat({chain, other: path[1]}));
    });
    const found = new Map();
    atNode.forEach((ends, item) => {
      ends.sort((a, b) => a.other.at - b.other.at);
      const step = Math.min(7, (item.size - 12) / Math.max(1, ends.length - 1));
      ends.forEach((end, i) =>
        found.set(end.chain, item.at + (i - (ends.length - 1) / 2) * step));
    });
    return found;
  }

  // Lays a graph out.
  //   nodes  {id, along, across, first, last}: sizes; whether it is before or behind all others
  //   edges  {from, to}: ids
  //   room   {along, between, gap, through}: how long all layers are together, at least between two of
  //          them; the gap between nodes of a layer, and between edges that pass through it
  // Gives each node's middle, each edge's points (two of them straight through a layer), and the size.
  trestle.layout = function (nodes, edges, room) {
    const layer = layersOf(nodes, edges);
    const {layers: unordered, chains} = itemsOf(nodes, edges, layer, 1);
    const layers = ordered(unordered);
    placed(layers, (a, b) =>
      a.node && b.node ? room.gap : a.node || b.node ? room.gap * 0.75 : room.through);
    const thick = layers.map((items) =>
      Math.max(0, ...items.map((item) => (item.node ? item.node.along : 0))));
    const all = thick.reduce((sum, each) => sum + each, 0);
    const between = layers.length < 2 ? 0
      : Math.max(room.between, (room.along - all) / (layers.length - 1));
    const middles = [];
    thick.reduce((begin, each, i) => {
      middles[i] = begin + each / 2;
      return begin + each + between;
    }, 0);
    const out = ports(chains, 'next');
    const into = ports(chains, 'former');
    return {
      along: all + between * Math.max(0, layers.length - 1),
      across: Math.max(0, ...layers.flat().map((item) => item.at + item.size / 2)),
      nodes: new Map(layers.flatMap((items, i) => items.filter((item) => item.node)
        .map((item) => [item.node.id, {along: middles[i], across: item.at}]))),
      edges: chains.map((each) => {
        const {edge, chain, backwards, flat} = each;
        const first = layer.get(backwards ? edge.to : edge.from);
        const points = chain.flatMap((item, i) => {
          const at = flat ? first : first + i;
          const half = (item.node ? item.node.along : thick[at]) / 2;
          const begins = [middles[at] - half, item.at];
          const ends = [middles[at] + half, item.at];
          if (flat) {
            return [ends];
          }
          if (i === 0) {
            return [[ends[0], out.get(each)]];
          }
          return i === chain.length - 1 ? [[begins[0], into.get(each)]] : [begins, ends];
        });
        return {points, backwards, flat};
      }),
    };
  };
})(window.trestle);
