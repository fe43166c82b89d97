/* Beside each section of a case and each clause of a manual a link that puts it into the 讲义篮; beside the page's own, 放映 and 打印. */
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

  function button(text, act) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  }

  /* For a projector; what it takes is loaded when it is asked for. */
  var presenting = button('放映', function () {
    if (window.PracticePresent) { window.PracticePresent.start(presenting); return; }
    PracticeSite.load('present.js', function () { window.PracticePresent.start(presenting); }, function () {
      presenting.textContent = '缺少放映的文件';
    });
  });

  var isSheet = document.querySelector('.print');
  if (!isSheet) { own.parentNode.append(presenting); }
  if (!isSheet && own.closest('.take')) { own.parentNode.append(button('打印', function () { window.print(); })); }

  /* Sections that only the page has (what rests on the case, tables, sources) are no parts of a handout. */
  document.querySelectorAll('.case .part[id] > [data-record]:first-child').forEach(function (heading) {
    heading.after(link(heading.parentNode.id, heading.textContent));
  });

  document.querySelectorAll('.clause[id]').forEach(function (clause) {
    clause.querySelector('.clause-tools').prepend(link(clause.id, clause.querySelector('h2').textContent));
  });
})();
