'use strict';
/** The bar below a page with marks: what is marked and how often, one back, one on, clear. */
var PracticeMarksBar = (() => {
  const NAMED = 3;
  const LONGEST = 12;
  /** A region says what changes in it, not what it came with. */
  const SAID_AFTER = 200;
  /** The head of a wide table stays at the top of the window, this high. */
  const UNDER_HEADS = 64;

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function button(text, act) {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', act);
    return made;
  }

  function titleOf(names, count) {
    const named = names.slice(0, NAMED).map((name) => {
      const chars = Array.from(name);
      return '“' + (chars.length > LONGEST ? chars.slice(0, LONGEST).join('') + '…' : name) + '”';
    });
    return '标出' + named.join('') + (names.length > NAMED ? '等' : '') + ' ' + count + ' 处';
  }

  /**
   * @param {Hit[]} hits @param {string[]} names what is marked, as written
   * @param {number} at the hit at the place that the page was opened for, -1 when for none
   * @param {boolean} moves whether the page may move to it
   */
  function show(hits, names, at, moves) {
    const title = titleOf(names, hits.length);
    const status = element('span', { className: 'marks-status' });
    status.setAttribute('role', 'status');
    const steps = hits.length > 1 ? [button('上一处', () => go(-1)), button('下一处', () => go(1))] : [];
    const bar = element('div', { className: 'marks-bar' }, status, element('span', {}, ...steps, button('清除', clear)));
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', '检索标记');
    let current = -1;

    function turnTo(index) {
      if (current >= 0) hits[current].marks.forEach((mark) => mark.classList.remove('is-current'));
      current = index;
      hits[current].marks.forEach((mark) => mark.classList.add('is-current'));
    }

    function go(step) {
      turnTo(current < 0 && step < 0 ? hits.length - 1 : (current + step + hits.length) % hits.length);
      say();
      bring(UNDER_HEADS);
    }

    function say() {
      status.textContent = title + (current < 0 || hits.length === 1 ? '' : '，第 ' + (current + 1) + ' 处');
    }

    /** Brings the hit into view, opening what is folded up around it; where it is in view already nothing moves. */
    function bring(highest) {
      const [mark] = hits[current].marks;
      for (let box = mark.closest('details'); box; box = box.parentNode.closest('details')) box.open = true;
      const { top, bottom } = mark.getBoundingClientRect();
      if (top < highest || bottom > bar.getBoundingClientRect().top) mark.scrollIntoView({ block: 'center' });
    }

    function clear() {
      PracticeMarks.remove(hits);
      bar.remove();
      document.documentElement.classList.remove('has-marks');
      document.querySelector('main').focus({ preventScroll: true });
      forget();
    }

    document.documentElement.classList.add('has-marks');
    document.querySelector('.skip').after(bar);
    if (at >= 0) turnTo(at);
    if (at >= 0 && moves) bring(0);
    setTimeout(say, SAID_AFTER);
  }

  /** The address without what is marked. Some browsers forbid changing it on file://. */
  function forget() {
    const parameters = new URLSearchParams(location.search);
    parameters.delete('hl');
    const rest = parameters.toString();
    try {
      history.replaceState(history.state, '', location.pathname + (rest && '?' + rest) + location.hash);
    } catch (error) {
      if (error.name !== 'SecurityError') throw error;
    }
  }

  return { show };
})();
