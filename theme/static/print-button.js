/* A button that prints its page; without scripts it stays hidden, and the browser's own printing does the same. */
(function () {
  'use strict';
  document.querySelectorAll('button.print').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
