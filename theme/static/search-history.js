'use strict';
/**
 * What Back returns to: each query that was sent off, each filter and order; the choice in the address, and with it, in the entry of the history, how far the reader was.
 * Some browsers forbid to change the address on file://; the entry alone then holds all. Nothing is stored elsewhere.
 */
var PracticeHistory = (() => {
  const PAUSE = 250;

  /** @returns {{choice: Choice, limit: number, opened: string[], openedFacets: string[], scroll: number, at: string}|null} */
  function entry() {
    const known = history.state && history.state.search;
    return known && known.choice && Array.isArray(known.opened) ? known : null;
  }

  /** @param {'replaceState'|'pushState'} way whether Back leads to what was asked before */
  function write(way, known, address) {
    try {
      history[way]({ search: known }, '', address);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
      history[way]({ search: known }, '');
    }
  }

  /** Notes the place on the page whenever the reader has moved to it, or leaves by a hit. `describe()` → the entry. */
  function follow(describe) {
    let timer = 0;
    const note = () => {
      clearTimeout(timer);
      history.replaceState({ search: describe() }, '');
    };
    history.scrollRestoration = 'manual';
    window.addEventListener('scroll', () => { clearTimeout(timer); timer = setTimeout(note, PAUSE); }, { passive: true });
    window.addEventListener('pagehide', note);
    document.addEventListener('click', (event) => { if (event.target.closest('a')) note(); });
  }

  return { entry, write, follow };
})();
