'use strict';
/**
 * Files that a page makes for its reader, and files that a reader opens.
 *
 * PracticeDownload.save(content, name, type) hands over bytes or text as a file; .fileName(title, ending) → a name that every system
 *   takes; .text(file) → a promise of a chosen file's text.
 */
var PracticeDownload = (() => {
  const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u2028\u2029]/g; // Windows
  const LONGEST = 60;

  function fileName(title, ending) {
    const plain = Array.from(title.replace(FORBIDDEN, '')).slice(0, LONGEST).join('').replace(/^[\s.]+|[\s.]+$/g, '');
    return (plain || '讲义') + '.' + ending;
  }

  function save(content, name, type) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000); // some browsers read it after the click is over
  }

  function text(file) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsText(file);
    });
  }

  return { save, fileName, text };
})();
