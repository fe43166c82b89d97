'use strict';
/**
 * 显示 in my.html: shows which look is chosen, and chooses, at once. What there is to choose is in the page; look.js keeps it.
 *
 * PracticeLookPage.bind(box, changed) → {isEmpty, clear, draw}; changed() is told of every change, wherever it was made.
 */
var PracticeLookPage = (() => {
  const NAMES = Object.keys(PracticeLook.now());

  function bind(box, changed) {
    const fields = box.querySelector('form').elements;

    function draw() {
      NAMES.forEach((name) => { fields[name].value = PracticeLook.now()[name]; });
      box.hidden = false;
    }

    box.addEventListener('change', () => {
      PracticeLook.choose(Object.assign({}, ...NAMES.map((name) => ({ [name]: fields[name].value }))), true);
    });
    box.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('look', () => { draw(); changed(); }); // the link in the header, another tab, 全部清除
    box.querySelector('[data-look-apart]').hidden = !PracticeLook.apart;
    return { isEmpty: () => !PracticeLook.isKept(), clear: () => PracticeLook.choose(PracticeLook.parse('normal'), true), draw };
  }

  return { bind };
})();
