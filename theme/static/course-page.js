'use strict';
/**
 * A course's page: ticks its steps, takes answers, tells how far the reader is.
 * What is kept is kept by my.html. Once the reader has asked for that, this page goes on in the same storage where the
 * browser shares it among files; everywhere else, and before, the state stands in the address, and a link hands it over.
 */
(() => {
  const course = document.querySelector('[data-course]');
  const { element } = PracticeDom;
  const id = course.dataset.course;
  const store = PracticeCourses.open(PracticeShelf.storage(), course.dataset.library);
  const steps = Array.from(course.querySelectorAll('[data-step]')).map(bindStep);
  const questions = Array.from(course.querySelectorAll('[data-question]')).map((box) => PracticeQuestion.bind(box, onAnswer));
  const keys = questions.map(({ key }) => key);
  const progress = course.querySelector('[data-progress]');
  const end = course.querySelector('[data-end]');
  let state = begin();

  /** What is kept is the newer: an address may be an old one come Back. */
  function begin() {
    const kept = store.get(id);
    return kept ? kept.state : PracticeCourseState.read(new URLSearchParams(location.search).get('at'));
  }

  function bindStep(section) {
    const box = element('input');
    const label = element('label', '', '学完了这一步');
    const anchor = section.dataset.step;
    Object.assign(box, { type: 'checkbox', id: 'done-' + anchor });
    label.htmlFor = box.id;
    label.append(element('span', 'unseen', '：' + section.querySelector('h2').textContent));
    section.append(element('p', 'step-done', box, label));
    box.addEventListener('change', () => {
      state.done = state.done.filter((other) => other !== anchor).concat(box.checked ? anchor : []);
      changed();
    });
    return { anchor, box };
  }

  function onAnswer(key, answer) {
    if (answer) state.answers[key] = answer;
    else delete state.answers[key];
    changed();
  }

  function changed() {
    remember(store.update(id, state));
    draw();
  }

  /** The state in the address, unless it is kept: Back from what was read leads to the page as it was left. */
  function remember(isKept) {
    const parameters = new URLSearchParams(location.search);
    if (isKept || PracticeCourseState.isEmpty(state)) parameters.delete('at');
    else parameters.set('at', PracticeCourseState.write(state));
    const query = parameters.toString();
    try {
      history.replaceState(history.state, '', location.pathname + (query && '?' + query) + location.hash);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  function handOver() {
    const parameters = new URLSearchParams({ keep: 'course:' + id, title: course.dataset.title });
    if (!PracticeCourseState.isEmpty(state)) parameters.set('at', PracticeCourseState.write(state));
    return '../my.html?' + parameters;
  }

  function draw() {
    const far = PracticeCourseState.progress(state, steps.map(({ anchor }) => anchor), keys);
    const kept = store.get(id) !== null && store.available;
    steps.forEach(({ anchor, box }) => { box.checked = state.done.includes(anchor); });
    markContents();
    progress.hidden = false;
    progress.textContent = '';
    progress.append(element('p', '', PracticeDom.bar(far.done, far.of, '学完的步数'), ' ' + far.text + '。'), keeping(kept));
    drawEnd(far);
  }

  function keeping(kept) {
    const link = element('a', kept ? '' : 'button', kept ? '我的资料' : '把进度存到我的资料');
    link.href = kept ? '../my.html#courses' : handOver();
    if (kept) return element('p', 'quiet', '进度随时存在', link, '里，下次打开接着学。');
    return element('p', '', link, element('span', 'quiet', ' 不存，关掉页面就不保留。存过一次，多数浏览器以后随时保存。'));
  }

  function markContents() {
    steps.forEach(({ anchor }) => {
      const link = course.querySelector('.toc a[href="#' + anchor + '"]');
      link.classList.toggle('is-done', state.done.includes(anchor));
      link.querySelectorAll('.unseen').forEach((mark) => mark.remove());
      if (state.done.includes(anchor)) link.append(element('span', 'unseen', '（已学完）'));
    });
  }

  function drawEnd(far) {
    end.hidden = far.done < far.of;
    if (end.hidden) return;
    const wrong = questions.filter(({ key }) => state.answers[key] && state.answers[key].checked && state.answers[key].right === false);
    end.textContent = '';
    end.append(element('h2', '', '学完了'), element('p', '', '共 ' + far.of + ' 步' + far.tested + '。'));
    if (wrong.length) end.append(element('p', '', '答错的题：', ...wrong.map(({ key }) => again(key)), '。按题后的“再读”重看一遍，再答一次。'));
  }

  function again(key) {
    const box = course.querySelector('[data-question="' + key + '"]');
    const link = element('a', '', '第 ' + box.id.slice(1) + ' 题');
    link.href = '#' + box.id;
    return element('span', 'wrong-link', link);
  }

  questions.filter(({ key }) => state.answers[key]).forEach(({ key, show }) => { state.answers[key] = show(state.answers[key]); });
  if (store.get(id)) remember(true);
  draw();
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
})();
