'use strict';
/**
 * What a reader keeps, as data: no DOM, no page. my-page.js binds it to my.html; in node a test does.
 *
 * PracticeStore.parseQuery(search) → {id, done} of `?keep=check:<id>&done=<key>,<key>`, or null when it keeps nothing;
 *   `done` is null when the address does not speak of ticks at all.
 * PracticeStore.open(storage, libraryId) → store over one value under `shijianku:<libraryId>:checklists`:
 *   {"version": 1, "lists": [{"id", "title", "kept", "done": [key, …]}, …]}, the list kept last first.
 *   `storage` is a localStorage or null. The value is read anew by every operation, for a second tab may have written it.
 */
var PracticeStore = (() => {
  const VERSION = 1;
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

  /** Stored text → {lists, damaged}; never throws. A version that this program does not know counts as damaged. */
  function read(text) {
    let damaged = false;
    const spoiled = () => { damaged = true; };
    let value = null;
    try { value = JSON.parse(text); } catch (error) { spoiled(); }
    if (!value || value.version !== VERSION || !Array.isArray(value.lists)) return { lists: [], damaged: text !== null };
    const lists = value.lists.map((given) => readList(given, spoiled)).filter(Boolean);
    const unique = lists.filter((list, index) => lists.findIndex(({ id }) => id === list.id) === index);
    return { lists: unique, damaged };
  }

  class Store {
    constructor(storage, libraryId) {
      this.storage = storage;
      this.name = 'shijianku:' + libraryId + ':checklists';
      this.damagedName = this.name + ':damaged';
      /** What is kept while nothing can be stored: as long as the page stands. */
      this.memory = [];
      this.available = this.works();
      /** Whether this store met something that it could not read. */
      this.damaged = false;
    }

    works() {
      const probe = this.name + ':probe';
      try {
        this.storage.setItem(probe, '1');
        this.storage.removeItem(probe);
        return true;
      } catch (error) {
        return false;
      }
    }

    lists() {
      if (!this.available) return this.memory.map((list) => Object.assign({}, list));
      let text = null;
      try { text = this.storage.getItem(this.name); } catch (error) { this.available = false; }
      const { lists, damaged } = read(text);
      if (damaged) this.putAside(text, lists);
      return lists;
    }

    /** Garbage is nobody's to throw away: it stays under a name of its own. */
    putAside(text, lists) {
      this.damaged = true;
      try {
        this.storage.setItem(this.damagedName, text);
        this.storage.setItem(this.name, JSON.stringify({ version: VERSION, lists }));
      } catch (error) {
        this.available = false;
        this.memory = lists;
      }
    }

    save(lists) {
      this.memory = lists;
      if (!this.available) return;
      try {
        this.storage.setItem(this.name, JSON.stringify({ version: VERSION, lists }));
      } catch (error) {
        this.available = false;
      }
    }

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

    /** Leaves nothing of this reader behind, the damaged value neither. */
    clear() {
      this.memory = [];
      this.damaged = false;
      if (!this.available) return;
      try {
        this.storage.removeItem(this.name);
        this.storage.removeItem(this.damagedName);
      } catch (error) {
        this.available = false;
      }
    }

    isEmpty() {
      if (this.lists().length) return false;
      try { return !this.available || this.storage.getItem(this.damagedName) === null; } catch (error) { return true; }
    }
  }

  return { parseQuery, open: (storage, libraryId) => new Store(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeStore;
