'use strict';
/**
 * Elements made in one line. Text goes in as text, never as markup.
 *
 * PracticeDom.element(tag, className, ...children) → an element; children are elements or text, what is empty or missing is left out.
 * PracticeDom.button(text, label, act) → a button; `label` says to a listener what it acts on.
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

  return { element, button };
})();
