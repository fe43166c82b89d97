'use strict';
/**
 * The checklists a reader keeps, as data: no DOM, no page. my-checklists.js binds it to my.html; in node a test does.
 *
 * PracticeStore.parseQuery(search) → {id, done} of `?keep=check:<id>&done=<key>,<key>`, or null when it keeps nothing;
 *   `done` is null when the address does not speak of ticks at all.
 * PracticeStore.open(storage, libraryId) → store over one value under `shijianku:<libraryId>:checklists`:
 *   {"version": 1, "lists": [{"id", "title", "kept", "done": [key, …]}, …]}, the list kept last first.
 *   `storage` is a localStorage or null (my-shelf.js).
 */
var PracticeStore = (() => {
  const Shelf = typeof module === 'object' && module.exports ? require('./my-shelf.js') : PracticeShelf;
  const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;
  const KEY = /^[0-9a-f]{6}$/;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const LONGEST_TITLE = 100;

  const isId = (id) => typeof id === 'string' && ID.test(id);
  const isKey = (key) => typeof key === 'string' && KEY.test(key);
  const keysOf = (keys) => Array.from(new Set(keys.filter(isKey)));

  function parseQuery(search) {
    const parameters = new URLSearchParams(search);
    const [kind, ...rest] = (parameters.get('keep') || '').split(':');
    const id = rest.join(':');
    if (kind !== 'check' || !isId(id)) return null;
    return { id, done: parameters.has('done') ? keysOf(parameters.get('done').split(',')) : null };
  }

  /** A list as it should be, or null for what is none; `spoiled` tells the caller that something was left out. */
  function readList(given, spoiled) {
    if (!given || typeof given !== 'object' || !isId(given.id) || !Array.isArray(given.done)) {
      spoiled();
      return null;
    }
    const done = keysOf(given.done);
    if (done.length !== given.done.length) spoiled();
    const title = typeof given.title === 'string' ? given.title.slice(0, LONGEST_TITLE) : '';
    return { id: given.id, title, kept: DATE.test(given.kept) ? given.kept : '', done };
  }

  class Store {
    constructor(storage, libraryId) {
      const name = 'shijianku:' + libraryId + ':checklists';
      this.shelf = Shelf.open(storage, name, 'lists', readList, (one, other) => one.id === other.id, { title: '检查表' });
    }

    /** All that is kept here, for whoever clears, counts or copies it. */
    get shelves() { return [this.shelf]; }

    get available() { return this.shelf.available; }

    get damaged() { return this.shelf.damaged; }

    lists() { return this.shelf.entries(); }

    save(lists) { this.shelf.save(lists); }

    clear() { this.shelf.clear(); }

    isEmpty() { return this.shelf.isEmpty(); }

    get(id) { return this.lists().find((list) => list.id === id) || null; }

    /**
     * Keeps a list, first of all. Of a list already kept the ticks handed over win and the date is renewed; where none are
     * spoken of (`done` null) its own stay. Returns the list as it was before, or null.
     */
    keep(id, { done = null, date = '', title = '' } = {}) {
      if (!isId(id)) return null;
      const before = this.get(id);
      const ticks = done || (before ? before.done : []);
      const list = readList({ id, title: title || (before ? before.title : ''), kept: date, done: keysOf(ticks) }, () => {});
      this.save([list].concat(this.lists().filter((other) => other.id !== id)));
      return before;
    }

    /** Puts back a list that `keep`, `reset` or `remove` returned: in its place, or, when it was removed, where it stood. */
    restore(list, at = 0) {
      const lists = this.lists();
      const index = lists.findIndex(({ id }) => id === list.id);
      lists.splice(index < 0 ? at : index, index < 0 ? 0 : 1, list);
      this.save(lists);
    }

    tick(id, key) { this.change(id, (done) => (isKey(key) ? keysOf(done.concat(key)) : done)); }

    untick(id, key) { this.change(id, (done) => done.filter((other) => other !== key)); }

    /** Takes all ticks off one list; returns the list as it was before, or null. */
    reset(id) { return this.change(id, () => []); }

    change(id, make) {
      const lists = this.lists();
      const list = lists.find((one) => one.id === id);
      if (!list) return null;
      const before = Object.assign({}, list);
      list.done = make(list.done);
      this.save(lists);
      return before;
    }

    /** Removes one list; returns {list, at}: what it was and where it stood, or null. */
    remove(id) {
      const lists = this.lists();
      const at = lists.findIndex((list) => list.id === id);
      if (at < 0) return null;
      const [list] = lists.splice(at, 1);
      this.save(lists);
      return { list, at };
    }
  }

  return { parseQuery, open: (storage, libraryId) => new Store(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeStore;
