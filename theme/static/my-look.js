'use strict';
/**
 * 显示 in my.html: shows which look is chosen, and chooses, at once. What there is to choose is in the page; look.js keeps it.
 *
 * PracticeLookStore.open(storage, libraryId) → a store whose one shelf is look.js's: its one entry is a text as PracticeLook writes it.
 * PracticeLookPage.bind(box, store, {changed}) → a section of my-page.js; changed() is told of every change, wherever it was made.
 */
var PracticeLookStore = (() => {
  function shelfOf(libraryId) {
    return {
      available: true, damaged: false, // where nothing can be stored the choice goes with the links
      isEmpty: () => !PracticeLook.isKept(),
      clear: () => PracticeLook.choose(PracticeLook.parse('normal'), true),
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

  return { open: (storage, libraryId) => ({ shelves: [shelfOf(libraryId)] }) };
})();

var PracticeLookPage = (() => {
  const NAMES = Object.keys(PracticeLook.now());

  function bind(box, store, { changed }) {
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
    return { stores: [store], takeIn: () => false, draw };
  }

  return { bind };
})();
