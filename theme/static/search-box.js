'use strict';
/**
 * Suggestions under the search field: the combobox pattern of WAI-ARIA with a list box. The focus stays in the field,
 * nothing is chosen until the reader chooses, and Enter without a choice is the form's own.
 *
 * PracticeBox.bind(field, list, {suggest, choose, onFailure}) → {close}: suggest(text) → Promise of [{text, kind}, …];
 *   choose(text) runs what was chosen; onFailure(error) is told when suggestions did not come.
 */
var PracticeBox = (() => {
  const PAUSE = 120;
  const { element } = PracticeView;

  function bind(field, list, { suggest, choose, onFailure }) {
    let turn = 0;
    let timer = 0;
    let options = [];
    let at = -1;

    function open(found) {
      options = found.map(({ text, kind }, index) => option(text, kind, index));
      at = -1;
      list.textContent = '';
      list.append(...options);
      list.hidden = !options.length;
      field.setAttribute('aria-expanded', String(!list.hidden));
      field.removeAttribute('aria-activedescendant');
    }

    function close() {
      turn += 1;
      clearTimeout(timer);
      if (options.length) open([]);
    }

    function option(text, kind, index) {
      const made = element('li', { id: list.id + '-' + index }, element('span', {}, text), element('span', { className: 'badge' }, kind));
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      made.dataset.text = text;
      return made;
    }

    async function ask() {
      turn += 1;
      const mine = turn;
      const text = field.value;
      try {
        const found = text.trim() ? await suggest(text) : [];
        const isTyped = found.length === 1 && found[0].text === text.trim();
        if (mine === turn && document.activeElement === field) open(isTyped ? [] : found);
      } catch (error) {
        if (mine === turn) close();
        onFailure(error);
      }
    }

    function typed(event) {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }

    /** One step on, round through the field itself: there nothing is chosen. */
    function move(step) {
      if (at >= 0) options[at].setAttribute('aria-selected', 'false');
      at = (at + 1 + step + options.length + 1) % (options.length + 1) - 1;
      if (at < 0) return field.removeAttribute('aria-activedescendant');
      options[at].setAttribute('aria-selected', 'true');
      options[at].scrollIntoView({ block: 'nearest' });
      return field.setAttribute('aria-activedescendant', options[at].id);
    }

    function take(text) {
      close();
      choose(text);
    }

    function onKey(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!options.length || event.isComposing) return;
      if (step) move(step);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && at >= 0) take(options[at].dataset.text);
      else return;
      event.preventDefault();
    }

    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-expanded', 'false');
    field.addEventListener('input', typed);
    field.addEventListener('compositionstart', close);
    field.addEventListener('compositionend', typed);
    field.addEventListener('keydown', onKey);
    field.addEventListener('blur', close);
    // The field keeps the focus while an option is pressed, else the list would be gone before the click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const chosen = event.target.closest('[role=option]');
      if (chosen) take(chosen.dataset.text);
    });
    return { close };
  }

  return { bind };
})();
