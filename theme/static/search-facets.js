'use strict';
/**
 * Draws the facets of an answer as chips with counts. `desk` is what the page lends: {state, run(), ask(text)}. A field
 * typed in the query is a pressed chip too; to take it off mends the query.
 */
var PracticeFacets = (() => {
  const CHIPS = 7;
  /** The facet that every page has. */
  const EVERYWHERE = '类型';
  const { element } = PracticeView;
  const { withField } = PracticeAddress;

  /** Draws all chips anew. One that had the focus has it again on its new self; when it is gone, `fallback` has it. */
  function renew(box, chips, answer, desk, fallback) {
    const focused = chips.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    chips.textContent = '';
    chips.append(...draw(answer, desk));
    box.hidden = !chips.childNodes.length;
    const pressed = chips.querySelectorAll('[aria-pressed=true]').length;
    box.querySelector('summary').textContent = '筛选' + (pressed ? '（已选 ' + pressed + ' 项）' : '');
    const again = Array.from(chips.querySelectorAll('.chip')).find((button) => focused && button.dataset.value === focused);
    if (focused) (again || fallback).focus({ preventScroll: true });
  }

  /** The nodes of all facets that still divide the results, or by which they are filtered. */
  function draw({ facets, total, asked }, desk) {
    const marked = facets.map(([name, values]) => [name, withPressed(name, values, asked.fields, desk.state)]);
    const useful = marked.filter(([, values]) => divides(values, total) || values.some(({ isChosen, typed }) => isChosen || typed));
    return [].concat(...useful.map(([name, values]) => [element('h2', {}, name), ...noteOn(name, values), drawFacet(name, values, desk)]));
  }

  /** A page has the values of a facet, or none of that facet at all (only cases have a province): what then is left out is said. */
  function noteOn(name, values) {
    const isAsked = values.some(({ isChosen, typed }) => isChosen || typed);
    return isAsked && name !== EVERYWHERE ? [element('p', { className: 'facet-note' }, '只列标有' + name + '的页面，按整页筛选')] : [];
  }

  /** Values that all stand on the same pages tell nothing apart: as many hits each, more than there are together. */
  function divides(values, total) {
    const counts = values.map(({ count }) => count);
    const sum = counts.reduce((all, count) => all + count, 0);
    return values.length > 1 && (sum <= total || counts.some((count) => count !== counts[0]));
  }

  /**
   * The values of a facet with how they are asked for: `isChosen` by a chip, `typed` what stands in the query for them.
   * What is asked for stays on the page when nothing is left of it, so that it can be taken off.
   */
  function withPressed(name, counted, fields, { chosen }) {
    const picked = chosen.filter(([facet]) => facet === name).map(([, value]) => value);
    const values = counted.map(([value, count]) => ({ value, count, isChosen: picked.includes(value), typed: '' }));
    const isLost = (value) => !values.some((known) => known.value === value);
    picked.filter(isLost).forEach((value) => values.push({ value, count: 0, isChosen: true, typed: '' }));
    fields.filter(([facet]) => facet === name).forEach(([, typed]) => {
      const meant = meantBy(typed, values);
      meant.forEach((value) => { value.typed = typed; });
      if (!meant.length) values.push({ value: typed, count: 0, isChosen: false, typed });
    });
    return values;
  }

  /** The value that is equal, else those that begin with what was typed, else those that hold it (search-query.js). */
  function meantBy(typed, values) {
    const ways = [({ value }) => value === typed, ({ value }) => value.startsWith(typed), ({ value }) => value.includes(typed)];
    return ways.map((way) => values.filter(way)).find((meant) => meant.length) || [];
  }

  function drawFacet(name, values, desk) {
    const all = values.map((value) => element('li', {}, chip(name, value, desk)));
    const isHidden = (item) => !desk.state.openedFacets.has(name) && !item.querySelector('[aria-pressed=true]');
    all.slice(CHIPS).forEach((item) => { item.hidden = isHidden(item); });
    const rest = all.some((item) => item.hidden) ? [element('li', {}, restOfFacet(name, all, desk))] : [];
    return element('ul', {}, ...all, ...rest);
  }

  function restOfFacet(name, items, { state }) {
    const button = element('button', { type: 'button', className: 'chip chip-rest' }, '全部 ' + items.length + ' 项');
    button.addEventListener('click', () => {
      const [first] = items.filter((item) => item.hidden);
      state.openedFacets.add(name);
      items.forEach((item) => { item.hidden = false; });
      button.parentNode.remove();
      first.querySelector('button').focus();
    });
    return button;
  }

  function chip(name, value, desk) {
    const button = element('button', { type: 'button', className: 'chip' },
      element('span', {}, value.value), element('b', {}, String(value.count)));
    button.dataset.value = name + ':' + value.value;
    button.setAttribute('aria-pressed', String(value.isChosen || Boolean(value.typed)));
    button.addEventListener('click', () => onChip(name, value, desk));
    return button;
  }

  function onChip(name, { value, isChosen, typed }, { state, run, ask }) {
    const rest = state.chosen.filter(([facet, other]) => facet !== name || other !== value);
    state.chosen = isChosen || typed ? rest : rest.concat([[name, value]]);
    if (typed) ask(withField(state.text, name, typed, ''));
    else run();
  }

  return { renew };
})();
