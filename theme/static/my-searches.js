'use strict';
/**
 * The searches a reader keeps, as data: no DOM, no page.
 *
 * PracticeSearches.open(storage, libraryId) → store over one value under `shijianku:<libraryId>:searches` (my-shelf.js):
 *   {"version": 1, "searches": [{"text", "chosen": [[facet, value], …], "sort", "kept"}, …]}, the last kept first.
 */
var PracticeSearches = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Shelf = inNode ? require('./my-shelf.js') : PracticeShelf;
  const Address = inNode ? require('./search-address.js') : PracticeAddress;
  const MOST = 30;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;

  const isPair = (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  const isSame = (one, other) => Address.write(one) === Address.write(other);

  /** A search as it should be, or null for what is none; `spoiled` tells the caller that something was left out. */
  function readSearch(given, spoiled) {
    const isSearch = given && typeof given.text === 'string' && Array.isArray(given.chosen);
    const chosen = isSearch ? given.chosen.filter(isPair) : [];
    const search = isSearch && {
      text: given.text.trim(), chosen, sort: given.sort === 'added' ? 'added' : 'relevance', kept: DATE.test(given.kept) ? given.kept : '',
    };
    if (!search || !Address.isKeepable(search) || chosen.length !== given.chosen.length) spoiled();
    return search && Address.isKeepable(search) ? search : null;
  }

  class Searches {
    constructor(storage, libraryId) {
      this.shelf = Shelf.open(storage, 'shijianku:' + libraryId + ':searches', 'searches', readSearch, isSame, { title: '检索', most: MOST });
    }

    /** All that is kept here, for whoever clears, counts or copies it. */
    get shelves() { return [this.shelf]; }

    get available() { return this.shelf.available; }

    get damaged() { return this.shelf.damaged; }

    list() { return this.shelf.entries(); }

    clear() { this.shelf.clear(); }

    isEmpty() { return this.shelf.isEmpty(); }

    /** Keeps a search, first of all and once; the oldest go. Returns it, or null when it cannot be kept. */
    keep(choice, date = '') {
      const search = readSearch(Object.assign({ kept: date }, choice), () => {});
      if (search) this.shelf.save([search].concat(this.without(search)).slice(0, MOST));
      return search;
    }

    /** Removes one search; returns where it stood, or -1. */
    remove(search) {
      const at = this.list().findIndex((other) => isSame(other, search));
      if (at >= 0) this.shelf.save(this.without(search));
      return at;
    }

    /** Puts back what was removed, where it stood. */
    restore(search, at) {
      const searches = this.without(search);
      searches.splice(at, 0, search);
      this.shelf.save(searches.slice(0, MOST));
    }

    without(search) { return this.list().filter((other) => !isSame(other, search)); }
  }

  return { open: (storage, libraryId) => new Searches(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeSearches;
