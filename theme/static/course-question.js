'use strict';
/**
 * One question of a course on its page: reads and shows the answer, and tells what is right when asked.
 *
 * PracticeQuestion.bind(fieldset, changed) → {key, show(answer)}: show gives back the answer, judged anew. `changed(key, {value, checked, right})`
 *   is called whenever the reader changed the answer or looked at what is right; a checked answer stays as it is until
 *   再答一次. What is told stands in the fieldset's template element, made by the build.
 */
var PracticeQuestion = (() => {
  const { element, button } = PracticeDom;
  const JUDGED = { true: '答对了。', false: '答错了。', null: '对照参考答案，看哪些说到了、哪些漏了。' };

  function bind(box, changed) {
    const key = box.dataset.question;
    const kind = box.dataset.kind;
    const template = box.querySelector('template');
    const right = template.dataset.right;
    const isPlaced = kind === 'order' || kind === 'pairs';
    const isChoice = kind !== 'open' && !isPlaced;
    const rightParts = right.split('-');
    const controls = Array.from(box.querySelectorAll('input, select, textarea'));
    const result = element('p', 'question-result');
    const told = element('div', 'told');
    const hint = element('span', 'quiet');
    const number = box.querySelector('.question-number').textContent.replace('.', '');
    const check = button(kind === 'open' ? '看参考答案' : '对答案', (kind === 'open' ? '看参考答案，第 ' : '对答案，第 ') + number + ' 题', look);
    const again = button('再答一次', '再答一次，第 ' + number + ' 题', retry);
    const tools = element('p', 'question-tools', check, again, hint);
    let answer = { value: '', checked: false, right: null };

    result.setAttribute('role', 'status');
    told.hidden = true;
    again.hidden = true;
    template.before(tools, result, told);
    box.addEventListener('change', edit);
    if (kind === 'open') controls[0].maxLength = PracticeCourseState.longest;
    if (kind === 'open') box.addEventListener('input', edit);

    function value() {
      if (kind === 'open') return controls[0].value;
      if (isPlaced) return controls.map((control) => control.value).join('-');
      return controls.filter((control) => control.checked).map((control) => control.value).join('-');
    }

    /** Puts an answer into the controls; one that does not fit them leaves them empty. */
    function fill(text) {
      const parts = text.split('-');
      if (kind === 'open') controls[0].value = text;
      else if (isPlaced) controls.forEach((control, index) => { control.value = parts[index] || ''; });
      else controls.forEach((control) => { control.checked = parts.includes(control.value); });
    }

    const isBlank = (text) => text.replace(/-/g, '').trim() === '';

    function edit() {
      if (answer.checked) return;
      answer = { value: value(), checked: false, right: null };
      hint.textContent = '';
      changed(key, isBlank(answer.value) ? null : answer);
    }

    function look() {
      if (!PracticeCourseState.isComplete(kind, value())) {
        hint.textContent = kind === 'open' ? '先写下自己的回答，几个字也行。' : isPlaced ? '还有没选的，选全了再对答案。' : '先选答案。';
        (controls.find((control) => !control.value) || controls[0]).focus();
        return;
      }
      answer = { value: value(), checked: true, right: PracticeCourseState.judge(kind, right, value()) };
      changed(key, answer);
      draw();
      again.focus(); // the button that was pressed is hidden now
    }

    function retry() {
      answer = { value: kind === 'open' ? answer.value : '', checked: false, right: null };
      fill(answer.value);
      changed(key, isBlank(answer.value) ? null : answer);
      draw();
      controls[0].focus();
    }

    function draw() {
      const { checked } = answer;
      box.classList.toggle('is-right', checked && answer.right === true);
      box.classList.toggle('is-wrong', checked && answer.right === false);
      controls.forEach((control) => control.parentNode.classList.toggle('is-answer', checked && isChoice && rightParts.includes(control.value)));
      controls.forEach((control) => { if (kind === 'open') control.readOnly = checked; else control.disabled = checked; });
      check.hidden = checked;
      again.hidden = !checked;
      hint.textContent = '';
      result.textContent = checked ? JUDGED[answer.right] : '';
      told.textContent = '';
      told.hidden = !checked;
      if (checked) told.append(template.content.cloneNode(true));
      PracticeSite.nameMarks(told);
    }

    /** What was kept is judged anew: the page knows better than an address what is right. */
    function show(given) {
      fill(given.value);
      answer = Object.assign({}, given, { right: given.checked ? PracticeCourseState.judge(kind, right, value()) : null });
      draw();
      return answer;
    }

    return { key, show };
  }

  return { bind };
})();
