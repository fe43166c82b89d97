import random,sys
from generator.intake.slip import mend
from generator.intake.language import Language
from pathlib import Path
known=[p.read_text() for p in Path("content").rglob("*.md")]
lang=Language(known)
common=[c for c in set("".join(known)) if '\u4e00'<=c<='\u9fff']
random.seed(7)
bad=0
for i in range(60000):
    s="".join(random.choice(common+list("?!?，。A1“”")) if random.random()<.8 else "?" for _ in range(random.randint(4,16)))
    t,m=mend(s,lang)
    if m: bad+=1; print(repr(s),m[:1])
print(bad)
