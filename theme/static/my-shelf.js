'use strict';
/**
 * One value of a reader's, kept in this browser: {"version": 1, "<field>": [entry, …]} under one name. No DOM.
 *
 * PracticeShelf.open(storage, name, field, readEntry, same, {title, most, merge}) → shelf. `storage` is a localStorage or null. The value is read
 *   anew by every operation, for a second tab may have written it. readEntry(given, spoiled) → an entry as it should be, or
 *   null for what is none; spoiled() tells that something was left out. Of entries that are the `same` the first is read.
 *   What a saved file needs to know (my-file.js): `title`, what a reader calls the entries; `most`, how many there may be;
 *   merge(here, given) → what becomes of an entry that is here and in the file; without it the file's.
 * PracticeShelf.storage() → the browser's storage, or null.
 */
var PracticeShelf = (() => {
  const VERSION = 1;

  class Shelf {
    constructor(storage, name, field, readEntry, same, { title = '', most = 200, merge = (here, given) => given } = {}) {
      Object.assign(this, { storage, name, field, readEntry, same, title, most, merge, damagedName: name + ':damaged' });
      /** What is kept while nothing can be stored: as long as the page stands. */
      this.memory = [];
      this.available = this.works();
      /** Whether this shelf met something that it could not read. */
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

    entries() {
      if (!this.available) return this.memory.map((entry) => Object.assign({}, entry));
      let text = null;
      try { text = this.storage.getItem(this.name); } catch (error) { this.available = false; }
      const { entries, damaged } = this.read(text);
      if (damaged) this.putAside(text, entries);
      return entries;
    }

    /** Stored text → {entries, damaged}; never throws. A version that this program does not know counts as damaged. */
    read(text) {
      let damaged = false;
      const spoiled = () => { damaged = true; };
      let value = null;
      try { value = JSON.parse(text); } catch (error) { spoiled(); }
      if (!value || value.version !== VERSION || !Array.isArray(value[this.field])) return { entries: [], damaged: text !== null };
      const entries = value[this.field].map((given) => this.readEntry(given, spoiled)).filter(Boolean);
      const unique = entries.filter((entry, index) => entries.findIndex((other) => this.same(other, entry)) === index);
      return { entries: unique, damaged };
    }

    /** Garbage is nobody's to throw away: it stays under a name of its own. */
    putAside(text, entries) {
      this.damaged = true;
      try {
        this.storage.setItem(this.damagedName, text);
        this.write(entries);
      } catch (error) {
        this.available = false;
        this.memory = entries;
      }
    }

    save(entries) {
      this.memory = entries;
      if (!this.available) return;
      try {
        this.write(entries);
      } catch (error) {
        this.available = false;
      }
    }

    write(entries) {
      this.storage.setItem(this.name, JSON.stringify({ version: VERSION, [this.field]: entries }));
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
      if (this.entries().length) return false;
      try { return !this.available || this.storage.getItem(this.damagedName) === null; } catch (error) { return true; }
    }
  }

  /** The browser's storage, or null: the mere name throws where it is forbidden. */
  function storage() {
    try { return window.localStorage; } catch (error) { return null; }
  }

  return { open: (...given) => new Shelf(...given), storage };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeShelf;
