'use strict';
/** What makes handouts, as my.html loads it: classic scripts over one global, in the order of fragments/handout-scripts.html. */
const fs = require('fs');
const path = require('path');
const vm = require('vm');

const THEME = path.join(__dirname, '../../theme');
const fragment = fs.readFileSync(path.join(THEME, 'templates/fragments/handout-scripts.html'), 'utf8');
const names = /in \(([^)]*)\)/.exec(fragment)[1].split(',').map((name) => name.trim().replace(/"/g, ''));

names.forEach((name) => {
  const file = path.join(THEME, `static/${name}.js`);
  vm.runInThisContext(fs.readFileSync(file, 'utf8'), { filename: file });
});

module.exports = globalThis.PracticeHandout;
