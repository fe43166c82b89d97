'use strict';
/** 显示 in my.html: shows which look is chosen, and chooses, at once. What there is to choose is in the page; look.js keeps it. */
(() => {
  const box = document.querySelector('[data-my-look]');
  const form = box.querySelector('form');

  function draw() {
    const look = PracticeLook.now();
    Object.keys(look).forEach((name) => { form.elements[name].value = look[name]; });
    box.querySelector('[data-look-apart]').hidden = !PracticeLook.apart && !PracticeLook.handed();
  }

  form.addEventListener('change', () => {
    const chosen = {};
    Object.keys(PracticeLook.now()).forEach((name) => { chosen[name] = form.elements[name].value; });
    PracticeLook.choose(chosen, true);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('look', draw); // the link in the header, another tab, 全部清除
  box.hidden = false;
  draw();
})();
