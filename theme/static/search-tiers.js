'use strict';
/**
 * The tiers of an answer, each below the one before and without its records: what holds the query whole; all of its words,
 * some of them perhaps in the page's title only (the two are ranked together and told apart); a synonym; what pinyin or a like-sounding slip meant; and, where
 * nothing or very little holds it, what comes near.
 */
var PracticeTiers = (() => {
  const Heads = typeof module === 'object' && module.exports ? require('./search-heads.js') : PracticeHeads;
  const Plain = typeof module === 'object' && module.exports ? require('./search-plain.js') : PracticePlain;

  const LATIN = /^[a-z'ü\s]+$/i;
  /** A word that is not wanted; what comes near a query that says so might hold it. */
  const EXCLUDES = /(^|\s)[-－](?![\s0-9０-９])/;
  /** So few records with a query of so many characters are not all that answers it: what comes near is listed below them. */
  const FEW = 3;
  const LONG = 5;
  const PINYIN_NAMES = 5;
  const VARIANTS = 3;

  class Answering {
    constructor(opened, text, asked, { chosen, sort, tolerate }) {
      Object.assign(this, opened, { text, asked, chosen, sort, tolerate });
      this.founds = new Map();
      this.taken = new Set();
      /** Words of the query that stand nowhere, and what readers ask that is like it. */
      this.absent = [];
      this.like = [];
      this.hits = [];
      /** What fields and excluded words leave of the records. */
      this.isWanted = () => true;
    }

    /** What was found of a folded run, whether it is common or not. */
    find(run) {
      if (!this.founds.has(run)) this.founds.set(run, this.tolerate(() => this.read(run), this.rank.byPositions([], 0)));
      return this.founds.get(run);
    }

    async read(run) {
      return this.index.isCommon(run) ? this.rank.byImpacts(await this.index.records(run, Infinity))
        : this.rank.byPositions(await this.index.positions(run), Array.from(run).length);
    }

    /**
     * Adds a tier: records with their scores that no tier before has.
     * @param {Map<number, number>} scores @param {(record: number) => string|undefined} [via] what a record was found by instead
     */
    add(match, scores, terms, via = () => undefined) {
      scores.forEach((score, record) => {
        if (this.taken.has(record)) return;
        this.taken.add(record);
        this.hits.push({ record, match, via: via(record), score, terms });
      });
    }

    async addRun(match, run, via) {
      const found = await this.find(run);
      this.add(match, new Map(Array.from(found.records.keys(), (record) => [record, this.rank.together([found], record)])), [run], () => via);
    }

    /** The second reading of the query: words, what is excluded, fields. @returns {Promise<object[]>} fields not known */
    async addWords() {
      const { words, excluded, fields, cut } = this.asked;
      const { wanted, unknown } = this.reading.choose(fields);
      if (unknown.length || !(words.length || fields.length)) return unknown;
      const mask = this.catalogue.wanted(wanted);
      const founds = await Promise.all(words.map((word) => this.find(word)));
      this.absent = words.length > 1 && !cut ? words.filter((_, at) => !founds[at].records.size) : [];
      const without = await Promise.all(excluded.map((word) => this.find(word)));
      this.isWanted = (record) => (!mask || mask[this.catalogue.pageOf(record)])
        && !without.some((found) => found.records.has(record));
      const [whole, context] = this.withAll(founds);
      this.add(words.length < 2 && !cut ? 'exact' : 'words', whole, words);
      context.forEach((score, record) => context.set(record, score * this.index.manifest.scoring.context));
      this.add('context', context, words);
      return unknown;
    }

    /** Records with all words, and those where some stand in the title of the page only. No words: each page's first. */
    withAll(founds) {
      const { pageStarts, pages } = this.catalogue;
      if (!founds.length) return [new Map(pageStarts.slice(0, pages).filter((record) => this.isWanted(record)).map((record) => [record, this.rank.prior(record)])), new Map()];
      const whole = new Map();
      const context = new Map();
      new Set([].concat(...founds.map((found) => Array.from(found.records.keys())))).forEach((record) => {
        if (!this.isWanted(record)) return;
        const held = founds.filter((found) => found.records.has(record)).length;
        const isTitled = founds.every((found) => found.records.has(record) || found.titled.has(this.catalogue.pageOf(record)));
        if (held === founds.length) whole.set(record, this.rank.together(founds, record));
        else if (isTitled) context.set(record, this.rank.together(founds, record));
      });
      return [whole, context];
    }

    async addSynonyms() {
      const { whole, words, cut } = this.asked;
      const others = await this.tolerate(() => this.names.synonymsOf(cut && words.length < 2 ? words[0] : whole), []);
      for (const { text, folded } of others) await this.addRun('synonym', folded, text);
      for (let at = 0, tried = 0; words.length > 1 && at < words.length && tried < VARIANTS; at += 1) {
        const said = await this.tolerate(() => this.names.synonymsOf(words[at]), []);
        for (const other of said.slice(0, VARIANTS - tried)) await this.addVariant(words, at, other);
        tried += said.length;
      }
    }

    /** The words of the query, one of them said otherwise. */
    async addVariant(words, at, { text, folded }) {
      const terms = words.map((word, index) => (index === at ? folded : word));
      const [whole, context] = this.withAll(await Promise.all(terms.map((term) => this.find(term))));
      this.add('synonym', new Map([...whole, ...context]), terms, () => text);
    }

    /** Names that the letters of the query spell, or that sound like its characters. */
    async addPinyin() {
      const names = await this.tolerate(() => this.names.byPinyin(this.text, PINYIN_NAMES), []);
      for (const run of new Set(names.map(({ matched }) => matched))) await this.addRun('pinyin', run, run);
    }

    /** @param {boolean} isAll whether nothing else answers: then rare characters are worth their scripts */
    async addNear(isAll) {
      const { whole, words, cut } = this.asked;
      const { scores, questions, like, terms } = await Plain.near(words.length && !cut ? words : [whole], { ...this, find: (run) => this.find(run) }, isAll);
      this.like = like;
      this.add('near', scores, terms, (record) => questions.get(record));
    }

    async run() {
      const { whole, words, fields } = this.asked;
      if (!whole) return this.told([]);
      await this.addRun('exact', whole);
      const unknown = await this.addWords();
      const isExact = this.hits.length > 0;
      const isScarce = this.hits.length < FEW && whole.length >= LONG;
      if (this.names && !fields.length) await this.addSynonyms();
      if (this.names && !fields.length && (LATIN.test(this.text) || !isExact)) await this.addPinyin();
      const isNear = (!isExact || isScarce) && !this.hits.some(({ match }) => match === 'pinyin') && !fields.length && !EXCLUDES.test(this.text);
      if (isNear && (whole.length > 1 || words.length)) await this.addNear(!isExact);
      return this.told(unknown);
    }

    /** Hits in the order of tiers and in them by score or date, filtered, and counted. */
    told(unknown) {
      const page = ({ record }) => this.catalogue.pageOf(record);
      const mask = this.catalogue.wanted(this.chosen);
      const kept = this.hits.filter((hit) => !mask || mask[page(hit)]);
      const order = this.sort === 'added' ? (a, b) => this.catalogue.addedOf(page(b)) - this.catalogue.addedOf(page(a)) : () => 0;
      const tierOf = ({ match }) => (match === 'context' ? 'words' : match);
      const byTier = new Map(kept.map((hit) => [tierOf(hit), []]));
      kept.forEach((hit) => byTier.get(tierOf(hit)).push(hit));
      const tiers = Array.from(byTier.values(), (tier) => tier.sort((a, b) => order(a, b) || b.score - a.score || a.record - b.record));
      return {
        hits: [].concat(...tiers),
        total: kept.length,
        pages: new Set(kept.map(page)).size,
        facets: this.catalogue.count(this.hits.map(page), this.chosen),
        unknown,
        unfiltered: this.hits.length,
        absent: this.absent,
        questions: this.like,
      };
    }
  }

  /** @param {object} opened index, catalogue, rank, reading, names @returns {Promise<{hits: object[], total: number, …}>} */
  async function answer(opened, text, asked, options) {
    return await Heads.answer(opened, asked, options) || new Answering(opened, text, asked, options).run();
  }

  return { answer };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeTiers;
