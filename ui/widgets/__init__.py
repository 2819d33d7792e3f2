"""Parts that screens are made of: each takes a value and tells one meaningful event.

Vocabulary: *card* a surface that holds things that belong together; *chip* a word in a colour that says how far something
is; *picker* a field that finds things by pinyin initials; *composition* 输入法组字, text that an input method is still making.
Promise: nothing here knows a workspace; what can be focused has an accessible name; a colour never speaks alone.
"""
