'use strict';
/**
 * Brings what is shown of hits when they come near the reader's view, for each brings one script of texts. No DOM but
 * IntersectionObserver; without that everything is brought at once.
 *
 * PracticeReveal.create(show, onFailure) → {watch, start, all, forget}:
 *   show(hit) → Promise of what is shown of it; onFailure(error) when it did not come;
 *   start() before results are drawn anew; watch(node, hit, fill) calls fill(shown) once, at once when it is known;
 *   all() → Promise that all of them are known; forget() when the query changes.
 */
var PracticeReveal = (() => {
  const MARGIN = '600px 0px';

  function create(show, onFailure) {
    let known = new Map();
    let waiting = new Map();
    let watcher = null;

    function start() {
      if (watcher) watcher.disconnect();
      waiting = new Map();
      watcher = typeof IntersectionObserver === 'function' ? new IntersectionObserver(seen, { rootMargin: MARGIN }) : null;
    }

    function seen(entries) {
      entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => {
        const wanted = waiting.get(target);
        if (!wanted) return;
        waiting.delete(target);
        watcher.unobserve(target);
        bring(wanted.hit, wanted.fill);
      });
    }

    function watch(node, hit, fill) {
      const shown = known.get(keyOf(hit));
      if (shown) {
        fill(shown);
      } else if (watcher) {
        waiting.set(node, { hit, fill });
        watcher.observe(node);
      } else {
        bring(hit, fill);
      }
    }

    /** Brings what is still waited for, wherever it stands. */
    function all() {
      const wanted = Array.from(waiting.values());
      waiting.clear();
      return Promise.all(wanted.map(({ hit, fill }) => bring(hit, fill)));
    }

    async function bring(hit, fill) {
      const asked = known;
      try {
        const shown = await show(hit);
        asked.set(keyOf(hit), shown);
        fill(shown);
      } catch (error) {
        onFailure(error);
      }
    }

    return { watch, start, all, forget: () => { known = new Map(); } };
  }

  function keyOf({ page, anchor, match }) { return match + ' ' + page + '#' + anchor; }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeReveal;
