'use strict';
/** What the tests share: the scripts under test, the committed index, and a plain scan as the oracle. */
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const ROOT = path.join(__dirname, '..', '..');
const FIXTURE = path.join(__dirname, 'fixture');
const PracticeFold = require(path.join(ROOT, 'theme/static/search-fold.js'));
const PracticeQuery = require(path.join(ROOT, 'theme/static/search-query.js'));
const PracticeShards = require(path.join(ROOT, 'theme/static/search-shards.js'));
const PracticeExcerpt = require(path.join(ROOT, 'theme/static/search-excerpt.js'));
const PracticeSearch = require(path.join(ROOT, 'theme/static/search.js'));

global.PracticeSearch = PracticeSearch;
const json = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
const folding = json('generator/search/folding.json');
const { fold, foldWithOrigins } = PracticeFold.create(folding);
const { facets: examples } = json('tests/search/folding.json');
const { parseQuery, choose } = PracticeQuery.create(folding.spaces, fold, Object.entries(examples));
const library = json('tests/js/fixture/library.json');

/** Reads a script of the index as the page would run it; `change` may spoil its text or throw. */
function loader(change = (name, text) => text) {
  return async (name) => {
    const text = name === 'folding' ? foldingScript() : fs.readFileSync(path.join(FIXTURE, name + '.js'), 'utf8');
    vm.runInThisContext(change(name, text));
  };
}

function foldingScript() {
  const [, edition] = /"manifest","(\w+)"/.exec(fs.readFileSync(path.join(FIXTURE, 'manifest.js'), 'utf8'));
  return 'PracticeSearch.register("folding",' + JSON.stringify(edition) + ',' + JSON.stringify(folding) + ')';
}

/** Records as page#anchor, sorted, that hold the folded query in one block. */
function plainScan(query) {
  const wanted = fold(query);
  return library.filter(({ blocks }) => wanted && blocks.some(([text]) => fold(text).includes(wanted))).map(key).sort();
}

function key({ page, anchor }) { return page + '#' + anchor; }

async function found(query, match = 'exact', options = { limit: Infinity }) {
  const { hits } = await PracticeSearch.query(query, options);
  return hits.filter((hit) => hit.match === match).map(key).sort();
}

module.exports = { FIXTURE, PracticeExcerpt, PracticeShards, PracticeSearch, fold, foldWithOrigins, parseQuery, choose, library, json, loader, plainScan, found, key };
