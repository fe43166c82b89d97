/* Beside each section and clause of a reading page, and beside the page's own buttons, a link that has my.html keep a bookmark. */
(function () {
  'use strict';

  var page = document.currentScript.getAttribute('data-page');
  var my = document.querySelector('.basket-link').getAttribute('href').split('#')[0];
  var title = document.title.slice(0, document.title.lastIndexOf(' · '));
  var tools = document.querySelector('.take, .exports');

  function link(anchor, name) {
    var made = document.createElement('a');
    made.href = my + '?mark=' + encodeURIComponent(page + (anchor && '#' + anchor)) + '&title=' + encodeURIComponent(name) + '&page=' + encodeURIComponent(title);
    made.textContent = '书签';
    made.setAttribute('aria-label', '书签：' + (name || title));
    if (anchor) { made.className = 'take-part mark-part'; }
    return made;
  }

  tools.insertBefore(link('', ''), tools.children[1] || null);
  document.querySelectorAll('main h2[data-record], main h3[data-record], .step > h2').forEach(function (heading) {
    var made = link(heading.getAttribute('data-record') || heading.parentNode.id, heading.textContent.trim());
    var clause = heading.closest('.clause');
    if (clause) { clause.querySelector('.clause-tools').prepend(made); } else { heading.after(made); }
  });
})();
