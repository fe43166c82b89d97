'use strict';
/** Asks PracticeSearch for `python -m generator bench search`: what a query loads, and how long the answer takes. */
var PracticeBench = (() => {
  const REPEATS = 3;
  let loaded = [];

  /** As in search-page.js, and takes down the name. */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      loaded.push(name);
      script.charset = 'utf-8';
      script.src = 'search/' + name + '.js';
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** Forgets every script that was loaded. */
  function forget() {
    PracticeSearch.useLoader(load);
  }

  async function ask(text) {
    loaded = [];
    const started = performance.now();
    const { total, missing } = await PracticeSearch.query(text, {});
    return { milliseconds: performance.now() - started, total, missing, loaded };
  }

  /** The answer with nothing loaded. */
  function cold(text) {
    forget();
    return ask(text);
  }

  /** @returns {Promise<number>} milliseconds of the answer when its scripts are loaded, the middle of three */
  async function warm(text) {
    await ask(text);
    const times = [];
    for (let turn = 0; turn < REPEATS; turn += 1) times.push((await ask(text)).milliseconds);
    return times.sort((a, b) => a - b)[REPEATS >> 1];
  }

  /** @returns {Promise<[string, string][]>} page and anchor of every exact hit */
  async function exact(text, limit) {
    const { hits } = await PracticeSearch.query(text, { limit, excerpts: false });
    return hits.filter((hit) => hit.match === 'exact').map(({ page, anchor }) => [page, anchor]);
  }

  /** Bytes of the heap of scripts; 0 where the browser does not tell. */
  function heap() {
    return performance.memory ? performance.memory.usedJSHeapSize : 0;
  }

  return { forget, cold, warm, exact, heap };
})();
