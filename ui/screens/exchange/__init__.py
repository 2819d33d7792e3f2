"""数据交换: what is where, and how it gets to the office and back.

Vocabulary: *stick* U盘 any folder that travels; *bundle* 数据包; *receipt* 接收回执 (局里已收到); *enrolment* 入网登记, by a
*request* 申请 and an *answer* 答复 whose *fingerprints* 指纹 two people compare; *parked* 等待中 a bundle that needs another one
first; *fork* 分叉 two contents under one number; *conflict* 分歧 two values of one field.
Promise: nothing is called received before the office's receipt names it; nothing is decided for a person.
"""
