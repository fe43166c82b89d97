'use strict';
/**
 * Everything that a reader keeps as one file, and back. No DOM. It knows no shelf by name: each reads and merges its own entries
 * (my-shelf.js), so that a shelf that joins needs nothing here.
 *
 * PracticeFile.write(shelves, libraryId, date) → text: {"kind", "version", "library", "date", "shelves": {<key>: [entry, …], …}}; a shelf's
 *   key is its name after the library's id.
 * PracticeFile.read(text, libraryId) → {date, shelves}; throws RangeError that says in Chinese what is wrong.
 * PracticeFile.merge(shelves, libraryId, file) → {told, unknown, isChanged, undo}: now what is in the file stands beside what was kept; undo()
 *   puts back what was there. told: [{title, added, changed, spoiled, over}, …] of each shelf that the file speaks of; unknown: how many more.
 * PracticeFile.inWords(merged) → that in Chinese.
 */
var PracticeFile = (() => {
  const KIND = 'shijianku-my';
  const BASKET = 'shijianku-basket';
  const VERSION = 1;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;

  const keyOf = (shelf, libraryId) => shelf.name.slice(('shijianku:' + libraryId + ':').length);

  function write(shelves, libraryId, date) {
    const told = {};
    shelves.forEach((shelf) => { told[keyOf(shelf, libraryId)] = shelf.entries(); });
    return JSON.stringify({ kind: KIND, version: VERSION, library: libraryId, date, shelves: told }, null, 1) + '\n';
  }

  function read(text, libraryId) {
    let given = null;
    if (text.includes('\ufffd')) throw new RangeError('这个文件的编码不对，可能用别的程序改存过。请用原来存成的文件。');
    try { given = JSON.parse(text.replace(/^\ufeff/, '')); } catch (error) { throw new RangeError('这个文件不是资料文件，或者不完整。'); }
    if (given && given.kind === BASKET) throw new RangeError('这是讲义篮文件，请在“讲义篮”下面点“打开讲义篮文件”。');
    if (!given || given.kind !== KIND || !given.shelves || typeof given.shelves !== 'object') throw new RangeError('这个文件不是资料文件。请选“全部存成文件”存下来的文件。');
    if (given.version !== VERSION) throw new RangeError('这个资料文件的版本这里读不了。请用存它的那一版实践库打开。');
    if (given.library !== libraryId) throw new RangeError('这个资料文件是另一个资料库的，没有打开。');
    return { date: DATE.test(given.date) ? given.date : '', shelves: given.shelves };
  }

  /** What a shelf makes of the file's entries, beside those that it has. */
  function mergeShelf(shelf, given) {
    const told = { title: shelf.title, added: 0, changed: 0, spoiled: 0, over: 0 };
    const entries = shelf.entries();
    given.forEach((raw) => {
      let isSpoiled = false;
      const entry = shelf.readEntry(raw, () => { isSpoiled = true; });
      if (isSpoiled) told.spoiled += 1;
      if (!entry) return;
      const at = entries.findIndex((other) => shelf.same(other, entry));
      if (at < 0 && entries.length >= shelf.most) {
        told.over += 1;
      } else if (at < 0) {
        entries.push(entry);
        told.added += 1;
      } else {
        const merged = shelf.merge(entries[at], entry);
        if (JSON.stringify(merged) === JSON.stringify(entries[at])) return;
        entries[at] = merged;
        told.changed += 1;
      }
    });
    return { entries, told };
  }

  function merge(shelves, libraryId, file) {
    const isIn = (key) => Object.prototype.hasOwnProperty.call(file.shelves, key) && Array.isArray(file.shelves[key]);
    const before = shelves.map((shelf) => shelf.entries());
    const keys = shelves.map((shelf) => keyOf(shelf, libraryId));
    const told = [];
    shelves.forEach((shelf, index) => {
      if (!isIn(keys[index])) return;
      const merged = mergeShelf(shelf, file.shelves[keys[index]]);
      if (merged.told.added || merged.told.changed) shelf.save(merged.entries);
      told.push(merged.told);
    });
    const unknown = Object.keys(file.shelves).filter((key) => !keys.includes(key) || !isIn(key)).length;
    const isChanged = told.some(({ added, changed }) => added || changed);
    return { told, unknown, isChanged, undo: () => shelves.forEach((shelf, index) => shelf.save(before[index])) };
  }

  /** What a merge did, for its reader: what came in, and what was left out and why. */
  function inWords({ told, unknown }) {
    const came = told.filter(({ added, changed }) => added || changed).map(({ title, added, changed }) => title
      + [added ? '新增 ' + added + ' 项' : '', changed ? '更新 ' + changed + ' 项' : ''].filter(Boolean).join('、'));
    const out = told.map(({ title, spoiled, over }) => [
      spoiled ? title + '有 ' + spoiled + ' 项读不出来或不完整' : '', over ? title + '放不下，少放 ' + over + ' 项' : ''].filter(Boolean).join('，'))
      .concat(unknown ? '另有 ' + unknown + ' 类资料这一版读不了，没有放进来' : '').filter(Boolean);
    return (came.length ? came.join('；') : '文件里的内容这里已经都有') + '。' + (out.length ? out.join('；') + '。' : '');
  }

  return { write, read, merge, inWords };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeFile;
