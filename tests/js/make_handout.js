'use strict';
/** Makes the Word files of some baskets from a library's own scripts: node make_handout.js <folder of data/handouts> <folder to write to>
 *  Standard input: {name: {items, cover}}. */
const fs = require('fs');
const path = require('path');
const vm = require('vm');
const handout = require('./handout.js');

const [data, folder] = process.argv.slice(2);
globalThis.window = globalThis;
fs.readdirSync(data).filter((name) => name.endsWith('.js')).forEach((name) => vm.runInThisContext(fs.readFileSync(path.join(data, name), 'utf8')));
const { PracticeHandoutCommon: common, PracticeHandoutTerms: terms, PracticeHandoutSources: sources, PracticeHandoutUnits: units } = globalThis;
const baskets = JSON.parse(fs.readFileSync(0, 'utf8'));
Object.keys(baskets).forEach((name) => {
  const { items, cover } = baskets[name];
  const made = handout.compose(items, cover, { common, terms, sources, units });
  const images = new Map(made.blocks.filter(({ block }) => block === 'picture').map(({ svg }) => [svg, Uint8Array.of(1, 2, 3)]));
  fs.writeFileSync(path.join(folder, name + '.docx'), handout.docx(made, common, globalThis.PracticeHandoutOffice, images));
});
