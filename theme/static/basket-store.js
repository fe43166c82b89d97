'use strict';
/**
 * The 讲义篮 as data: no DOM, no page. basket-page.js binds it to my.html; in node a test does.
 *
 * PracticeBasket.parseQuery(search) → {unit, piece} of `?add=case:xitang/practice`, or null; `piece` is '' for all of it.
 * PracticeBasket.open(storage, libraryId) → store over two values (my-shelf.js): `shijianku:<libraryId>:basket`, {"version": 1,
 *   "items": [{"unit", "title", "pieces"}, …]} in the reader's order, `pieces` ids of those taken, null for all; and
 *   `…:basket-cover`, one {"title", "by", "date", "withoutTerms", "withoutSources"}.
 * PracticeBasket.read(text, libraryId) → {items, cover} of a saved file; throws RangeError that says in Chinese what is wrong.
 */
var PracticeBasket = (() => {
  const Shelf = typeof module === 'object' && module.exports ? require('./my-shelf.js') : PracticeShelf;
  const UNIT = /^(case|manual|table):[a-z0-9-]+$/;
  const PIECE = /^[a-z0-9-]+$/;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/g;
  const LONGEST = 100;
  const KIND = 'shijianku-basket';
  const [VERSION, MOST] = [1, 200];

  const isUnit = (unit) => typeof unit === 'string' && UNIT.test(unit);
  const piecesOf = (ids) => Array.from(new Set(ids.filter((id) => typeof id === 'string' && PIECE.test(id))));
  const line = (text) => (typeof text === 'string' ? text.replace(CONTROL, ' ').trim().slice(0, LONGEST) : '');

  /** A day that the calendar has. */
  function isDay(text) {
    return typeof text === 'string' && DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  }

  function parseQuery(search) {
    const [unit, piece = '', ...rest] = (new URLSearchParams(search).get('add') || '').split('/');
    if (!isUnit(unit) || rest.length || (piece && !PIECE.test(piece))) return null;
    return { unit, piece };
  }

  /** An item as it should be, or null for what is none; `spoiled` tells the caller that something was left out. */
  function readItem(given, spoiled) {
    const pieces = given && Array.isArray(given.pieces) ? piecesOf(given.pieces) : null;
    if (!given || typeof given !== 'object' || !isUnit(given.unit) || (given.pieces !== null && !pieces)) {
      spoiled();
      return null;
    }
    if (pieces && pieces.length !== given.pieces.length) spoiled();
    return { unit: given.unit, title: line(given.title), pieces };
  }

  function readCover(given, spoiled) {
    if (!given || typeof given !== 'object') {
      spoiled();
      return null;
    }
    return {
      title: line(given.title), by: line(given.by), date: isDay(given.date) ? given.date : '',
      withoutTerms: given.withoutTerms === true, withoutSources: given.withoutSources === true,
    };
  }

  /** Of two accounts of one unit, the pieces of both. */
  const merge = (here, given) => Object.assign({}, here, { pieces: here.pieces && given.pieces && piecesOf(here.pieces.concat(given.pieces)) });

  class Store {
    constructor(storage, libraryId) {
      const name = 'shijianku:' + libraryId + ':basket';
      this.library = libraryId;
      this.shelf = Shelf.open(storage, name, 'items', readItem, (one, other) => one.unit === other.unit, { title: '讲义篮', most: MOST, merge });
      this.covers = Shelf.open(storage, name + '-cover', 'cover', readCover, () => true, { title: '讲义封面', most: 1 });
    }

    get available() { return this.shelf.available && this.covers.available; }

    get damaged() { return this.shelf.damaged || this.covers.damaged; }

    items() { return this.shelf.entries(); }

    cover() { return this.covers.entries()[0] || readCover({}, () => {}); }

    /** Keeps what has changed; the rest may have been written by a second tab. */
    setCover(change) { this.covers.save([readCover(Object.assign(this.cover(), change), () => {})]); }

    /** All that is kept here, for whoever clears, counts or copies it. */
    get shelves() { return [this.shelf, this.covers]; }

    clear() {
      this.shelf.clear();
      this.covers.clear();
    }

    isEmpty() { return this.shelf.isEmpty() && this.covers.isEmpty(); }

    get(unit) { return this.items().find((item) => item.unit === unit) || null; }

    /** Adds all of a unit (`ids` null), or some pieces to those taken of it. Returns whether anything was added. */
    add(unit, ids, title) {
      const items = this.items();
      const item = items.find((one) => one.unit === unit);
      const isThere = item && (!item.pieces || (ids && ids.every((id) => item.pieces.includes(id))));
      if (isThere) return false;
      if (!item) items.push({ unit, title, pieces: ids });
      else item.pieces = ids && piecesOf(item.pieces.concat(ids));
      this.save(items);
      return true;
    }

    save(items) { this.shelf.save(items.map((item) => readItem(item, () => {})).filter(Boolean).slice(0, MOST)); }

    /** Takes other pieces of a unit; null for all. */
    choose(unit, pieces) { this.save(this.items().map((item) => (item.unit === unit ? Object.assign(item, { pieces }) : item))); }

    /** Moves an item by some places, -1 up; at an end it stays. */
    move(unit, by) {
      const items = this.items();
      const at = items.findIndex((item) => item.unit === unit);
      const to = at + by;
      if (at < 0 || to < 0 || to >= items.length) return;
      items.splice(to, 0, ...items.splice(at, 1));
      this.save(items);
    }

    /** Removes an item; returns {item, at}, or null. */
    remove(unit) {
      const items = this.items();
      const at = items.findIndex((item) => item.unit === unit);
      if (at < 0) return null;
      const [item] = items.splice(at, 1);
      this.save(items);
      return { item, at };
    }

    restore({ item, at }) {
      const items = this.items().filter(({ unit }) => unit !== item.unit);
      items.splice(at, 0, item);
      this.save(items);
    }

    /** The basket as a text that another machine can open. */
    write() {
      const told = { kind: KIND, version: VERSION, library: this.library, cover: this.cover(), items: this.items() };
      return JSON.stringify(told, null, 1) + '\n';
    }
  }

  function read(text, libraryId) {
    let given = null;
    if (text.includes('\ufffd')) throw new RangeError('这个文件的编码不对，可能用别的程序改存过。请用原来存成的文件。');
    try { given = JSON.parse(text.replace(/^\ufeff/, '')); } catch (error) { throw new RangeError('这个文件不是讲义篮文件，或者不完整。'); }
    if (!given || given.kind !== KIND || !Array.isArray(given.items)) throw new RangeError('这个文件不是讲义篮文件。请选“存成文件”存下来的文件。');
    if (given.version !== VERSION) throw new RangeError('这个讲义篮文件的版本这里读不了。请用存它的那一版实践库打开。');
    if (given.library !== libraryId) throw new RangeError('这个讲义篮文件是另一个资料库的，没有打开。');
    const items = given.items.map((item) => readItem(item, () => {})).filter(Boolean).slice(0, MOST);
    if (!items.length) throw new RangeError('这个讲义篮文件里没有可用的内容。');
    return { items, cover: readCover(given.cover || {}, () => {}) };
  }

  return { parseQuery, read, open: (storage, libraryId) => new Store(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeBasket;
