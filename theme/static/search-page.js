'use strict';
/**
 * Binds PracticeSearch to search.html: ?q=, results as one types, facets, keyboard, messages. What was typed and what
 * was found reach the page through textContent only.
 */
(() => {
  const PAUSE = 150;
  const STEP = 40;
  const SHOWN_QUERY = 40;

  const part = (name) => document.querySelector('[data-search-' + name + ']');
  const form = part('form');
  const field = part('field');
  const status = part('status');
  const missing = part('missing');
  const facets = part('facets');
  const chips = part('chips');
  const results = part('results');

  const state = { text: '', facets: {}, step: STEP, limit: STEP, opened: new Set(), openedFacets: new Set() };
  let turn = 0;
  let timer = 0;

  /** Runs search/<name>.js; classic scripts are the one thing a page on file:// may load. */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.charset = 'utf-8';
      script.src = 'search/' + name + '.js';
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  async function run() {
    turn += 1;
    const mine = turn;
    remember();
    if (!state.text.trim()) return clear();
    const answer = await PracticeSearch.query(state.text, { limit: state.limit, facets: state.facets });
    if (mine === turn) draw(answer);
    return undefined;
  }

  function clear() {
    status.textContent = '';
    missing.hidden = true;
    facets.hidden = true;
    results.textContent = '';
  }

  /** Keeps query and facets in the address, so that Back returns to them. Some browsers forbid it on file://. */
  function remember() {
    const parameters = new URLSearchParams();
    if (state.text) parameters.set('q', state.text);
    Object.keys(state.facets).forEach((name) => state.facets[name].forEach((value) => parameters.append('f', name + ':' + value)));
    const address = parameters.toString();
    try {
      history.replaceState(null, '', address ? '?' + address : location.pathname.split('/').pop());
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  function recall() {
    const parameters = new URLSearchParams(location.search);
    field.value = parameters.get('q') || '';
    state.text = field.value;
    for (const entry of parameters.getAll('f')) {
      const [name, ...value] = entry.split(':');
      state.facets[name] = (state.facets[name] || []).concat(value.join(':'));
    }
  }

  function draw(answer) {
    status.textContent = summary(answer);
    missing.hidden = !answer.missing.length;
    missing.textContent = '检索文件 ' + answer.missing.join('、') + ' 缺失或不完整，结果不全。请重新复制整个资料文件夹。';
    drawFacets(answer);
    replace(results, PracticeView.results(answer, state, run));
  }

  /** A chip that had the focus has it again on its new self. */
  function drawFacets(answer) {
    const focused = chips.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    replace(chips, PracticeView.facets(answer, state, run));
    facets.hidden = !chips.childNodes.length;
    const again = Array.from(chips.querySelectorAll('.chip')).find((button) => focused && button.dataset.value === focused);
    if (again) again.focus();
  }

  function replace(box, nodes) {
    box.textContent = '';
    box.append(...nodes);
  }

  function summary({ total, pages, missing: files }) {
    const shown = Array.from(state.text.trim());
    const query = shown.length > SHOWN_QUERY ? shown.slice(0, SHOWN_QUERY).join('') + '…' : shown.join('');
    if (total) return '找到 ' + total + ' 处，在 ' + pages + ' 个页面里';
    return files.length ? '' : '没有找到“' + query + '”';
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => { if (field.value !== state.text) ask(); }, PAUSE);
  }

  function ask() {
    Object.assign(state, { text: field.value, limit: STEP, opened: new Set() });
    return run();
  }

  /** Enter in the field goes to the first hit, and Enter there opens it. */
  async function submitted() {
    clearTimeout(timer);
    await ask();
    const first = results.querySelector('[data-search-hit]');
    if (first) first.focus();
  }

  /** Down and Up go through field and hits; Enter on a hit is the link's own; Escape returns to the field. */
  function onKey(event) {
    const stops = [field].concat(Array.from(results.querySelectorAll('[data-search-hit]')));
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (event.key === 'Escape' && at > 0) {
      field.focus();
    } else if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }

  PracticeSearch.useLoader(load);
  recall();
  if (matchMedia('(max-width: 800px)').matches) facets.open = false;
  field.addEventListener('input', (event) => { if (!event.isComposing) typed(); });
  field.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => { event.preventDefault(); submitted(); });
  document.addEventListener('keydown', onKey);
  if (!state.text) field.focus();
  run();
})();
