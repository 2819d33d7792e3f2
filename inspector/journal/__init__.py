"""The journal (日志): one mechanism under everything shared, pure, without SQL, files or keys.

Vocabulary: an *operation* sets one field of one entity; its *parents* are the operations on that field that its writer
saw. A *commit* is one action of one person on one device, chained by digest to the commit before it. A *head* is an
operation that no other one names as parent: one head is the value, several are a conflict. An *entity* is named by a path
whose first part is its *root* (a visit, a party, a device); everything below a root is locked together. A *lock* (锁定归档)
names the heads that it covers; an operation on a locked root that it does not cover is *late* (迟到). A *fork* (分叉) is a
chain that parts into branches because somebody copied a device.
Promise: what counts is a pure function of the operations at hand, never of the order of their arrival.
"""
