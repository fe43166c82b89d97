'use strict';
/**
 * 显示 in my.html: shows which look is chosen, and chooses, at once. What there is to choose is in the page; look.js keeps it.
 *
 * PracticeLookPage.bind(box, libraryId, changed) → {isEmpty, clear, draw, shelf}; changed() is told of every change, wherever it was made;
 *   `shelf` is what the file of everything (my-file.js) needs of a shelf: its one entry is a text as PracticeLook writes it.
 */
var PracticeLookPage = (() => {
  const NAMES = Object.keys(PracticeLook.now());

  function shelfOf(libraryId) {
    return {
      name: 'shijianku:' + libraryId + ':look', title: '显示', most: 1, same: () => true, merge: (here, given) => given,
      entries: () => (PracticeLook.isKept() ? [PracticeLook.write(PracticeLook.now())] : []),
      save: ([text = 'normal']) => PracticeLook.choose(PracticeLook.parse(text), true),
      readEntry(given, spoiled) {
        const isLook = typeof given === 'string' && PracticeLook.parse(given) !== null;
        if (!isLook) spoiled();
        return isLook ? given : null;
      },
    };
  }

  function bind(box, libraryId, changed) {
    const fields = box.querySelector('form').elements;

    function draw() {
      NAMES.forEach((name) => { fields[name].value = PracticeLook.now()[name]; });
      box.querySelector('[data-look-apart]').hidden = !PracticeLook.apart && !PracticeLook.handed();
      box.hidden = false;
    }

    box.addEventListener('change', () => {
      PracticeLook.choose(Object.assign({}, ...NAMES.map((name) => ({ [name]: fields[name].value }))), true);
    });
    box.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('look', () => { draw(); changed(); }); // the link in the header, another tab, 全部清除
    return { isEmpty: () => !PracticeLook.isKept(), clear: () => PracticeLook.choose(PracticeLook.parse('normal'), true), draw, shelf: shelfOf(libraryId) };
  }

  return { bind };
})();
