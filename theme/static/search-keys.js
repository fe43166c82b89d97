'use strict';
/** Keys on search.html: Down and Up go through field, questions that others ask, and hits; Enter on a hit is the link's own; Escape returns to the field. Who comes from the search of another page begins where the field is. */
var PracticeKeys = (() => {
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  /** @param {HTMLElement} field @param {HTMLElement} results holds the hits, drawn anew with every answer */
  function bind(field, results) {
    document.addEventListener('keydown', (event) => {
      const stops = [field].concat(Array.from(results.querySelectorAll('[data-search-hit], [data-search-asked-also]')));
      const isFresh = document.activeElement === document.body && window.pageYOffset === 0;
      const at = isFresh ? 0 : stops.indexOf(document.activeElement);
      const step = STEPS[event.key];
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'Escape' && at > 0) {
        field.focus();
      } else if (step && at >= 0 && stops[at + step]) {
        event.preventDefault();
        stops[at + step].focus();
      }
    });
  }

  return { bind };
})();
