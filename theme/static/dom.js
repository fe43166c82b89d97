'use strict';
/**
 * Elements made in one line. Text goes in as text, never as markup.
 *
 * PracticeDom.element(tag, className, ...children) → an element; children are elements or text, what is empty or missing is left out.
 * PracticeDom.button(text, label, act) → a button; `label` says to a listener what it acts on.
 * PracticeDom.bar(value, max, label) → a bar of progress; PracticeDom.dayInWords(date) → a day as a reader writes it.
 */
var PracticeDom = (() => {
  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== undefined && child !== null && child !== ''));
    return made;
  }

  function button(text, label, act) {
    const made = element('button', '', text);
    made.type = 'button';
    made.setAttribute('aria-label', label);
    made.addEventListener('click', act);
    return made;
  }

  /** How much of something is done; `label` says to a listener of what. */
  function bar(value, max, label) {
    const made = Object.assign(element('progress'), { max, value });
    made.setAttribute('aria-label', label);
    return made;
  }

  /** 2026-11-26 → 2026年11月26日; '' for ''. */
  function dayInWords(date) {
    const [year, month, day] = date.split('-').map(Number);
    return date && year + '年' + month + '月' + day + '日';
  }

  return { element, button, bar, dayInWords };
})();
