'use strict';
/**
 * What search.html says: one line on what was found, the same for a screen reader when the reader has paused and not at
 * every key, and files that could not be read. PracticeSaid.bind({status, said, missing}) → {found, nothing, lost, renew}.
 */
var PracticeSaid = (() => {
  const PAUSE = 900;

  function bind({ status, said, missing }) {
    let timer = 0;
    let ofAnswer = [];
    let later = new Set();

    function say(text, more) {
      status.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => { said.textContent = text + (more && '。' + more); }, PAUSE);
    }

    function found(answer, text) {
      ofAnswer = answer.missing;
      say(PracticeAdvice.summary(answer, text), answer.unknown.map(PracticeAdvice.inWords).join(''));
      drawMissing();
    }

    function nothing() {
      ofAnswer = [];
      say('', '');
      drawMissing();
    }

    function drawMissing() {
      const files = Array.from(new Set(ofAnswer.concat(Array.from(later))));
      const text = files.length ? PracticeAdvice.ofMissing(files, ofAnswer.length > 0) : '';
      missing.hidden = !files.length;
      if (missing.textContent !== text) missing.textContent = text;
    }

    /** A script that was wanted later than the answer did not come. */
    function lost(error) {
      if (!error.file) throw error;
      later.add(error.file);
      drawMissing();
    }

    return { found, nothing, lost, renew: () => { later = new Set(); } };
  }

  return { bind };
})();
