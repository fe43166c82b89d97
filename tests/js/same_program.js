'use strict';
/** Whether scripts are the same program as their sources: node same_program.js <folder> <folder>; tells those that are not. */
const fs = require('fs');
const path = require('path');
const acorn = require('acorn');

/** The tree without places. */
const tree = (folder, name) => JSON.stringify(acorn.parse(fs.readFileSync(path.join(folder, name), 'utf8'), { ecmaVersion: 2019 }),
  (key, value) => (key === 'start' || key === 'end' ? undefined : value));
const [source, shipped] = process.argv.slice(2);
const names = fs.readdirSync(source).filter((name) => name.endsWith('.js'));
const different = names.filter((name) => tree(source, name) !== tree(shipped, name));
console.log(`${names.length} scripts${different.map((name) => '\n' + name).join('')}`);
process.exitCode = different.length ? 1 : 0;
