'use strict';
/**
 * What comes near a query that stands nowhere as it was typed: a question in plain words, one with a slip in it, or one
 * whose words stand apart. The query is cut at question words; of what is left, pairs of neighbouring characters are looked
 * for. A record counts by how much of the query's weight it holds, and more where pairs follow one another as they do in the
 * query (a run with one wrong or missing character is two such stretches that almost meet). Each part of a query, between
 * its spaces, counts alike.
 */
var PracticeNear = (() => {
  /** Cut out of questions: they say what kind of answer is wanted, not what about. */
  const LETTER = /[a-z]/;
  const ASKING = ['是不是', '有没有', '怎么做', '怎样做', '如何做', '能做什么', '先做什么', '应该', '具体', '包括', '能不能', '为什么', '什么样', '是什么', '怎么样', '怎么办', '有哪些', '怎么', '怎样', '如何', '什么',
    '哪些', '哪个', '哪里', '多少', '几个', '意思', '请问', '介绍', '干什么', '做什么', '谁来', '吗', '呢', '的', '了', '是', '在', '和', '与', '有', '被', '把', '？', '?', '，', '。'];
  /** Words that a question word stands in. */
  const WHOLE = ['没有', '参与', '和谐', '总和', '存在', '现在', '在线', '在职', '在岗', '了解', '为了', '目的', '与会', '所有', '共有', '国有', '公有', '私有', '拥有', '具有', '有效', '有关', '有序', '有偿', '有限', '把关', '把握', '是否', '还是', '于是', '但是', '被动'];
  const MOST_UNITS = 24;
  /** Positions between parts of a query: more than a slip may bridge. */
  const GAP = 8;
  /** What a pair that stands nowhere weighs, as a share of one that stands once: it may be a slip, or fall between words. */
  const ABSENT = 0;
  /** A record is shown when it holds this share of the weight of what was asked. */
  const LEAST = 0.15;
  /** And this share of the best record's score: what is weaker by far only lengthens the list. */
  const OF_BEST = 0.15;
  /** What pairs that follow one another as in the query count more. */
  const RUN = 0.6;
  const SLIP = 1;

  /** The runs left of a folded query without question words, as {text, at}. */
  function segments(folded) {
    const pattern = new RegExp(ASKING.concat(WHOLE).sort((a, b) => b.length - a.length).map(escaped).join('|'), 'g');
    const runs = [];
    let at = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      if (WHOLE.includes(match[0])) continue;
      runs.push({ text: folded.slice(at, match.index), at });
      at = match.index + match[0].length;
    }
    runs.push({ text: folded.slice(at), at });
    const kept = runs.filter(({ text }) => text);
    return kept.length ? kept : [{ text: folded, at: 0 }];
  }

  function escaped(text) { return text.replace(/[?.]/g, '\\$&'); }

  /**
   * What is looked for of a query's parts: pairs of characters, runs of letters, and what stands alone between question
   * words. `at` is counted in characters from the start of the first part, a gap between parts; `part` is its number.
   * @param {string[]} parts folded @returns {{text: string, at: number, part: number}[]}
   */
  function units(parts) {
    const found = [];
    let before = 0;
    parts.forEach((part, number) => {
      segments(part).forEach(({ text, at }) => {
        const start = before + Array.from(part.slice(0, at)).length;
        unitsOf(Array.from(text)).forEach((unit) => found.push({ text: unit.text, at: start + unit.at, part: number }));
      });
      before += Array.from(part).length + GAP;
    });
    return found.slice(0, MOST_UNITS);
  }

  function unitsOf(chars) {
    if (chars.length === 1) return [{ text: chars[0], at: 0 }];
    const isLetter = chars.map((char) => LETTER.test(char));
    const found = [];
    for (let at = 0; at + 1 < chars.length; at += 1) {
      if (!(isLetter[at] && isLetter[at + 1])) {
        found.push({ text: chars[at] + chars[at + 1], at });
      } else if (!at || !isLetter[at - 1]) {
        const rest = isLetter.indexOf(false, at);
        found.push({ text: chars.slice(at, rest < 0 ? chars.length : rest).join(''), at });
      }
    }
    return found;
  }

  /**
   * @param {{text: string, at: number, part: number, found: object}[]} asked units of the query and what PracticeRank found of
   *   them; a record that holds none but single characters has nothing to say
   * @param {object} rank
   * @returns {Map<number, number>} scores by record
   */
  function score(asked, rank) {
    const weightOf = ({ found }) => (found.records.size ? found.rarity : rank.rarityOf(1) * ABSENT);
    const wholes = sums(asked, weightOf);
    const scores = new Map();
    new Set([].concat(...asked.map(({ found }) => Array.from(found.records.keys())))).forEach((record) => {
      const held = asked.filter(({ found }) => rank.score(found, record) > 0);
      if (!held.some(({ text }) => text.length > 1)) return;
      const own = sums(held, weightOf);
      let share = 0;
      wholes.forEach((whole, part) => { share += (own.get(part) || 0) / whole / wholes.size; });
      if (share < LEAST) return;
      const sum = held.reduce((total, { found }) => total + rank.score(found, record), 0) + RUN * inRuns(held, record);
      scores.set(record, sum * share * rank.prior(record));
    });
    const best = Math.max(...scores.values());
    scores.forEach((value, record) => { if (value < best * OF_BEST) scores.delete(record); });
    return scores;
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

  return { units, score };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeNear;
