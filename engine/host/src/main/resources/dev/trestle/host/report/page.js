// Where Allure's application finds its data: in compressed blocks, opened when they are asked for.
(function () {
  'use strict';
  var blocks = {};
  var opened = {};

  window.d = function (key, base64) {
    blocks[key] = base64;
  };

  function bytes(base64) {
    var text = atob(base64);
    var array = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) {
      array[i] = text.charCodeAt(i);
    }
    return array;
  }

  function base64(array) {
    var text = '';
    for (var i = 0; i < array.length; i += 32768) {
      text += String.fromCharCode.apply(null, array.subarray(i, i + 32768));
    }
    return btoa(text);
  }

  function inflated(array) {
    var stream = new Blob([array]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).arrayBuffer();
  }

  // The files of a block by name. A line of names and lengths comes first.
  function files(buffer) {
    var array = new Uint8Array(buffer);
    var at = array.indexOf(10) + 1;
    var found = {};
    JSON.parse(new TextDecoder().decode(array.subarray(0, at))).forEach(function (file) {
      found[file[0]] = array.subarray(at, at + file[1]);
      at += file[1];
    });
    return found;
  }

  function open(key) {
    opened[key] = opened[key] || inflated(bytes(blocks[key])).then(files);
    return opened[key];
  }

  function file(key, name) {
    if (!Object.hasOwn(blocks, key)) {
      return undefined;
    }
    return open(key).then(function (found) {
      return found[name];
    });
  }

  // Results are in blocks by the first letters of their ids, as many letters as there are results.
  function result(id, name) {
    return file('results' + id.slice(0, 2), name) || file('results' + id.slice(0, 1), name)
      || file('results', name);
  }

  // A result's steps are written before its place among the others is known.
  function joined(parts) {
    return parts[1] ? new Blob([parts[0].subarray(0, -1), ',', parts[1].subarray(1)])
      : new Blob([parts[0]]);
  }

  function testCase(id, name) {
    var found = result(id, name);
    return found && Promise.all([found, file(id, 'steps')]).then(joined).then(function (blob) {
      return blob.arrayBuffer();
    }).then(function (buffer) {
      return new Uint8Array(buffer);
    });
  }

  function find(name) {
    var parts = /^data\/(test-cases|attachments)\/([^.-]+)/.exec(name);
    if (!parts) {
      return file(name, name);
    }
    return parts[1] === 'attachments' ? file(parts[2], name) : testCase(parts[2], name);
  }

  window.reportData = new Proxy({}, {
    get: function (target, name) {
      var found = typeof name === 'string' ? find(name) : undefined;
      return found && found.then(base64);
    },
  });
  window.reportDataReady = true;
})();
