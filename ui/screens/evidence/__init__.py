"""证据: photos and scans of all visits, what is on record of each, and the proof that the originals are unchanged.

Vocabulary: *leaf* one photo or scan; *original* 原件 the bytes as they came; *printing copy* 打印用副本, upright and smaller, the
only thing that is ever shown; *claim* 自述 what EXIF says, which nobody has checked; *doubt* 疑非原图.
Promise: an original is never shown, changed or judged genuine: verifying says "unchanged since it came in", no more.
"""
