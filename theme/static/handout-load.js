'use strict';
/**
 * Loads data/handouts/ piece by piece: a script is read only when something of it is used, and once.
 *
 * PracticeHandoutData.unit(name) → a promise of a unit's data (case:xitang); .library(names) → a promise of what
 *   PracticeHandout.compose takes for these units; .office() → of the parts of a Word file. Rejects with the address of the
 *   file that is missing.
 */
var PracticeHandoutData = (() => {
  const FOLDER = 'data/handouts/';
  const asked = new Map();

  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => {
        asked.delete(address); // it may be there when it is asked for again
        script.remove();
        reject(new Error(address));
      };
      document.head.append(script);
    });
  }

  /** Runs a script once; → what it put into a global, or a rejection where it put nothing there. */
  async function load(name, global, key) {
    const address = FOLDER + name + '.js';
    if (!asked.has(address)) asked.set(address, run(address));
    await asked.get(address);
    const found = key === undefined ? window[global] : (window[global] || {})[key];
    if (!found) throw new Error(address);
    return found;
  }

  const unit = (name) => load(name.replace(':', '-'), 'PracticeHandoutUnits', name);
  const source = (key) => load('source-' + key, 'PracticeHandoutSources', key);
  const office = () => load('office', 'PracticeHandoutOffice');
  const common = () => load('common', 'PracticeHandoutCommon');

  /** Of the sources those that the units or the terms may cite. */
  function sourcesOf(units, terms) {
    const blocks = [].concat(terms.blocks, ...units.map(({ pieces }) => [].concat(...pieces.map((piece) => piece.blocks))));
    return Array.from(new Set(PracticeHandout.placesIn(blocks).map(PracticeHandout.sourceOf)));
  }

  const entered = (keys, values) => keys.reduce((all, key, index) => Object.assign(all, { [key]: values[index] }), {});

  async function library(names) {
    const terms = await load('terms', 'PracticeHandoutTerms');
    const units = await Promise.all(names.map(unit));
    const keys = sourcesOf(units, terms);
    const sources = await Promise.all(keys.map(source));
    return { common: await common(), terms, units: entered(names, units), sources: entered(keys, sources) };
  }

  return { unit, library, office };
})();
