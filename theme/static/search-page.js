'use strict';
/**
 * Binds PracticeSearch to search.html: the address, results as one types, facets, order, keyboard, messages. What was
 * typed and what was found reach the page through textContent only.
 */
(() => {
  const PAUSE = 150;
  const STEP = 40;
  const SUGGESTED = 6;

  const part = (name) => document.querySelector('[data-search-' + name + ']');
  const [form, field, tools, status, facets, results] = ['form', 'field', 'tools', 'status', 'facets', 'results'].map(part);
  const sorts = Array.from(document.querySelectorAll('[data-search-sort]'));

  const state = { text: '', chosen: [], sort: 'relevance', limit: STEP, opened: new Set(), openedFacets: new Set() };
  const said = PracticeSaid.bind({ status, said: part('said'), missing: part('missing') });
  const desk = { state, run: step, ask: stepTo, more, reveal: PracticeReveal.create(PracticeSearch.show, said.lost) };
  /** Where the reader was, until what Back returns to is drawn again. */
  let coming = PracticeHistory.entry();
  let answer = null;
  let turn = 0;
  let timer = 0;
  /** Whether the reader has sent off what stands in the field: what is typed then is a new step of the history. */
  let isSettled = false;

  /** Runs search/<name>.js; classic scripts are the one thing a page on file:// may load. */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.charset = 'utf-8';
      script.src = 'search/' + name + '.js';
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function run(way = 'replaceState') {
    turn += 1;
    const mine = turn;
    PracticeHistory.write(way, describe(), PracticeAddress.write(state) || location.pathname.split('/').pop());
    if (!state.text.trim()) return clear();
    const { limit, sort } = state;
    const found = await PracticeSearch.query(state.text, { limit, sort, facets: PracticeAddress.facetsOf(state), excerpts: false });
    const offered = await offeredFor(found);
    if (mine === turn) draw(found, offered);
    return undefined;
  }

  /** What may be meant, where nothing was found or only what comes near: questions that readers ask, or else names of the library. */
  async function offeredFor({ hits, missing, unknown, questions, unfiltered }) {
    const isFound = hits.length ? hits[0].match !== 'near' : unfiltered > 0;
    if (isFound || missing.length || unknown.length || PracticeAdvice.isRefusal(state.text)) return [];
    if (questions.length) return [PracticeAdvice.ofQuestions(questions)];
    return PracticeSearch.nearest(state.text).then((names) => PracticeAdvice.ofNearest(names, hits.length > 0), (error) => { said.lost(error); return []; });
  }

  function clear() {
    answer = null;
    coming = null;
    said.nothing();
    facets.hidden = true;
    tools.classList.add('is-idle');
    results.textContent = '';
  }

  function describe() {
    const { text, chosen, sort, limit } = state;
    const focused = document.activeElement ? document.activeElement.dataset.searchHit : '';
    const [scroll, at] = coming ? [coming.scroll, coming.at] : [window.pageYOffset, focused || ''];
    const [opened, openedFacets] = [Array.from(state.opened), Array.from(state.openedFacets)];
    return { choice: { text, chosen, sort }, limit, opened, openedFacets, isFiltering: facets.open, scroll, at };
  }

  /** Another filter, order or query: Back leads to what there was before. */
  function step() {
    isSettled = true;
    return run('pushState');
  }

  /** The same query without its filters. */
  function unfiltered() {
    state.chosen = [];
    step();
    field.focus();
  }

  function stepTo(text) {
    isSettled = true;
    return ask(text, 'pushState');
  }

  function recall() {
    Object.assign(state, coming ? coming.choice : PracticeAddress.read(location.search));
    field.value = state.text;
    if (!coming) return;
    Object.assign(state, { limit: coming.limit, opened: new Set(coming.opened), openedFacets: new Set(coming.openedFacets) });
    facets.open = coming.isFiltering;
  }

  function draw(found, offered) {
    const hadFocus = results.contains(document.activeElement);
    answer = found;
    said.found(found, state.text);
    part('asked').textContent = PracticePrint.inWords(state, found);
    drawTools();
    PracticeFacets.renew(facets, part('chips'), found, desk, status);
    desk.reveal.start();
    results.textContent = '';
    results.append(...PracticeAdvice.ofNames(state.text, found));
    results.append(...found.unknown.map((field) => PracticeAdvice.ofUnknown(field, state.text, stepTo)));
    results.append(...offered);
    results.append(...PracticeView.results(found, desk));
    if (!found.total && !found.missing.length && !found.unknown.length) results.append(PracticeAdvice.ofNothing(found, state, unfiltered));
    if (hadFocus) status.focus({ preventScroll: true });
    if (coming) comeBack();
  }

  function comeBack() {
    const link = linkOf(coming.at);
    if (link) link.focus({ preventScroll: true });
    window.scrollTo(0, coming.scroll);
    coming = null;
  }

  function drawTools() {
    tools.classList.remove('is-idle');
    sorts[0].parentNode.classList.toggle('is-idle', !answer.total);
    sorts.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.searchSort === state.sort)));
    part('keep').hidden = !PracticeAddress.isKeepable(state);
    part('keep').href = PracticeAddress.keeping(state);
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (field.value === state.text) return;
      ask(field.value, isSettled ? 'pushState' : 'replaceState');
      isSettled = false;
    }, PAUSE);
  }

  function ask(text, way) {
    clearTimeout(timer);
    field.value = text;
    coming = null;
    said.renew();
    desk.reveal.forget();
    Object.assign(state, { text, limit: STEP, opened: new Set() });
    return run(way);
  }

  /** Back and Forward within the page. */
  function onReturn() {
    coming = PracticeHistory.entry();
    desk.reveal.forget();
    recall();
    isSettled = true;
    run();
  }

  /** The first of the hits that are new has the focus, for the button that had it is gone. */
  async function more() {
    const before = answer.hits.length;
    state.limit += STEP;
    await run();
    const next = answer && answer.hits[before];
    const link = next && (linkOf(next.page + '#' + next.anchor) || linkOf(next.page + '#', '^='));
    if (link) link.focus({ preventScroll: true });
  }

  function linkOf(key, relation = '=') {
    return key ? results.querySelector('[data-search-hit' + relation + '"' + CSS.escape(key) + '"]') : null;
  }

  /** Enter in the field, and a suggestion that was chosen, go to the first hit, and Enter there opens it. */
  async function submitted(text = field.value) {
    box.close();
    await ask(text, isSettled && text !== state.text ? 'pushState' : 'replaceState');
    isSettled = true;
    const first = results.querySelector('[data-search-hit], [data-search-asked-also]');
    if (first) first.focus();
  }

  PracticeSearch.useLoader(load);
  if (matchMedia('(max-width: 800px)').matches || document.documentElement.dataset.look === 'care') facets.open = false;
  recall();
  const suggest = (text) => PracticeSearch.suggest(text, SUGGESTED);
  const box = PracticeBox.bind(field, part('suggestions'), { suggest, choose: submitted, onFailure: said.lost });
  PracticeHistory.follow(describe);
  field.addEventListener('input', (event) => { if (!event.isComposing) typed(); });
  field.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => { event.preventDefault(); submitted(); });
  sorts.forEach((button) => button.addEventListener('click', () => { state.sort = button.dataset.searchSort; step(); }));
  PracticeKeys.bind(field, results);
  window.addEventListener('popstate', onReturn);
  PracticePrint.bind(part('print'), desk.reveal);
  isSettled = Boolean(state.text);
  if (!state.text) field.focus();
  run();
})();
