"""笔录内容: what the page says in words: the notice, what was said and answered, the facts on site, the statement.

Vocabulary: a *reply* 答复 is the party's own words, typed each time; *composed* 自动生成 is the text made from the answers.
Promise: no word of the party is ever filled in for it, and no conclusion is put into the facts on site.
"""
