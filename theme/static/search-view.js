'use strict';
/**
 * Draws answers of PracticeSearch on search.html. `state` is what the reader chose (search-page.js); `run` asks again
 * after a choice. Text reaches the page through textContent and text nodes only.
 */
var PracticeView = (() => {
  const HITS_OF_A_PAGE = 3;
  const CHIPS = 7;
  const OPENING = '开头';
  const MATCHES = { exact: '', words: '各词都有，但不连在一起' };

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /** The nodes of all results: one kind of match after the other, then what else can be done. */
  function results({ hits, total, missing }, state, run) {
    const drawn = Object.keys(MATCHES).map((match) => drawMatch(match, hits.filter((hit) => hit.match === match), state));
    const nodes = [].concat(...drawn);
    if (!missing.length && total > hits.length) nodes.push(moreButton(state, run));
    if (!missing.length && !total) nodes.push(advice(state));
    return nodes;
  }

  function advice(state) {
    const terms = element('a', { href: 'terms.html' }, '术语');
    const cases = element('a', { href: 'cases/index.html' }, '案例');
    const filtered = Object.keys(state.facets).length ? '去掉筛选，' : '';
    const [said, advised] = nothingFound(state.text.trim().split(/\s+/));
    return element('p', {}, said + '可以' + filtered + advised + '，或者从', terms, '、', cases, '里找。');
  }

  /** What is true of a query without hits, and what may help. */
  function nothingFound(words) {
    if (words.every((word) => /^[-－−]/.test(word))) return ['这里只有不要的词。', '加上一个要找的词'];
    if (words.length > 1) return ['没有一处同时有这几个词。', '少写一个词'];
    return ['本库里没有连着的这几个字。', '换一个短一些的词，用空格把几个词隔开'];
  }

  function moreButton(state, run) {
    const button = element('button', { type: 'button', className: 'search-more' }, '显示更多');
    button.addEventListener('click', () => { state.limit += state.step; run(); });
    return button;
  }

  /** The hits of one kind of match, page by page in the order of their best hit. */
  function drawMatch(match, hits, state) {
    if (!hits.length) return [];
    const pages = new Map();
    hits.forEach((hit) => pages.set(hit.page, (pages.get(hit.page) || []).concat(hit)));
    const groups = Array.from(pages.values(), (group) => drawGroup(match, group, state));
    return MATCHES[match] ? [element('h2', { className: 'search-match' }, MATCHES[match]), ...groups] : groups;
  }

  function drawGroup(match, hits, state) {
    const [{ page, title, type }] = hits;
    const opening = hits.find(({ heading }) => heading === title);
    const name = opening ? drawPieces(opening.headingPieces) : [title];
    const heading = element('h3', {}, element('a', { href: page }, ...name), element('span', { className: 'badge' }, type));
    const list = element('ol', { className: 'search-hits' });
    const group = element('section', { className: 'search-group' }, heading, list);
    const key = match + page;
    const isOpen = state.opened.has(key) || hits.length <= HITS_OF_A_PAGE + 1;
    list.append(...(isOpen ? hits : hits.slice(0, HITS_OF_A_PAGE)).map(drawHit));
    if (!isOpen) group.append(restButton(key, hits, list, state));
    return group;
  }

  function restButton(key, hits, list, state) {
    const button = element('button', { type: 'button', className: 'search-more' }, '本页还有 ' + (hits.length - HITS_OF_A_PAGE) + ' 处');
    button.addEventListener('click', () => {
      state.opened.add(key);
      const rest = hits.slice(HITS_OF_A_PAGE).map(drawHit);
      list.append(...rest);
      button.remove();
      rest[0].querySelector('a').focus();
    });
    return button;
  }

  function drawHit({ page, place, title, heading, headingPieces, excerpt }) {
    const name = heading === title ? [[OPENING, false]] : headingPieces;
    const link = element('a', { href: page + '#' + encodeURIComponent(place) }, ...drawPieces(name));
    link.dataset.searchHit = '';
    return element('li', {}, link, element('p', {}, ...drawPieces(excerpt)));
  }

  function drawPieces(pieces) {
    return pieces.map(([text, isHit]) => (isHit ? element('mark', {}, text) : text));
  }

  /** The nodes of all facets that still divide the results, or by which they are filtered. */
  function facets({ facets: counted, total }, state, run) {
    const useful = counted.filter(([name, values]) => divides(values, total) || (state.facets[name] || []).length);
    return [].concat(...useful.map(([name, values]) => [element('h2', {}, name), drawFacet(name, values, state, run)]));
  }

  /** Values that all stand on the same pages tell nothing apart: as many hits each, more than there are together. */
  function divides(values, total) {
    const counts = values.map(([, count]) => count);
    const sum = counts.reduce((all, count) => all + count, 0);
    return values.length > 1 && (sum <= total || counts.some((count) => count !== counts[0]));
  }

  function drawFacet(name, values, state, run) {
    const all = withChosen(name, values, state).map(([value, count]) => element('li', {}, chip(name, value, count, state, run)));
    const isHidden = (item) => !state.openedFacets.has(name) && !item.querySelector('[aria-pressed=true]');
    all.slice(CHIPS).forEach((item) => { item.hidden = isHidden(item); });
    const rest = all.some((item) => item.hidden) ? [element('li', {}, restOfFacet(name, all, state))] : [];
    return element('ul', {}, ...all, ...rest);
  }

  function restOfFacet(name, items, state) {
    const button = element('button', { type: 'button', className: 'chip chip-rest' }, '全部 ' + items.length + ' 项');
    button.addEventListener('click', () => {
      state.openedFacets.add(name);
      items.forEach((item) => { item.hidden = false; });
      button.parentNode.remove();
    });
    return button;
  }

  /** A chosen value stays on the page when nothing is left of it, so that it can be taken off. */
  function withChosen(name, values, state) {
    const lost = (state.facets[name] || []).filter((value) => !values.some(([counted]) => counted === value));
    return values.concat(lost.map((value) => [value, 0]));
  }

  function chip(name, value, count, state, run) {
    const chosen = state.facets[name] || [];
    const isChosen = chosen.includes(value);
    const button = element('button', { type: 'button', className: 'chip' }, element('span', {}, value), element('b', {}, String(count)));
    button.dataset.value = name + ':' + value;
    button.setAttribute('aria-pressed', String(isChosen));
    button.addEventListener('click', () => {
      const rest = isChosen ? chosen.filter((other) => other !== value) : chosen.concat(value);
      if (rest.length) state.facets[name] = rest;
      else delete state.facets[name];
      state.limit = state.step;
      run();
    });
    return button;
  }

  return { results, facets };
})();
