'use strict';
/**
 * Checks every script of a built site: node tests/js/check_baseline.js <folder>
 * Prints how many were read and one line a fault; ends with 1 when there is one.
 */
const fs = require('fs');
const path = require('path');
const { faults } = require('./baseline.js');

function scripts(folder) {
  return [].concat(...fs.readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? scripts(file) : file.endsWith('.js') ? [file] : [];
  })).sort();
}

/** @returns {string[]} one line a fault, with the file as seen from the folder */
function report(folder, files = scripts(folder)) {
  return [].concat(...files.map((file) => faults(fs.readFileSync(file, 'utf8'), file).map(({ line, what, why }) =>
    path.relative(folder, file).replace(/\\/g, '/') + ':' + line + ': ' + what + ' (' + why + ')')));
}

if (require.main === module) {
  const files = scripts(process.argv[2]);
  const lines = report(process.argv[2], files);
  console.log([files.length + ' scripts', ...lines].join('\n'));
  process.exitCode = lines.length ? 1 : 0;
}

module.exports = { scripts, report };
