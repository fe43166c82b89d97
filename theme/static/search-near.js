'use strict';
/**
 * What comes near a query that stands nowhere as it was typed: a question in plain words, one with a slip in it, or one
 * whose words stand apart. The query is cut at question words; of what is left, pairs of neighbouring characters are looked
 * for. A record counts by how much of the query's weight it holds, and more where pairs follow one another as they do in the
 * query (a run with one wrong or missing character is two such stretches that almost meet). Each part of a query, between
 * its spaces, counts alike.
 */
var PracticeNear = (() => {
  const Asking = typeof module === 'object' && module.exports ? require('./search-asking.js') : PracticeAsking;

  const LETTER = /[a-z0-9.%]/;
  const HAN = /[\u3400-\u9fff]/;
  const DIGIT = /[0-9%]/;
  const MOST_UNITS = 24;
  /** Positions between parts of a query: more than a slip may bridge. */
  const GAP = 8;
  /** A record is shown when it holds this share of the weight of what was asked. */
  const LEAST = 0.15;
  /** And this share of the best record's score: what is weaker by far only lengthens the list. */
  const OF_BEST = 0.25;
  /** Nor when what it holds stands in so many records that it says nothing: 物业 of a query for 物业费. */
  const TELLING = 1.8;
  /** What pairs that follow one another as in the query count more. */
  const RUN = 0.8;
  const SLIP = 1;
  /** What a character that stands alone counts of its score. */
  const TRACE = 0.8;
  const MOST_SINGLES = 12;

  /**
   * What is looked for of a query's parts: pairs of Chinese characters, runs of letters and digits (a figure
   * is another figure when one digit differs), and what stands alone between question
   * words. `at` is counted in characters from the start of the first part, a gap between parts; `part` is its number.
   * @param {string[]} parts folded @returns {{text: string, at: number, part: number}[]}
   */
  function units(parts) {
    const found = [];
    let before = 0;
    parts.forEach((part, number) => {
      Asking.segments(part).forEach(({ text, at }) => {
        const start = before + Array.from(part.slice(0, at)).length;
        unitsOf(Array.from(text)).forEach((unit) => found.push({ text: unit.text, at: start + unit.at, part: number }));
      });
      before += Array.from(part).length + GAP;
    });
    return found.slice(0, MOST_UNITS);
  }

  /** The Chinese characters of a query's parts without its question words, each once. @returns {string[]} */
  function singles(parts) {
    const texts = [].concat(...parts.map((part) => Asking.segments(part))).map(({ text }) => text);
    return Array.from(new Set(Array.from(texts.join('')))).filter((char) => HAN.test(char)).slice(0, MOST_SINGLES);
  }

  function unitsOf(chars) {
    if (chars.length === 1) return [{ text: chars[0], at: 0 }];
    const isLetter = chars.map((char) => LETTER.test(char));
    const found = [];
    for (let at = 0; at + 1 < chars.length; at += 1) {
      if (!isLetter[at] && !isLetter[at + 1]) found.push({ text: chars[at] + chars[at + 1], at });
    }
    isLetter.forEach((is, at) => {
      if (!is || isLetter[at - 1]) return;
      const rest = isLetter.indexOf(false, at);
      const end = rest < 0 ? chars.length : rest;
      found.push({ text: chars.slice(at, end).join(''), at });
      if (end < chars.length && DIGIT.test(chars[end - 1])) found.push({ text: chars.slice(at, end + 1).join(''), at });
    });
    return found.sort((one, other) => one.at - other.at);
  }

  /**
   * @param {{text: string, at: number, part: number, found: object}[]} pairs units of the query and what PracticeRank found of
   *   them; a record that holds none but single characters has nothing to say
   * @param {object} rank
   * @param {{found: object}[]} [alone] single characters, which only tell records apart that hold some of the pairs
   * @returns {{scores: Map<number, number>, share: number}} scores by record, and how much of the weight of what was asked the best
   *   record holds
   */
  function score(pairs, rank, alone = []) {
    const asked = withoutBorders(pairs, rank);
    const founds = asked.map(({ found }) => found);
    const weightOf = ({ found }) => (found.records.size ? found.rarity : 0);
    const wholes = sums(asked, weightOf);
    const scores = new Map();
    const shares = new Map();
    new Set([].concat(...founds.map((found) => Array.from(found.records.keys())))).forEach((record) => {
      const held = asked.filter(({ found }) => rank.score(found, record) > 0);
      if (!held.some(({ text }) => text.length > 1)) return;
      const own = sums(held, weightOf);
      let share = 0;
      wholes.forEach((whole, part) => { share += (own.get(part) || 0) / (whole || 1) / wholes.size; });
      const weight = Array.from(own.values()).reduce((all, some) => all + some, 0);
      shares.set(record, share);
      if (share < LEAST || weight < Math.min(TELLING, rank.rarityOf(1))) return;
      const sum = held.reduce((total, { found }) => total + rank.score(found, record), 0) + RUN * inRuns(held, record);
      const traces = alone.reduce((all, { found }) => all + (found.records.has(record) ? rank.score(found, record) : 0), 0);
      scores.set(record, (sum + TRACE * traces) * share * rank.standing(founds, record));
    });
    const [first, best] = Array.from(scores).reduce((one, other) => (other[1] > one[1] ? other : one), [-1, 0]);
    scores.forEach((value, record) => { if (value < best * OF_BEST) scores.delete(record); });
    return { scores, share: shares.get(first) || 0 };
  }

  /**
   * Without pairs that are rarer than both their neighbours in the query: they are where two words meet (成都物业 has 都物),
   * and a record that happens to hold one says no more of what was asked.
   */
  function withoutBorders(asked, rank) {
    const rarity = ({ found }) => (found.records.size ? found.rarity : rank.rarityOf(1));
    return asked.filter((unit, number) => {
      const beside = [asked[number - 1], asked[number + 1]].filter((other) => other && Math.abs(other.at - unit.at) === 1);
      return beside.length < 2 || beside.some((other) => rarity(other) >= rarity(unit));
    });
  }

  /** The weight of the units of each part of the query. */
  function sums(asked, weightOf) {
    const found = new Map();
    asked.forEach((unit) => found.set(unit.part, (found.get(unit.part) || 0) + weightOf(unit)));
    return found;
  }

  /** The weight of pairs that stand behind their neighbour as in the query, a slip of one character between allowed. */
  function inRuns(held, record) {
    const diagonals = new Map();
    held.forEach(({ at, found }) => {
      const its = found.records.get(record);
      (its ? its.positions : []).forEach((position) => {
        const diagonal = position - at;
        if (!diagonals.has(diagonal)) diagonals.set(diagonal, new Map());
        diagonals.get(diagonal).set(at, found.rarity);
      });
    });
    let best = 0;
    diagonals.forEach((own, diagonal) => {
      const weights = new Map(own);
      for (let step = 1; step <= SLIP; step += 1) {
        (diagonals.get(diagonal + step) || new Map()).forEach((weight, at) => { if (!weights.has(at)) weights.set(at, weight * 0.8); });
      }
      const all = Array.from(weights.values());
      best = Math.max(best, all.reduce((sum, weight) => sum + weight, 0) - Math.max(...all));
    });
    return best;
  }

  return { units, singles, score, GAP };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNear;
