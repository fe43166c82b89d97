'use strict';
/**
 * What a reader asked for, as an address and back; and fields within the text of a query. No DOM.
 *
 * @typedef {{text: string, chosen: [string, string][], sort: 'relevance'|'added'}} Choice `chosen`: facet and value
 */
var PracticeAddress = (() => {
  const SORTS = ['relevance', 'added'];
  const KEEP = 'search:';
  /** Longer than anything a sentence of the library is; what is longer is not worth keeping. */
  const LONGEST = 200;
  const LONGEST_ADDRESS = 4000;
  const MOST_MARKED = 8;
  const FIELD = /([^\s"“”＂:：]+)[:：](?:["“”＂]([^"“”＂]*)["“”＂](?!\S)|(\S+))/g;

  function parametersOf(name, { text, chosen, sort }) {
    const parameters = new URLSearchParams();
    if (text) parameters.set(name, (name === 'keep' ? KEEP : '') + text);
    chosen.forEach(([facet, value]) => parameters.append('f', facet + ':' + value));
    if (sort !== SORTS[0]) parameters.set('sort', sort);
    return parameters.toString();
  }

  function choiceOf(text, parameters) {
    const chosen = parameters.getAll('f').filter((entry) => entry.includes(':')).map((entry) => {
      const at = entry.indexOf(':');
      return [entry.slice(0, at), entry.slice(at + 1)];
    });
    const sort = SORTS.includes(parameters.get('sort')) ? parameters.get('sort') : SORTS[0];
    return { text, chosen, sort };
  }

  /** @param {string} search the address from ? on @returns {Choice} */
  function read(search) {
    const parameters = new URLSearchParams(search);
    return choiceOf(parameters.get('q') || '', parameters);
  }

  /** @param {Choice} choice @returns {string} the address from ? on; '' of nothing */
  function write(choice) {
    const written = parametersOf('q', choice);
    return written && '?' + written;
  }

  /** @param {Choice} choice @returns {string} the address that has my.html keep it */
  function keeping(choice) {
    return 'my.html?' + parametersOf('keep', choice);
  }

  /** @param {string} search what `keeping` made, from ? on @returns {Choice|null} null when it keeps no search */
  function kept(search) {
    const parameters = new URLSearchParams(search);
    const asked = parameters.get('keep') || '';
    const text = asked.startsWith(KEEP) ? asked.slice(KEEP.length).trim() : '';
    return text ? choiceOf(text, parameters) : null;
  }

  /** Whether a choice is one that can be kept. */
  function isKeepable(choice) {
    return Boolean(choice.text.trim()) && choice.text.length <= LONGEST && write(choice).length <= LONGEST_ADDRESS;
  }

  /** @param {Choice} choice @returns {Object<string, string[]>} the values by facet, as PracticeSearch takes them */
  function facetsOf({ chosen }) {
    const facets = Object.create(null);
    chosen.forEach(([facet, value]) => { facets[facet] = (facets[facet] || []).concat(value); });
    return facets;
  }

  /** Where a hit leads: to its place, on a page that marks what was found (highlight.js). */
  function toHit(page, place, terms) {
    const marked = terms.slice(0, MOST_MARKED).map((term) => 'hl=' + encodeURIComponent(term)).join('&');
    return page + (marked && '?' + marked) + (place && '#' + encodeURIComponent(place));
  }

  /** The text with the field (facet, value as typed) replaced; by '' it is taken out. */
  function withField(text, facet, typed, replacement) {
    let isDone = false;
    const mended = text.replace(FIELD, (whole, name, phrase, run) => {
      const isIt = !isDone && (phrase === undefined ? run : phrase) === typed && facet.startsWith(name.normalize('NFKC'));
      if (!isIt) return whole;
      isDone = true;
      return replacement;
    });
    return mended.replace(/\s+/g, ' ').trim();
  }

  /** A field as one types it; a value with spaces in quotation marks. */
  function field(facet, value) {
    return facet + ':' + (/\s/.test(value) ? '"' + value + '"' : value);
  }

  return { read, write, keeping, kept, isKeepable, facetsOf, toHit, withField, field };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeAddress;
