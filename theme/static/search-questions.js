'use strict';
/**
 * What readers ask in their own words (content/faq.md): which of those questions a query is like, and the records that
 * answer them, which need not hold one word of it. Likeness is the share that query and wording have in common of what both
 * say (Dice), each unit weighed by how few questions have it.
 */
var PracticeQuestions = (() => {
  /** Stretches that units are taken from: letters and digits whole, Chinese by the character. */
  const RUN = /[a-z0-9.%]+|[\u3400-\u9fff]+/g;
  const HAN = /[\u3400-\u9fff]/;
  /** Less in common says nothing. */
  const LEAST = 0.2;
  /** So much in common, and most likely the same is asked. */
  const LIKE = 0.4;
  const MOST = 3;
  /** A further answer of a question counts so much of the one before. */
  const FURTHER = 0.85;

  /** @param {[string, string[], string, string, number[]][]} table question, wordings, page, anchor, records that answer it @param {(text: string) => string} fold */
  function create(table, fold) {
    const questions = table.map(([text, wordings, page, anchor, records]) => ({
      text, page, anchor, records, said: [text].concat(wordings).map((wording) => unitsOf(partsOf(wording, fold))),
    }));
    const counts = new Map();
    questions.forEach(({ said }) => new Set([].concat(...said.map((units) => Array.from(units))))
      .forEach((unit) => counts.set(unit, (counts.get(unit) || 0) + 1)));
    const weightOf = (unit) => Math.log(1 + questions.length / ((counts.get(unit) || 0) + 0.5));
    const weigh = (units) => Array.from(units).reduce((sum, unit) => sum + weightOf(unit), 0);

    function likeness(asked, said) {
      const common = Array.from(asked).filter((unit) => said.has(unit));
      return common.length ? 2 * weigh(common) / (weigh(asked) + weigh(said)) : 0;
    }

    /** The questions most like a query, at most `limit`. @returns {{text: string, page: string, anchor: string}[]} */
    function like(text, limit = MOST) {
      return rated(partsOf(text, fold)).filter(({ rate }) => rate >= LIKE).sort((a, b) => b.rate - a.rate).slice(0, limit)
        .map(({ question: { text: asked, page, anchor } }) => ({ text: asked, page, anchor }));
    }

    function rated(parts) {
      const asked = unitsOf(parts);
      return questions.map((question) => ({ question, rate: Math.max(...question.said.map((units) => likeness(asked, units))) }))
        .filter(({ rate }) => rate >= LEAST);
    }

    /**
     * The records that answer questions like this one, with how sure that is (0 to 1) and the question.
     * @param {string[]} parts of the query, folded @returns {Map<number, {likeness: number, question: string}>}
     */
    function answering(parts) {
      const found = new Map();
      rated(parts).forEach(({ question: { text, records }, rate }) => records.forEach((record, place) => {
        const own = rate * Math.pow(FURTHER, place);
        if (own > (found.has(record) ? found.get(record).likeness : 0)) found.set(record, { likeness: own, question: text });
      }));
      return found;
    }

    return { answering, like };
  }

  const partsOf = (text, fold) => text.split(/\s+/).map(fold).filter(Boolean);

  /** Characters and pairs of them, figures and words of letters whole; those of question words too, which say what is wanted. */
  function unitsOf(parts) {
    const units = new Set();
    parts.forEach((part) => (part.match(RUN) || []).forEach((run) => {
      const chars = HAN.test(run) ? Array.from(run) : [run];
      chars.forEach((char, at) => { units.add(char); if (at) units.add(chars[at - 1] + char); });
    }));
    return units;
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeQuestions;
