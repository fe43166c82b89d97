'use strict';
/** What of a question says only that it is one, and the runs that are left without it. */
var PracticeAsking = (() => {
  /** They say what kind of answer is wanted, not what about. */
  const ASKING = [
    '什么时候', '告诉我', '请问一下', '想知道', '可不可以', '是不是', '有没有', '能不能', '要不要', '为什么', '什么样', '是什么', '指什么', '指的是', '干什么', '做什么',
    '怎么样', '怎么办', '怎么做', '怎样做', '如何做', '能做什么', '先做什么', '有哪些', '怎么', '怎样', '如何', '什么', '何时', '哪些', '哪个', '哪里', '哪几', '哪儿', '在哪',
    '多少', '几个', '由谁', '谁来', '谁', '意思', '请问', '介绍', '应该', '具体', '包括', '帮我', '一下', '关于',
    '哪一年', '哪年', '哪一', '哪天', '几天', '这篇', '这个', '这些', '这种', '那些', '一回事',
    '吗', '呢', '的', '了', '是', '在', '和', '与', '有', '被', '把',
  ];
  /** As folded; a figure keeps its point and sign. */
  const BETWEEN = '、，,。；;：:！!？?（）()《》〈〉【】·…—';
  /** Words that hold one of them. */
  const WHOLE = [
    '没有', '所有', '共有', '国有', '公有', '私有', '拥有', '具有', '有效', '有关', '有序', '有偿', '有限', '参与', '与会', '和谐', '总和', '存在', '现在', '在线', '在职', '在岗',
    '了解', '为了', '目的', '把关', '把握', '是否', '还是', '于是', '但是', '被动',
  ];
  /** At the end of a query it asks (做到没有); elsewhere it says that there is none. */
  const FINAL = /没有?[?？]?$/;
  const PATTERN = new RegExp(ASKING.concat(WHOLE, Array.from(BETWEEN)).sort((a, b) => b.length - a.length).map(escaped).join('|'), 'g');

  /** The runs left of a folded query, as {text, at}; the whole of it when nothing is left. */
  function segments(whole) {
    const folded = whole.replace(FINAL, '');
    const runs = [];
    let at = 0;
    Array.from(folded.matchAll(PATTERN)).filter(([word]) => !WHOLE.includes(word)).forEach(({ 0: word, index }) => {
      runs.push({ text: folded.slice(at, index), at });
      at = index + word.length;
    });
    runs.push({ text: folded.slice(at), at });
    const kept = runs.filter(({ text }) => text);
    return kept.length ? kept : [{ text: whole, at: 0 }];
  }

  function escaped(text) { return text.replace(/[?()]/, '\\$&'); }

  return { segments };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeAsking;
