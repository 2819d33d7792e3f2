"""Evidence (证据): original bytes kept as they came, and everything that is derived from them.

Vocabulary:

- **original** (原图): the bytes as they came from camera, card or scanner, known by their SHA-256; never rewritten.
- **vault** (证据库): the folder of originals, each encrypted to laptop, office and recovery key.
- **blob** and its **cipher** (密文): one encrypted original, named by the SHA-256 of its ciphertext.
- **claims** (文件自述): what a file says of itself, EXIF and file times; shown as claims, never as facts.
- **originality** (疑非原图): reasons to suspect that a picture went through a chat program or is a screenshot.
- **darkroom** (暗房): where thumbnails and printing copies are made of untrusted bytes, in a process of its own.

Promise: an original is stored before anything is decoded, no plain byte of it touches the disk, and no picture,
however hostile, can do more than remain without a preview.
"""
