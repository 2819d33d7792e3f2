"""执法口袋书: numbers checked, standards and legal bases looked up, each for the day that counts.

Vocabulary: *day* 核对日期 the day of the conduct or of the making of the goods; *basis* 依据; *standard* 执行标准.
Promise: a verdict says what was checked and no more; what nobody has checked against the text says so (未核实).
"""
