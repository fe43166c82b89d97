'use strict';
/**
 * 课程 in my.html: takes in the progress that a course's page hands over, tells how far the reader is and where to go on.
 *
 * PracticeCoursesPage.bind(box, store, {today, tell, changed, address}) → a section of my-page.js; `store` is a PracticeCourses.
 *   data/courses.js tells of each course {title, page, steps: [[anchor, title], …], questions: [key, …]}.
 */
var PracticeCoursesPage = (() => {
  const { element, button } = PracticeDom;
  const State = PracticeCourseState;

  function bind(box, store, { today, tell, changed, address }) {
    const list = box.querySelector('[data-courses-list]');
    const words = window.PracticeCourseList;
    const known = (id) => (words && Object.prototype.hasOwnProperty.call(words, id) ? words[id] : null);
    const titleOf = (course) => (known(course.id) ? known(course.id).title : course.title || course.id);

    function takeIn(search) {
      const given = PracticeCourses.parseQuery(search);
      if (!given) return false;
      if (!words) return true; // the link may be good: it stays for when the file is back
      if (known(given.id)) keep(given);
      else tell('链接里的课程不在本库中，没有存入。');
      if (store.available) address('');
      return true;
    }

    function keep(given) {
      store.keep(given.id, { title: known(given.id).title, date: today(), state: given.state });
      const kept = store.get(given.id);
      if (!store.available) return;
      tell('已存入课程：' + titleOf(kept) + '。' + progress(kept).text + '。', null, { href: link(kept, '', '').href, text: '回到课程' });
    }

    function progress(course) {
      const { steps, questions } = known(course.id);
      return State.progress(course.state, steps.map(([anchor]) => anchor), questions);
    }

    function draw() {
      const courses = store.list();
      list.textContent = '';
      list.append(...courses.map(card));
      box.hidden = !words || !Object.keys(words).length;
      box.querySelector('[data-courses-empty]').hidden = courses.length > 0;
    }

    function card(course) {
      const made = element('section', 'my-list');
      const heading = element('h3');
      heading.tabIndex = -1;
      made.dataset.course = course.id;
      made.append(heading);
      if (!known(course.id)) {
        heading.append(titleOf(course));
        made.append(element('p', '', '新版中已没有这门课程。'), tools(course));
        return made;
      }
      heading.append(link(course, '', titleOf(course)));
      const far = progress(course);
      made.append(element('p', 'my-progress', PracticeDom.bar(far.done, far.of, '学完的步数'), ' ' + far.text), next(course), tools(course));
      return made;
    }

    /** The state goes along: where the browser gives each file its own storage, the course's page sees none of this one's. */
    function link(course, anchor, text) {
      const made = element('a', '', text);
      const query = State.isEmpty(course.state) ? '' : '?' + new URLSearchParams({ at: State.write(course.state) });
      made.href = known(course.id).page + query + (anchor && '#' + anchor);
      return made;
    }

    function next(course) {
      const rest = known(course.id).steps.find(([anchor]) => !course.state.done.includes(anchor));
      if (!rest) return element('p', '', '全部学完了。');
      return element('p', '', '接着学：', link(course, rest[0], rest[1]));
    }

    function tools(course) {
      const made = element('p', 'my-tools');
      if (known(course.id) && !State.isEmpty(course.state)) made.append(button('重新开始', '重新开始：' + titleOf(course), () => onReset(course.id)));
      made.append(button('移出', '移出：' + titleOf(course), () => onRemove(course.id)));
      return made;
    }

    function onReset(id) {
      const before = store.reset(id);
      if (before) tell('已重新开始：' + titleOf(before) + '，原来的进度和作答已删去。', () => putBack(before));
      redraw(id);
    }

    function onRemove(id) {
      const removed = store.remove(id);
      if (removed) tell('已移出：' + titleOf(removed.course) + '。', () => putBack(removed.course, removed.at));
      redraw();
    }

    function putBack(course, at) {
      store.restore(course, at);
      tell('已恢复：' + titleOf(course) + '。' + (known(course.id) ? progress(course).text + '。' : ''));
      redraw(course.id);
    }

    function redraw(id) {
      draw();
      changed();
      const made = id && Array.from(list.children).find((node) => node.dataset.course === id);
      (made || box).querySelector(made ? 'h3' : 'h2').focus();
    }

    function warnings() {
      return words ? [] : ['文件 data/courses.js 缺失或不完整，课程的进度显示不了。请重新复制整个资料文件夹。'];
    }

    return { stores: [store], takeIn, draw, warnings };
  }

  return { bind };
})();
