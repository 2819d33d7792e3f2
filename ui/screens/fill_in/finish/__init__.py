"""签字归档: made final, printed, signed in ink, scanned, locked; and what a locked record can still have.

Vocabulary: a *move* 流转 takes the record to its next stage; *ink* 签名 is noted, never drawn; *superseded* 作废 is a print whose
version is not the last one. Promise: nobody's signature is noted without being asked for; a refusal to move on lists all
that is missing.
"""
