"""Numbers on goods and licences that check themselves, one module per kind of number.

Vocabulary: *kind* 号码种类 (统一社会信用代码, 专利号, 医疗器械注册证号/备案号) · *scheme* 编码规则, the data of one kind, made of
*layouts* 编码结构 whose *parts* 段 have a place and an alphabet · *reading* one text laid against a scheme · *judgement* 判断:
a verdict, the number in its normal form, problems and facts · *verdict* 校验通过, 校验位不符, 格式不符, 非现行格式 ·
*check character* 校验位 · *partial* 尚未录完: what is typed so far can still become a number of its kind.
Promise: a judgement says what was checked and no more; no text of any kind raises; the schemes are dated data in
`resources/law/identifiers/`, and nothing here asks the network.
"""
