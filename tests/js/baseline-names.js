'use strict';
/**
 * What no script of ours may use, and why: a reason, or the first versions of Chromium / Firefox that have it where the
 * baseline (Chromium 80, Firefox 78) does not. String.prototype.matchAll (73 / 67), Object.fromEntries (73 / 63),
 * Array.prototype.flat (69 / 62), Promise.allSettled (76 / 71) and globalThis (71 / 65) are there and so not named.
 */
const NETWORK = 'does not work from file://';
const WORKER = 'no worker starts from file://';
const CODE = 'runs text as code, which the Content-Security-Policy forbids';

/** Names that stand for the global, alone or as a member of window, self, globalThis, top or parent. */
const GLOBALS = {
  fetch: NETWORK,
  XMLHttpRequest: NETWORK,
  EventSource: NETWORK,
  WebSocket: NETWORK,
  Worker: WORKER,
  SharedWorker: WORKER,
  importScripts: WORKER,
  SharedArrayBuffer: WORKER,
  Atomics: WORKER,
  OffscreenCanvas: '69 / 105',
  WebAssembly: NETWORK,
  eval: CODE,
  Function: CODE,
  BigInt: 'ES2020',
  BigInt64Array: 'ES2020',
  BigUint64Array: 'ES2020',
  WeakRef: '84 / 79',
  FinalizationRegistry: '84 / 79',
  AggregateError: '85 / 79',
  structuredClone: '98 / 94',
  reportError: '95 / 93',
  Iterator: '122 / 131',
  Temporal: '144 / 139',
  CompressionStream: '80 / 113',
  DecompressionStream: '80 / 113',
  ClipboardItem: '76 / 127',
  Highlight: '105 / 140',
  URLPattern: '95 / 142',
  Sanitizer: '146 / 148',
  showOpenFilePicker: '86 / none',
  showSaveFilePicker: '86 / none',
  showDirectoryPicker: '86 / none',
};

/** Members of one named object. */
const OF_OBJECT = {
  navigator: { serviceWorker: WORKER, sendBeacon: NETWORK },
  document: { write: 'stops the parser', writeln: 'stops the parser', startViewTransition: '111 / 144' },
  Promise: { any: '85 / 79', withResolvers: '119 / 121', try: '128 / 134' },
  Object: { hasOwn: '92 / 92', groupBy: '117 / 119' },
  Map: { groupBy: '117 / 119' },
  Array: { fromAsync: '121 / 115' },
  RegExp: { escape: '136 / 134' },
  Intl: { Segmenter: '87 / 125', DisplayNames: '81 / 86', supportedValuesOf: '99 / 93', DurationFormat: '129 / 136' },
  CSS: { highlights: '105 / 140', registerProperty: '78 / 128' },
  AbortSignal: { timeout: '103 / 100', any: '116 / 124', abort: '93 / 88' },
  crypto: { randomUUID: '92 / 95' },
  URL: { canParse: '120 / 115', parse: '126 / 126' },
};

/** Methods of any object, where called: nobody can tell from the text which type it has, so ours need other names. */
const METHODS = {
  replaceAll: '85 / 77',
  at: '92 / 90',
  isWellFormed: '111 / 119',
  toWellFormed: '111 / 119',
  findLast: '97 / 104',
  findLastIndex: '97 / 104',
  toSorted: '110 / 115',
  toReversed: '110 / 115',
  toSpliced: '110 / 115',
  with: '110 / 115',
  symmetricDifference: '122 / 127',
  isSubsetOf: '122 / 127',
  isSupersetOf: '122 / 127',
  isDisjointFrom: '122 / 127',
  getOrInsert: '145 / 144',
  getOrInsertComputed: '145 / 144',
  formatRange: '76 / 91',
  replaceChildren: '86 / 78',
  getAnimations: '84 / 75',
  commitStyles: '84 / 75',
  checkVisibility: '105 / 106',
  showModal: '37 / 98',
  showPopover: '114 / 125',
  togglePopover: '114 / 125',
  showPicker: '99 / 101',
  setHTML: '146 / 148',
  setHTMLUnsafe: '124 / 123',
  getHTML: '125 / 128',
};

/** Properties of any object. */
const PROPERTIES = {
  adoptedStyleSheets: '73 / 101',
  submitter: '81 / 75',
  devicePixelContentBoxSize: '84 / 93',
};

/** Keys of options that a browser of the baseline passes over in silence or refuses. */
const OPTIONS = { dateStyle: '76 / 79', timeStyle: '76 / 79', serviceWorker: WORKER };

module.exports = { CODE, GLOBALS, OF_OBJECT, METHODS, PROPERTIES, OPTIONS };
