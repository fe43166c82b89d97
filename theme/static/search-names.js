'use strict';
/**
 * The names of the library (generator/search/names.py): suggestions as a reader types, names by pinyin, nearest names,
 * synonyms. Pure: no DOM, no network. What cannot be read rejects with the error of `get`, whose `file` names it.
 *
 * @typedef {{text: string, folded: string, kind: string, page: string, anchor: string}} Name
 */
var PracticeNames = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Tables = inNode ? require('./search-name-tables.js') : PracticeNameTables;
  const Parts = inNode ? require('./search-name-parts.js') : PracticeNameParts;
  const Nearest = inNode ? require('./search-nearest.js') : PracticeNearest;
  const Synonyms = inNode ? require('./search-synonyms.js') : PracticeSynonyms;

  const SUGGESTIONS = 8;
  const NEAREST = 5;
  const FEWEST = 2;
  /** A slip of two characters is looked for where names begin only: in the middle too many sound alike. */
  const FEWEST_INSIDE = 3;
  /** Ways of reading letters, best first: the grade is twice the place here, and one more inside a name. */
  const LETTER_WAYS = ['full', 'prefix', 'initials', 'mixed'];
  const MOST_STEPS = 400;

  /**
   * @param {{get: (name: string) => Promise<object>, manifest: object, fold: (text: string) => string}} library `get`
   *   is that of PracticeShards, `manifest` what name_tables returned for it
   */
  function create({ get, manifest, fold }) {
    const tables = Tables.open(get, manifest);

    /**
     * Names that complete what is typed: those that begin with it, that hold it, then by pinyin.
     * @returns {Promise<(Name & {match: 'exact'|'pinyin'})[]>} best first
     */
    async function suggest(text, limit = SUGGESTIONS) {
      const chars = Parts.units(fold(String(text)));
      if (chars.length < FEWEST && (!chars.length || !isHan(chars[0]))) return [];
      const exact = chars.every(isLetter) ? [] : await best(await find(chars, 'exact'), limit);
      const known = new Set(exact.map(({ folded }) => folded));
      const spoken = exact.length < limit ? await byPinyin(text, limit) : [];
      const more = spoken.filter(({ folded }) => !known.has(folded)).slice(0, limit - exact.length);
      const isTyped = ({ matched: part }) => Parts.units(part).join('') === chars.join('');
      return exact.concat(more.filter(isTyped)).map((name) => labelled(name, 'exact'))
        .concat(more.filter((name) => !isTyped(name)).map((name) => labelled(name, 'pinyin')));
    }

    /**
     * Names typed in pinyin, wholly or by initials; for Chinese, names that only sound like it.
     * `grade`: 0 full syllables, 2 the last one begun, 4 initials, 6 mixed; one more when the name begins otherwise.
     * `matched` are the folded characters that were typed.
     * @returns {Promise<(Name & {grade: number, matched: string})[]>} best first
     */
    async function byPinyin(text, limit = SUGGESTIONS) {
      const chars = Parts.units(fold(String(text)));
      if (chars.length < FEWEST) return [];
      return best(Parts.hasLetters(chars) ? await typed(chars, limit) : await slipped(chars), limit);
    }

    /** Initials are tried when there is room for them; mixed readings, which are many, when no surer one is found. */
    async function typed(chars, limit) {
      const found = new Map();
      for (const [place, way] of LETTER_WAYS.entries()) {
        if (found.size >= (way === 'mixed' ? 1 : limit)) break;
        (await find(chars, way, 2 * place)).forEach((hit, number) => keep(found, number, hit));
      }
      return found;
    }

    async function slipped(chars) {
      const [exact, found] = [await find(chars, 'exact'), await find(chars, 'sound')];
      const isWanted = ([number, { grade }]) => !exact.has(number) && (chars.length >= FEWEST_INSIDE || grade === 0);
      return new Map(Array.from(found).filter(isWanted));
    }

    /** @returns {Promise<Map<number, {grade: number, start: number, length: number}>>} the names that hold the query */
    async function find(chars, way, grade = 0) {
      const found = new Map();
      const choose = Parts.ways[way](chars, await tables.readings());
      let steps = 0;

      async function step(at, parts, starts) {
        for (const { part, end } of choose(at)) {
          steps += 1;
          if (steps > MOST_STEPS) return;
          const isAsked = parts.length % 2 || (parts.length && end === chars.length);
          const next = isAsked ? await follow(parts, part, starts) : starts;
          if (next && !next.length) continue;
          if (end < chars.length) await step(end, parts.concat(part), next);
          else note(next || await tables.singles(part), parts.length + 1);
        }
      }

      function note(positions, length) {
        for (const position of positions) {
          const [number, start] = [Math.floor(position / tables.stride), position % tables.stride];
          keep(found, number, { grade: grade + (start ? 1 : 0), start, length });
        }
      }

      if (chars.length) await step(0, [], null);
      return found;
    }

    /** Where the row of parts stands when `part` is added to it: asked at every second part and at the last. */
    async function follow(parts, part, starts) {
      const offset = parts.length - 1;
      const positions = await tables.pairs(parts[offset], part);
      const known = starts && new Set(starts);
      return positions.map((position) => position - offset).filter((start) => !known || known.has(start));
    }

    async function best(found, limit) {
      const ranked = Array.from(found).sort(([a, one], [b, two]) => one.grade - two.grade || a - b).slice(0, limit);
      const names = await read(ranked.map(([number]) => number));
      return names.map((name, at) => {
        const { grade, start, length } = ranked[at][1];
        return { ...name, grade, matched: matched(name.folded, start, length) };
      });
    }

    async function read(numbers) {
      return (await tables.names(numbers)).map((name) => ({ ...name, folded: fold(name.text) }));
    }

    /** The names most like a query that nothing was found for. @returns {Promise<Name[]>} nearest first */
    async function nearest(text, limit = NEAREST) {
      const chars = Parts.units(fold(String(text)));
      if (chars.some(isHan)) return Nearest.nearest(chars, limit, tables, read);
      const found = new Map();
      for (let length = chars.length; length >= Math.max(FEWEST, chars.length / 2) && found.size < limit; length -= 1) {
        for (const { grade, matched: part, ...name } of await byPinyin(chars.slice(0, length).join(''), limit)) {
          if (found.size < limit) found.set(name.folded, name);
        }
      }
      return Array.from(found.values());
    }

    /** Synonyms; with `isPlain` also the words that readers type for one another. */
    async function synonyms(isPlain) {
      const { groups, wordings } = await get('names-synonyms');
      return Synonyms.create(isPlain ? groups.concat(wordings) : groups, fold);
    }

    return {
      suggest,
      byPinyin,
      nearest,
      synonymsOf: async (folded) => (await synonyms()).synonymsOf(folded),
      within: async (folded) => (await synonyms(true)).within(folded),
    };
  }

  function keep(found, number, hit) {
    const known = found.get(number);
    if (!known || hit.grade < known.grade) found.set(number, hit);
  }

  /** The part of a folded name that holds `length` of its letters from letter `start` on. */
  function matched(folded, start, length) {
    const kept = Parts.units(folded);
    const chars = Array.from(folded);
    const places = chars.map((char, at) => at).filter((at) => Parts.units(chars[at]).length);
    return kept.length ? chars.slice(places[start], places[start + length - 1] + 1).join('') : '';
  }

  function labelled({ text, folded, kind, page, anchor }, match) { return { text, folded, kind, page, anchor, match }; }

  function isLetter(char) { return /^[a-z]$/.test(char); }

  function isHan(char) { return !/^[\x00-\x7f]$/.test(char) && char !== 'ü'; }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNames;
