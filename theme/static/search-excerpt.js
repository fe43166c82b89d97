'use strict';
/**
 * What is shown of a record for a query: the twin of generator/search/excerpt.py. Pieces are [text, isHit].
 */
var PracticeExcerpt = (() => {
  const BEFORE = 24;
  const AROUND = 96;
  const ELLIPSIS = ['…', false];
  const BETWEEN = [' · ', false];

  /**
   * The row or card with the most of the terms, and its block with the most, cut around the first hit, with its
   * neighbours as far as they fit. What only repeats the heading is left out; nothing may be left.
   * @param {string} heading
   * @param {[string, string[]][]} groups place and texts of each row or card
   * @param {string[]} terms folded
   * @param {{fold: function(string): string, foldWithOrigins: function(string): Folded}} folding
   * @returns {{place: string, excerpt: [string, boolean][]}}
   */
  function excerpt(heading, groups, terms, folding) {
    const candidates = groups.map(([place, texts]) => ({ place, texts: texts.filter((text) => text !== heading) }))
      .filter(({ texts }) => texts.length);
    if (!candidates.length) return { place: '', excerpt: [] };
    const count = (texts) => {
      const folded = texts.map(folding.fold).join(' ');
      return terms.filter((term) => folded.includes(term)).length;
    };
    const { place, texts } = best(candidates, (group) => count(group.texts));
    const [first, last] = neighbours(texts, texts.indexOf(best(texts, (text) => count([text]))));
    const pieces = [];
    texts.slice(first, last).forEach((text) => {
      if (pieces.length) pieces.push(BETWEEN);
      pieces.push(...cut(text, marks(folding.foldWithOrigins(text), terms)));
    });
    return { place, excerpt: pieces };
  }

  /** All of the text with the hits marked. */
  function marked(text, terms, folding) {
    return piecesOf(text, marks(folding.foldWithOrigins(text), terms), 0, text.length);
  }

  /** The first of the entries that rate highest. */
  function best(entries, rate) {
    const rates = entries.map(rate);
    return entries[rates.indexOf(Math.max(...rates))];
  }

  /** The run of blocks around the best that fits, grown backwards first: the head of a row says what it is about. */
  function neighbours(texts, middle) {
    let first = middle;
    let last = middle + 1;
    let room = AROUND - texts[middle].length;
    for (; first > 0 && texts[first - 1].length <= room; first -= 1) room -= texts[first - 1].length;
    for (; last < texts.length && texts[last].length <= room; last += 1) room -= texts[last].length;
    return [first, last];
  }

  /** Where terms stand in the original text: [start, end) in order, none overlapping. */
  function marks(folded, terms) {
    const found = [];
    for (const term of terms) {
      for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + term.length)) {
        found.push([folded.starts[at], folded.ends[at + term.length - 1]]);
      }
    }
    const joined = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  function cut(block, found) {
    const [start, end] = found.length ? found[0] : [0, 0];
    const first = outsidePair(block, start > BEFORE + 8 ? start - BEFORE : 0);
    const last = outsidePair(block, Math.min(block.length, Math.max(end + BEFORE, first + AROUND)));
    return [].concat(
      first > 0 ? [ELLIPSIS] : [], piecesOf(block, found, first, last), last < block.length ? [ELLIPSIS] : []);
  }

  function piecesOf(text, found, first, last) {
    const pieces = [];
    let at = first;
    for (const [start, end] of found.filter((mark) => mark[0] < last)) {
      if (start > at) pieces.push([text.slice(at, start), false]);
      at = Math.min(end, last);
      pieces.push([text.slice(start, at), true]);
    }
    if (at < last) pieces.push([text.slice(at, last), false]);
    return pieces;
  }

  /** Moves a cut out of the middle of a surrogate pair. */
  function outsidePair(text, at) {
    return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
  }

  return { excerpt, marked };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeExcerpt;
