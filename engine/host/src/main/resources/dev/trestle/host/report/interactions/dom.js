// Elements whose texts are texts: nothing that a service or scenario is called is read as markup.
window.trestle = {};
(function (trestle) {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';

  function filled(element, attributes, children) {
    Object.entries(attributes).forEach(([name, value]) => {
      if (typeof value === 'function') {
        element.addEventListener(name, value);
      } else if (value !== undefined && value !== null && value !== false) {
        element.setAttribute(name, value === true ? '' : value);
      }
    });
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  }

  // An element with attributes, listeners where a value is a function, and children.
  trestle.el = (tag, attributes = {}, ...children) =>
    filled(document.createElement(tag), attributes, children);

  // The same of SVG.
  trestle.svg = (tag, attributes = {}, ...children) =>
    filled(document.createElementNS(SVG, tag), attributes, children);

  trestle.plural = (count, one, many) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many || one + 's'}`;
})(window.trestle);
