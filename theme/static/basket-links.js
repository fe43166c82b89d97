/* Beside each section of a case and each clause of a manual a link that puts it into the 讲义篮; beside the page's own, 打印. */
(function () {
  'use strict';

  var own = document.querySelector('[data-basket]');
  var unit = own.getAttribute('data-basket').split('/')[0];
  var address = own.getAttribute('href').split('?')[0];

  function link(id, name) {
    var made = document.createElement('a');
    made.className = 'take-part';
    made.href = address + '?add=' + unit + '/' + id;
    made.textContent = '加入讲义篮';
    made.setAttribute('aria-label', '加入讲义篮：' + name);
    return made;
  }

  function printButton() {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = '打印';
    made.addEventListener('click', function () { window.print(); });
    return made;
  }

  if (own.closest('.take') && !document.querySelector('.print')) { own.parentNode.append(printButton()); }

  /* Sections that only the page has (what rests on the case, tables, sources) are no parts of a handout. */
  document.querySelectorAll('.case .part[id] > [data-record]:first-child').forEach(function (heading) {
    heading.after(link(heading.parentNode.id, heading.textContent));
  });

  document.querySelectorAll('.clause[id]').forEach(function (clause) {
    clause.querySelector('.clause-tools').prepend(link(clause.id, clause.querySelector('h2').textContent));
  });
})();
