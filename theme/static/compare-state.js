'use strict';
/**
 * Which cases and dimensions a reader chose, as the address of compare.html keeps it: no DOM.
 *
 * PracticeCompareState.parse(search, index) → {cases, fields, only, problems}: ids and keys that the index knows, each once,
 *   in the order given; a case may be given by its short name, and in capitals. `problems` are sentences about what was
 *   left out. Never throws.
 * PracticeCompareState.query(state, index) → '?cases=…&fields=…' ('' for the state of a page just opened). The fields are
 *   always written: an address that is kept shows the same when the usual dimensions change.
 */
var PracticeCompareState = (() => {
  const LEAST = 2;
  const MOST = 5;
  const NAMED = 3;
  const LONGEST = 24;

  const unique = (words) => Array.from(new Set(words));
  const folded = (word) => word.normalize('NFKC').toLowerCase();
  const listed = (text) => unique(text.split(/[,，、]/).map((word) => word.trim()).filter(Boolean));

  /** What a message quotes of words that may be anything, of any length. */
  function quoted(words) {
    const short = (word) => {
      const letters = Array.from(word);
      return '“' + (letters.length > LONGEST ? letters.slice(0, LONGEST).join('') + '…' : word) + '”';
    };
    return words.slice(0, NAMED).map(short).join('、') + (words.length > NAMED ? '等 ' + words.length + ' 个' : '');
  }

  function readCases(text, index, problems) {
    const names = new Map(index.cases.map(([id, short]) => [id, short]));
    // Ids go before short names, so that no name can take the place of an id.
    const ids = new Map([...index.cases.map(([id, short]) => [folded(short), id]), ...index.cases.map(([id]) => [folded(id), id])]);
    const given = listed(text);
    const known = unique(given.filter((word) => ids.has(folded(word))).map((word) => ids.get(folded(word))));
    const unknown = given.filter((word) => !ids.has(folded(word)));
    const over = known.slice(MOST);
    if (unknown.length) problems.push('地址里的案例 ' + quoted(unknown) + ' 本库没有，没有列入。');
    if (over.length) problems.push('一次最多并列 ' + MOST + ' 个案例，' + quoted(over.map((id) => names.get(id))) + ' 没有列入。');
    return known.slice(0, MOST);
  }

  /** Dimensions stand in the order of the index, whatever the order of the address. */
  function readFields(text, index, problems) {
    const keys = index.dimensions.map(({ key }) => key);
    const given = listed(text);
    const unknown = given.filter((key) => !keys.includes(key));
    const none = unknown.length && unknown.length === given.length;
    if (unknown.length) problems.push('地址里的方面 ' + quoted(unknown) + ' 本库没有，' + (none ? '现在列的是常用的方面。' : '没有列入。'));
    return none ? index.defaults.slice() : keys.filter((key) => given.includes(key));
  }

  function parse(search, index) {
    const parameters = new URLSearchParams(search);
    const problems = [];
    const cases = readCases(parameters.get('cases') || '', index, problems);
    const asked = parameters.get('fields');
    const fields = asked === null ? index.defaults.slice() : readFields(asked, index, problems);
    return { cases, fields, only: parameters.get('only') === 'different', problems };
  }

  /** Ids and keys are letters, digits and hyphens, so that the address needs no escapes. */
  function query(state, index) {
    const parts = [];
    if (state.cases.length) parts.push('cases=' + state.cases.join(','));
    if (state.cases.length || state.fields.join() !== index.defaults.join()) parts.push('fields=' + state.fields.join(','));
    if (state.only) parts.push('only=different');
    return parts.length ? '?' + parts.join('&') : '';
  }

  return { parse, query, LEAST, MOST };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCompareState;
