"""The window of Inspector: what a person sees and presses, standing on `inspector.workspace` only.

Vocabulary: a *screen* 页面 is one place that a person can be; the *shell* 主界面 is what stands around the screens of an
open workspace; a *door* is a page before it (first run 首次使用, unlocking 解锁, signing in 执法人员登录); the *writer* is the
one thread on which a workspace is written.
Promise: no screen waits, queries, or formats an error; what a person typed survives whatever goes wrong.
"""
