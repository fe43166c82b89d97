'use strict';
/** Writes example.xlsx of tests/office/example.json: node tests/js/make_office.js <folder> */
const fs = require('fs');
const path = require('path');
const PracticeOffice = require('./office.js');

const example = JSON.parse(fs.readFileSync(path.join(__dirname, '../office/example.json'), 'utf8'));
const folder = process.argv[2];
fs.writeFileSync(path.join(folder, 'example.xlsx'), PracticeOffice.xlsx(example.xlsx));
