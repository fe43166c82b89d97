'use strict';
/**
 * The courses a reader keeps, as data: no DOM, no page.
 *
 * PracticeCourses.open(storage, libraryId) → store over one value under `shijianku:<libraryId>:courses` (my-shelf.js):
 *   {"version": 1, "courses": [{"id", "title", "kept", "state"}, …]}, the course kept last first.
 * Only my.html begins to keep a course. A course's own page goes on in what it finds kept: where it finds nothing (the
 *   reader has not asked for it, or the browser gives each file its own storage) it stores nothing.
 * PracticeCourses.parseQuery(search) → {id, title, state} of `?keep=course:<id>&title=…&at=<state>`, or null.
 */
var PracticeCourses = (() => {
  const inNode = typeof module === 'object' && module.exports;
  const Shelf = inNode ? require('./my-shelf.js') : PracticeShelf;
  const State = inNode ? require('./course-state.js') : PracticeCourseState;
  const ID = /^[a-z0-9][a-z0-9-]{0,60}$/;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const LONGEST_TITLE = 60;

  const isId = (id) => typeof id === 'string' && ID.test(id);

  function parseQuery(search) {
    const parameters = new URLSearchParams(search);
    const [kind, id] = (parameters.get('keep') || '').split(':');
    if (kind !== 'course' || !isId(id)) return null;
    return { id, title: (parameters.get('title') || '').slice(0, LONGEST_TITLE), state: State.read(parameters.get('at')) };
  }

  /** A course as it should be, or null for what is none; `spoiled` tells the caller that something was left out. */
  function readCourse(given, spoiled) {
    if (!given || !isId(given.id)) {
      spoiled();
      return null;
    }
    const title = typeof given.title === 'string' ? given.title.slice(0, LONGEST_TITLE) : '';
    return { id: given.id, title, kept: DATE.test(given.kept) ? given.kept : '', state: State.checked(given.state, spoiled) };
  }

  /** Of two accounts of one course, what was done in either. */
  const merge = (here, given) => Object.assign({}, here, { state: State.merge(here.state, given.state) });

  class Courses {
    constructor(storage, libraryId) {
      const name = 'shijianku:' + libraryId + ':courses';
      this.shelf = Shelf.open(storage, name, 'courses', readCourse, (one, other) => one.id === other.id, { title: '课程', merge });
    }

    /** All that is kept here, for whoever clears, counts or copies it. */
    get shelves() { return [this.shelf]; }

    get available() { return this.shelf.available; }

    get damaged() { return this.shelf.damaged; }

    list() { return this.shelf.entries(); }

    clear() { this.shelf.clear(); }

    isEmpty() { return this.shelf.isEmpty(); }

    get(id) { return this.list().find((course) => course.id === id) || null; }

    /** Keeps a course, first of all; to what is kept of it already the state handed over is added. Returns what was kept before, or null. */
    keep(id, { title = '', date = '', state = State.empty() } = {}) {
      if (!isId(id)) return null;
      const before = this.get(id);
      const merged = before ? State.merge(before.state, state) : state;
      const course = readCourse({ id, title: title || (before ? before.title : ''), kept: date, state: merged }, () => {});
      this.shelf.save([course].concat(this.list().filter((other) => other.id !== id)));
      return before;
    }

    /** Writes how far the reader is into a course that is kept. Returns whether it is. */
    update(id, state) {
      const courses = this.list();
      const course = courses.find((one) => one.id === id);
      if (!course || !this.available) return false;
      course.state = state;
      this.shelf.save(courses);
      return this.available;
    }

    /** Forgets all steps and answers of a course and keeps it; returns it as it was, or null. */
    reset(id) {
      const before = this.get(id);
      if (before) this.update(id, State.empty());
      return before;
    }

    /** Removes a course; returns {course, at}: what it was and where it stood, or null. */
    remove(id) {
      const courses = this.list();
      const at = courses.findIndex((course) => course.id === id);
      if (at < 0) return null;
      const [course] = courses.splice(at, 1);
      this.shelf.save(courses);
      return { course, at };
    }

    /** Puts a course back as it was: in its place, or, when it was removed, where it stood. */
    restore(course, at = 0) {
      const courses = this.list();
      const index = courses.findIndex(({ id }) => id === course.id);
      courses.splice(index < 0 ? at : index, index < 0 ? 0 : 1, course);
      this.shelf.save(courses);
    }
  }

  return { parseQuery, open: (storage, libraryId) => new Courses(storage, libraryId) };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCourses;
