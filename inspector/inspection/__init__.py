"""The visit (检查) and what belongs to it, without a window, a database or a page.

Vocabulary: *party* 当事人 · *venue* 场所 (a shop, or a stall 摊位 of a market) · *officer* 执法人员 with a *certificate* 执法证 ·
*answer* (未发现问题, 发现疑点, 不适用, 未检查) · *suspicion* 疑点 with its *goods lines* 涉案物品 · *attendance* 到场情况 ·
*record* 笔录, drafted (起草), made final (定稿待签), signed in ink (签字) and locked (锁定归档).
Promise: nothing here decides what people must decide, and nothing is prefilled that the party has to say.
"""
