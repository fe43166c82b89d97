'use strict';
/** Asks queries (a JSON list on standard input) of the index of a built site: prints [place, tier] of the first hits of each. */
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const PracticeSearch = require('../../theme/static/search.js');

const [site, limit] = process.argv.slice(2);
global.PracticeSearch = PracticeSearch;

async function main() {
  PracticeSearch.useLoader(async (name) => vm.runInThisContext(fs.readFileSync(path.join(site, 'search', name + '.js'), 'utf8')));
  const answers = [];
  for (const query of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    const { hits, missing } = await PracticeSearch.query(query, { limit: Number(limit), excerpts: false });
    if (missing.length) throw new Error(missing.join());
    answers.push(hits.map(({ page, anchor, match }) => [page + '#' + anchor, match]));
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
