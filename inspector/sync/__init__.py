"""Exchange between desks (数据交换): bundles on a stick or in a shared folder, receipts, enrolment; no window, no network.

Vocabulary: a *circle* is an office and the laptops that it has approved. A *bundle* (数据包) is one file: a plain signed
header, then encrypted parts with runs of the journal; the *blobs* (encrypted photos) lie beside it in `blobs/`, named by the
SHA-256 of their ciphertext. A *reach* says up to which commit of each chain a desk holds the journal. A *receipt*
(接收回执) is the office's word that it has what the digests name. A bundle is *parked* (暂存) while it waits for another one.
A *fork* (分叉) is a chain of which two different commits bear one number: somebody copied a device.
Promise: a bundle is taken whole or refused whole, whatever was cut, changed or mixed in it; importing twice changes nothing;
a kill at any moment leaves whole commits in order, and the next import goes on from there. No name or path that stands in
a foreign file is ever used for a place on this disk unless it is a digest.
"""
