/* Conveniences of the manuals: copying a clause's citation. Every page works without this file. */
(function () {
  'use strict';

  var SHOWN = 2000;

  /* The clipboard API asks for https or a permission; selecting and copying works on file:// in every browser we serve. */
  function copy(text) {
    var field = document.createElement('textarea');
    field.value = text;
    field.setAttribute('readonly', '');
    field.className = 'unseen';
    document.body.append(field);
    field.select();
    var done = false;
    try { done = document.execCommand('copy'); } catch (error) { done = false; }
    field.remove();
    return done;
  }

  /* Where copying is refused the citation itself is shown, to be selected by hand. */
  function onCopy(button) {
    var text = button.getAttribute('data-copy');
    var name = button.getAttribute('data-name') || button.textContent;
    button.setAttribute('data-name', name);
    var done = copy(text);
    button.focus();
    button.textContent = done ? '已复制' : text;
    if (done) { window.setTimeout(function () { button.textContent = name; }, SHOWN); }
  }

  document.querySelectorAll('[data-copy]').forEach(function (button) {
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', function () { onCopy(button); });
  });
})();
