'use strict';
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const test = require('node:test');
const { faults } = require('./baseline.js');
const { cssFaults } = require('./baseline-css.js');
const { report, scripts } = require('./check_baseline.js');

const THEME = path.join(__dirname, '../../theme/static');
const FIXTURE = path.join(__dirname, 'fixture');
const whats = (source, file) => faults(source, file).map(({ what }) => what);

test('every script of the theme and of the index is ES2019 and uses nothing newer than the baseline', () => {
  for (const folder of [THEME, FIXTURE]) {
    assert.ok(scripts(folder).length > 5, folder);
    assert.deepStrictEqual(report(folder), []);
  }
});

const NEWER_SYNTAX = [
  'a?.b', 'a?.[0]', 'a ?? b', 'a ||= b', '1_000', '10n', 'import("./a.js")', 'import "./a.js"', 'export const a = 1',
  'import.meta', 'class A { b = 1 }', 'class A { #b() {} }', 'class A { static {} }', 'await a', '/a/d', '/a/v',
  'for await (const a of b) {}', '#!/usr/bin/env node',
];
NEWER_SYNTAX.forEach((source) => test('newer syntax is found: ' + source, () => {
  assert.deepStrictEqual(whats(source), ['syntax']);
}));

const FORBIDDEN = {
  'fetch("a")': 'fetch',
  'window.fetch("a")': 'fetch',
  'self["fetch"]("a")': 'fetch',
  'const { fetch: get } = window': 'fetch',
  'const get = fetch': 'fetch',
  'new XMLHttpRequest()': 'XMLHttpRequest',
  'new EventSource("a")': 'EventSource',
  'new WebSocket("a")': 'WebSocket',
  'new Worker("a.js")': 'Worker',
  'new SharedWorker("a.js")': 'SharedWorker',
  'navigator.serviceWorker.register("a.js")': 'navigator.serviceWorker',
  'window.navigator.serviceWorker': 'navigator.serviceWorker',
  '"serviceWorker" in navigator && navigator["serviceWorker"]': 'navigator.serviceWorker',
  'importScripts("a.js")': 'importScripts',
  'WebAssembly.instantiate(a)': 'WebAssembly',
  'new Intl.Segmenter("zh")': 'Intl.Segmenter',
  'const { Segmenter } = Intl': 'Intl.Segmenter',
  'structuredClone(a)': 'structuredClone',
  'BigInt(1)': 'BigInt',
  'new WeakRef(a)': 'WeakRef',
  'new SharedArrayBuffer(8)': 'SharedArrayBuffer',
  'eval("1")': 'eval',
  'new Function("return 1")': 'Function',
  'setTimeout("a()", 1)': 'setTimeout of text',
  'document.write("a")': 'document.write',
  '"a".replaceAll("a", "b")': 'replaceAll',
  'const { submitter } = event': 'submitter',
  'a.at(-1)': 'at',
  '[].at.call(a, 1)': 'at',
  'Object.hasOwn(a, "b")': 'Object.hasOwn',
  'Promise.any(a)': 'Promise.any',
  'a.findLast(b)': 'findLast',
  'a.toSorted()': 'toSorted',
  'a.toReversed()': 'toReversed',
  'a.with(0, 1)': 'with',
  'a.replaceChildren()': 'replaceChildren',
  'crypto.randomUUID()': 'crypto.randomUUID',
  'CSS.highlights.clear()': 'CSS.highlights',
  'new Date().toLocaleString("zh", { dateStyle: "long" })': 'dateStyle',
  'new RegExp("a", "v")': 'RegExp flags v',
  'new RegExp("a", "gd")': 'RegExp flags gd',
  'const text = `${fetch("a")}`': 'fetch',
  'const a = { b() { return fetch("a"); } }': 'fetch',
};
Object.entries(FORBIDDEN).forEach(([source, what]) => test('a name the baseline lacks is found: ' + source, () => {
  assert.deepStrictEqual(whats(source), [what]);
}));

test('what only looks like such a name is left alone', () => {
  const fine = [
    '"fetch eval Worker"; /fetch/; // fetch\n/* new Worker() */ `a.at(1)`',
    'const a = { fetch: 1, at: 2, eval() {} }; a.fetch; a.at; library.any; sets.hasOwn',
    'class A { fetch() {} }',
    'Object.fromEntries(a); "a".matchAll(/a/g); [].flat(); Promise.allSettled([]); globalThis.a; Object.hasOwnProperty',
    'try { a(); } catch { b(); } /(?<=a)(?<name>b)\\p{M}/su; async () => { await a; }; ({ ...a, b: [...c] })',
    'new RegExp("d", "gu"); new RegExp(a, b); setTimeout(() => {}, 1); constructor; toString',
  ];
  fine.forEach((source) => assert.deepStrictEqual(faults(source), [], source));
});

test('a fault tells its line', () => {
  assert.deepStrictEqual(faults('var a;\n\nfetch(a);'), [{ line: 3, what: 'fetch', why: 'does not work from file://' }]);
  assert.strictEqual(faults('var a;\na?.b')[0].line, 2);
});

test('a service worker may use the names of its work, but not newer syntax', () => {
  assert.deepStrictEqual(whats('fetch(a)', 'site/service-worker.js'), []);
  assert.deepStrictEqual(whats('a?.b', 'site/service-worker.js'), ['syntax']);
  assert.deepStrictEqual(whats('fetch(a)', 'site/my-service-worker.js'), ['fetch']);
});

test('one script may register the service worker, and none other', () => {
  const source = 'navigator.serviceWorker.register(a); fetch(a)';
  assert.deepStrictEqual(whats(source, 'site/assets/offline.js'), ['fetch']);
  assert.deepStrictEqual(whats(source, 'site/assets/my-offline.js'), ['navigator.serviceWorker', 'fetch']);
});

test('every style sheet of the theme keeps to what the baseline draws', () => {
  const sheets = fs.readdirSync(THEME).filter((name) => name.endsWith('.css'));
  assert.ok(sheets.length > 5);
  sheets.forEach((name) => {
    assert.deepStrictEqual(cssFaults(fs.readFileSync(path.join(THEME, name), 'utf8')), [], name);
  });
});

const NEWER_CSS = [
  'a:has(b) { color: red }', ':is(h1, h2) a { color: red }', 'a:where(b) { color: red }', 'a:not(b, c) { color: red }',
  'a:hover, a:focus-visible { color: red }', '@layer a { b { color: red } }', '@media (width >= 30em) { a { color: red } }',
  'a { inset: 0 }', 'a { color: red; inset: 0 }', 'a { margin-inline: 0 }', 'a { padding-block: 1px 2px; }', 'a { aspect-ratio: 1 }',
  'a { display: flex; gap: 8px }', 'a { gap: 8px; display: inline-flex }', '@media print { a { display: flex; column-gap: 8px } }',
  'a { height: 100dvh }', 'a { width: fit-content }', 'a { color: color-mix(in srgb, red, blue) }',
  '@container (min-width: 1px) { a { color: red } }',
];
NEWER_CSS.forEach((css) => test('a style the baseline drops is found: ' + css, () => {
  assert.strictEqual(cssFaults(css).length, 1);
}));

test('styles of the baseline are left alone', () => {
  const fine = [
    '/* no :is(), no inset: 0 */ a { box-shadow: inset 0 0 0 1px red }', ':focus-visible { outline: 0 }',
    'a { display: grid; gap: 8px } b { display: flex }', 'a { columns: 2; column-gap: 8px }',
    'a { margin-inline-start: 0; padding-block-end: 0 }', '@media screen and (max-width: 720px) { a:not([b]) { width: min(100%, 2em) } }',
    'a { grid-template-columns: fit-content(10em) 1fr; transform: rotate(90deg) }',
  ];
  fine.forEach((css) => assert.deepStrictEqual(cssFaults(css), [], css));
});
