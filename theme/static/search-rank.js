'use strict';
/**
 * How well records answer: BM25F (Robertson & Zaragoza 2009) over headings, names of rows and cards, other text and, where
 * a title helps to answer, the title of the page; nearness of words; what kind of page it is. All weights come with the manifest
 * (generator/search/browser/scoring.py, generator/search/weights.py).
 */
var PracticeRank = (() => {
  const KIND_FACET = '类型';
  const FIELDS = { HEADING: 0, BODY: 2 };

  /** What was found of one run of characters. `records`: number → {weight, positions, isHeaded}; `titled`: pages with it in the title. */
  class Found {
    constructor() {
      this.records = new Map();
      this.titled = new Set();
      this.rarity = 0;
    }
  }

  function create(index, catalogue) {
    const { k1, b, weights, impacts, lengthSteps, averageLength, headingShare } = index.manifest.scoring;
    const { title: inTitle, near, half, subject, fewPages, aside, kinds } = index.manifest.scoring;
    const firsts = new Set(catalogue.pageStarts);
    const priors = priorsOf(catalogue, kinds);

    const rarityOf = (count) => Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
    const saturated = (weight) => weight / (k1 + weight);

    function lengthNorm(record) {
      const length = 8 * Math.pow(2, catalogue.lengths[record] / lengthSteps);
      return 1 - b + b * length / averageLength;
    }

    /** What a hit counts by its field; in a heading more, the more of the heading it makes up. */
    function weightAt(position, record, length) {
      const field = index.fieldAt(position);
      if (field === FIELDS.BODY) return weights[field] / lengthNorm(record);
      if (field !== FIELDS.HEADING) return weights[field];
      return weights[field] * (headingShare + (1 - headingShare) * Math.min(1, length / Math.max(1, catalogue.headings[record])));
    }

    /** @param {number[]} positions of a run @param {number} length of the run in characters @returns {Found} */
    function byPositions(positions, length) {
      const found = new Found();
      for (const position of positions) {
        const record = index.recordAt(position);
        const held = found.records.get(record) || { weight: 0, positions: [], isHeaded: false };
        held.weight += weightAt(position, record, length);
        held.positions.push(position);
        found.records.set(record, held);
        if (index.fieldAt(position) !== FIELDS.HEADING) continue;
        held.isHeaded = true;
        if (firsts.has(record)) found.titled.add(catalogue.pageOf(record));
      }
      found.rarity = rarityOf(found.records.size);
      return found;
    }

    /** @param {[number, number][]} entries record and impact of a common run @returns {Found} */
    function byImpacts(entries) {
      const found = new Found();
      entries.forEach(([record, impact]) => {
        const share = (impact + 0.5) / impacts;
        found.records.set(record, { weight: k1 * share / (1 - share), positions: [], isHeaded: false });
      });
      found.rarity = rarityOf(found.records.size);
      return found;
    }

    /** A run or one of the others that stand for it, which count by `share` as much. @param {Found[]} others @returns {Found} */
    function either(own, others, share) {
      const found = new Found();
      found.records = new Map(own.records);
      others.forEach((other) => other.records.forEach(({ weight, isHeaded }, record) => {
        const held = found.records.get(record) || { weight: 0, positions: [], isHeaded: false };
        found.records.set(record, { ...held, weight: Math.max(held.weight, share * weight), isHeaded: held.isHeaded || isHeaded });
      }));
      found.titled = new Set([].concat(...[own, ...others].map(({ titled }) => Array.from(titled))));
      found.rarity = rarityOf(found.records.size);
      return found;
    }

    /** The score of a record for one run; 0 when neither it nor its title holds the run. */
    function score(found, record) {
      const held = found.records.get(record);
      const title = found.titled.has(catalogue.pageOf(record)) ? inTitle : 0;
      return found.rarity * saturated((held ? held.weight : 0) + title);
    }

    /** The score of a record for several runs, more where they stand together. */
    function together(founds, record) {
      let sum = 0;
      founds.forEach((found, at) => {
        sum += score(found, record);
        if (at) sum += near * Math.min(found.rarity, founds[at - 1].rarity) * nearness(founds[at - 1], found, record, half);
      });
      return sum * standing(founds, record);
    }

    /** What a record counts whatever it says of the runs: its kind, and whether it is about what one of them names. */
    function standing(founds, record) {
      return prior(record) * (founds.some((found) => isSubject(found, record)) ? subject : 1);
    }

    function isSubject({ titled, records }, record) {
      if (!titled.size || titled.size > fewPages) return false;
      return titled.has(catalogue.pageOf(record)) || Boolean(records.get(record) && records.get(record).isHeaded);
    }

    function prior(record) { return priors[catalogue.pageOf(record)] * (catalogue.asides.has(record) ? aside : 1); }

    return { standing, either, byPositions, byImpacts, score, together, prior, rarityOf };
  }

  function priorsOf(catalogue, weights) {
    const priors = new Float64Array(catalogue.pages).fill(1);
    const kinds = catalogue.facets.find(({ name }) => name === KIND_FACET);
    (kinds ? kinds.values : []).forEach(({ value, pages }) => pages.forEach((page) => { priors[page] = weights[value] || 1; }));
    return priors;
  }

  /** 1 for runs that touch, falling with the distance between them; 0 when they share no stretch of the record. */
  function nearness(one, other, record, half) {
    const [a, b] = [one, other].map((found) => (found.records.get(record) || { positions: [] }).positions);
    let least = Infinity;
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      least = Math.min(least, Math.abs(a[i] - b[j]));
      if (a[i] < b[j]) i += 1;
      else j += 1;
    }
    return half / (half + least);
  }

  return { create };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeRank;
